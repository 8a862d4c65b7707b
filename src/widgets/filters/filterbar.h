// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "quo/apierror.h"
#include "quo/clock.h"
#include "quo/conversationquery.h"
#include "workspace/shownstate.h"

#include <QHash>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace widgets {

class DateRangePopover;
class FilterChip;
class LinesPopover;
class TeammatePopover;
class ThemeSource;

// The filters of the state as chips. The server narrows the list by them.
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

private:
    void addActions();
    void showFilters();
    // Follows the value of a popover and of its chip's button to remove it.
    template <class Popover, class T>
    void follow(Popover *popover, FilterChip *chip, T workspace::Filters::*filter);

    workspace::ShownState &m_state;
    const inbox::Names &m_names;
    LinesPopover *const m_linesPopover;
    TeammatePopover *const m_teammatePopover;
    DateRangePopover *const m_updatedPopover;
    DateRangePopover *const m_createdPopover;
    FilterChip *const m_linesChip;
    FilterChip *const m_teammateChip;
    FilterChip *const m_updatedChip;
    FilterChip *const m_createdChip;
    QToolButton *const m_inactiveChip;
    QPushButton *const m_clearButton;
    QAction *const m_inactiveAction;
    QAction *const m_clearAction;
    QLabel *const m_problemLabel;
};

} // namespace widgets
