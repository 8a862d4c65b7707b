// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "inbox/searchquery.h"
#include "widgets/common/theme.h"
#include "workspace/shownstate.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;
class QLabel;

namespace widgets {

// The field for the search of the state, without the conditions that are shown elsewhere: those
// that are finished leave the field on Enter, and when it loses the focus. It proposes conditions
// and their values. What is wrong is said below it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    // Proposes lines and teammates by these names. Both must outlive it.
    SearchField(workspace::ShownState &state, const inbox::Names &names, ThemeSource &theme,
                QWidget *parent = nullptr);

    // Shows them, unless all of them are in the word that is being typed.
    void setProblems(const QList<inbox::SearchProblem> &problems);
    // Takes the condition into the field, where it is changed.
    void edit(const QString &condition);

Q_SIGNALS:
    // The user wants to go on in the list.
    void listRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void write();
    void read();
    // Moves the finished conditions out of the field. False where there are none.
    bool takeConditions();
    void showTheme();
    void showProblems();
    void placeProblem();
    void propose();
    QStringList proposals() const;
    QStringList valuesOf(const QString &word) const;

    workspace::ShownState &m_state;
    const inbox::Names &m_names;
    ThemeSource &m_theme;
    QStringList m_conditions; // of the search, not in the field
    QList<inbox::SearchProblem> m_problems;
    QStringListModel m_proposals;
    QCompleter *const m_completer;
    QAction *const m_searchAction;    // only its drawing
    QLabel *m_problemLabel = nullptr; // over the window, once there is one
};

} // namespace widgets
