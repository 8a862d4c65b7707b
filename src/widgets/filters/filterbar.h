// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "inbox/showncounts.h"
#include "quo/apierror.h"
#include "quo/clock.h"
#include "quo/conversationquery.h"
#include "widgets/filters/searchparts.h"
#include "workspace/shownstate.h"

#include <QHash>
#include <QWidget>

class QAction;
class QPushButton;

namespace widgets {

class ChipLine;
class ChoicePopover;
class DateRangePopover;
class FilterChip;
class LinesPopover;
class TeammatePopover;
class ThemeSource;

// The filters of the state and the conditions of its search as chips, in one line: what does not
// fit is listed by the chip 'More'. It is one stop of the Tab key; arrows move within it.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    FilterBar(workspace::ShownState &state, const quo::Clock &clock, const inbox::Names &names,
              ThemeSource &theme, QWidget *parent = nullptr);

    // Lines to which the key has no access, and why.
    void setRefusedLines(const QHash<QString, quo::ApiError> &refused);
    // Sentences, each beside the filter that it is about; replaces those shown before.
    void setProblems(const QHash<quo::QueryField, QString> &problems);
    // What the list would show with another choice.
    void setCounts(const inbox::ShownCounts &counts);
    // Whether the open view differs from what is shown, and can be saved.
    void setViewChanged(bool isChanged);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // The open view is to become what is shown.
    void saveRequested();
    // The condition is to be edited in the field for the search.
    void conditionEditRequested(const QString &condition);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void showFilters();
    // Follows the value of a popover and of its chip's button to remove it.
    template <class Popover, class T>
    void follow(Popover *popover, FilterChip *chip, T workspace::Filters::*filter);

    // Shows the search in the chips that its conditions belong to.
    void showSearch();
    void showActivity();
    void showOthers();
    void addConditionChip();
    QString textOf(const QList<inbox::SearchCondition> &conditions) const;
    void showStates();
    void showAssignees();
    void showChoices();
    // Writes these conditions in place of those of the part.
    void replaceConditions(SearchParts::Part part, const QStringList &conditions);

    void setLinkVisible(QPushButton *button, bool isVisible);
    bool moveFocus(int key);

    workspace::ShownState &m_state;
    const inbox::Names &m_names;
    ThemeSource &m_theme;
    const quo::Clock &m_clock;
    LinesPopover *const m_linesPopover;
    ChoicePopover *const m_statePopover;
    DateRangePopover *const m_activityPopover;
    ChoicePopover *const m_assigneePopover;
    TeammatePopover *const m_teammatePopover;
    DateRangePopover *const m_updatedPopover;
    DateRangePopover *const m_createdPopover;
    FilterChip *const m_linesChip;
    FilterChip *const m_stateChip;
    FilterChip *const m_activityChip;
    FilterChip *const m_assigneeChip;
    FilterChip *const m_createdChip;
    FilterChip *const m_inactiveChip;
    FilterChip *const m_teammateChip;
    FilterChip *const m_updatedChip;
    ChipLine *const m_line;
    QPushButton *const m_saveButton;
    QPushButton *const m_clearButton;
    QAction *const m_inactiveAction;
    QAction *const m_clearAction;
    QList<FilterChip *> m_conditionChips; // of all other conditions
    SearchParts m_search;
    inbox::ShownCounts m_counts;
    QWidget *m_lastStop = nullptr; // where the focus was last; may be gone
    // What the program tells ends with this and not with the widget, whose children may lose the
    // focus while they go.
    QObject m_lifetime;
};

} // namespace widgets
