// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/selectionsummary.h"

#include <QMenu>
#include <QUrl>

namespace widgets {

class ConversationTable;

// What can be done with the conversations that are selected, as a menu and as shortcuts of the
// list.
class ConversationActions : public QMenu
{
    Q_OBJECT

public:
    // 'webApp' is where conversations open in a browser; empty where they cannot.
    ConversationActions(ConversationTable &table, const inbox::InboxModel &model,
                        inbox::SelectionSummary &selected, const QUrl &webApp, QWidget *parent);

Q_SIGNALS:
    void linesAsked(const QStringList &ids);
    void teammateAsked(const QString &id);
    void samePeopleAsked(const QStringList &people);
    // For the search, of the cell where the menu was opened.
    void conditionAsked(const QString &condition);
    void sortAsked(const inbox::SortKeys &sort);

private:
    QAction *add(const QString &text, void (ConversationActions::*f)(),
                 const QKeySequence &shortcut = {});
    void enable();
    // Asks all selected rows, so only once somebody looks.
    void nameFilters();
    void nameFilters(const inbox::RowTally &selected);
    void offerConditions();
    void openInQuo();
    void copyTable();
    void copyIds();
    void copyNumbers();
    void copyJson();

    // f of each selected row that gives something, each answer once.
    template <class F>
    QStringList collect(F f) const;
    ConversationTable &m_table;
    const inbox::InboxModel &m_model;
    inbox::SelectionSummary &m_selected;
    QStringList m_lines; // of what is selected, as the menu names them
    QStringList m_teammates;
    const QUrl m_webApp;
    QAction *const m_open;
    QAction *const m_filterLine;
    QAction *const m_filterTeammate;
    QAction *const m_samePeople;
    QMenu *const m_conditions; // made anew for each cell
};

} // namespace widgets
