// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowcopy.h"
#include "exporting/rowsource.h"
#include "inbox/selectionsummary.h"
#include "workspace/shownstate.h"

#include <QMenu>
#include <QUrl>

#include <memory>

namespace widgets {

class ConversationTable;
class MessageBar;

// What can be done with the conversations that are selected, as a menu and as shortcuts of the
// list.
class ConversationActions : public QMenu
{
    Q_OBJECT

public:
    // More rows than these are for a file.
    static constexpr int mostCopied = 50'000;

    // All must outlive it.
    struct Dependencies
    {
        workspace::ShownState &state; // filters, search and sort are changed there
        ConversationTable &table;
        const inbox::InboxModel &model; // of the table
        inbox::SelectionSummary &selected;
        MessageBar &messages; // of a long copy
        QUrl webApp;          // where conversations open in a browser; empty where they cannot
    };

    ConversationActions(const Dependencies &dependencies, QWidget *parent);

Q_SIGNALS:
    void samePeopleRequested(const QStringList &people);
    // Of what is selected.
    void exportRequested();

private:
    // The conversations that the menu was opened for, as they were then.
    struct Opened
    {
        exporting::RowSource shown; // all that were
        inbox::RowSet chosen;
        int count = 0; // of those
    };

    void beginMenu();
    void endMenu();
    // What an action is about: what the menu was opened for while it is open, since rows change
    // meanwhile; else what is selected.
    exporting::RowSource source() const;
    QAction *add(const QString &text, void (ConversationActions::*f)(),
                 const QKeySequence &shortcut = {});
    void enable();
    // Asks all selected rows, so only once somebody looks.
    void nameFilters();
    void nameFilters(const inbox::RowTally &selected);
    void offerConditions();
    void offerSearches(int column, const inbox::ConversationRow &row);
    void openInQuo();
    void copyTable();
    void copyIds();
    void copyNumbers();
    void copyJson();
    // What is selected now, however the list goes on. Many rows take a while, and the clipboard
    // changes once all of them are there.
    void copy(exporting::CopyFormat format);
    void onCopyState();
    void stopCopy();

    workspace::ShownState &m_state;
    ConversationTable &m_table;
    const inbox::InboxModel &m_model;
    inbox::SelectionSummary &m_selected;
    std::optional<Opened> m_opened;
    bool m_isNamed = false; // the menu says which lines and teammates
    QStringList m_lines;    // of what is selected, as the menu names them
    QStringList m_teammates;
    const QUrl m_webApp;
    MessageBar &m_messages;
    std::unique_ptr<exporting::CopyJob> m_copy; // while it takes a while
    bool m_isCopyTold = false;
    QAction *const m_open;
    QAction *const m_filterLine;
    QAction *const m_filterTeammate;
    QAction *const m_samePeople;
    QMenu *const m_conditions; // made anew for each cell
};

} // namespace widgets
