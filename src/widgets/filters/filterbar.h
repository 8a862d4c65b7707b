// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "quo/apierror.h"
#include "quo/clock.h"
#include "quo/conversationquery.h"
#include "workspace/filters.h"

#include <QHash>
#include <QTimer>
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

// What narrows the list on the server, as chips. Holds the filters as a value and shows it; edits
// are told after a short rest.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    // Clock and names must outlive it.
    FilterBar(const quo::Clock &clock, const inbox::Names &names, QWidget *parent = nullptr);

    const workspace::Filters &filters() const { return m_filters; }
    void setFilters(const workspace::Filters &filters);
    // As if the user had picked them.
    void setLines(const QStringList &lines);
    void setTeammate(const QString &userId);

    // The filters in a few words, 'Support, Last 7 days'; empty where there are none.
    QString summary() const;

    // Lines that the key is refused, and why.
    void setRefusedLines(const QHash<QString, quo::ApiError> &refused);

    // Sentences, at the filters that they speak of; replaces those shown before.
    void setProblems(const QHash<quo::QueryField, QString> &problems);

Q_SIGNALS:
    void filtersEdited(const workspace::Filters &filters);

private:
    void addActions();
    void edit(const workspace::Filters &filters);
    template <class T>
    void edit(T workspace::Filters::*member, const T &value);
    void showFilters();
    QString linesText() const;
    QString teammateText() const;

    const inbox::Names &m_names;
    workspace::Filters m_filters;
    QTimer m_rest;
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
