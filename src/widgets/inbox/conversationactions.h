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

// The actions for the selected conversations, as a menu and as shortcuts of the list.
class ConversationActions : public QMenu
{
    Q_OBJECT

public:
    // More rows should be exported to a file.
    static constexpr int mostCopied = 50'000;

    // All must outlive it.
    struct Dependencies
    {
        workspace::ShownState &state; // filters, search and sort are changed there
        ConversationTable &table;
        const inbox::InboxModel &model; // of the table
        inbox::SelectionSummary &selected;
        MessageBar &messages; // shows the progress of a long copy
        quo::Clock &clock;    // says when to show it
        QUrl webApp;          // where conversations open in a browser; empty if they cannot
    };

    ConversationActions(const Dependencies &dependencies, QWidget *parent);

    QAction &openAction() const { return *m_open; }
    QAction &copyAction() const { return *m_copyTable; }

Q_SIGNALS:
    void samePeopleRequested(const QStringList &people);
    // An export of the selection.
    void exportRequested();

private:
    // The conversations when the menu was opened.
    struct Opened
    {
        exporting::RowSource shown; // all that were shown
        inbox::RowSet chosen;
        int count = 0; // of the chosen ones
    };

    void beginMenu();
    void endMenu();
    // The conversations that an action applies to: while the menu is open, those that it was opened
    // for, since rows may change meanwhile; otherwise the selection.
    exporting::RowSource source() const;
    QAction *add(const QString &text, void (ConversationActions::*f)(),
                 const QKeySequence &shortcut = {});
    void enable();
    // Reads all selected rows, so call it only when the menu opens.
    void nameFilters();
    void nameFilters(const inbox::RowTally &selected);
    void offerConditions();
    void offerSearches(int column, const inbox::ConversationRow &row);
    void openInQuo();
    void copyTable();
    void copyIds();
    void copyNumbers();
    void copyJson();
    // Copies the present selection, even if the list changes meanwhile. For many rows a worker is
    // used, and the clipboard changes when it has finished.
    void copy(exporting::CopyFormat format);
    void onCopyState();
    void stopCopy();

    workspace::ShownState &m_state;
    ConversationTable &m_table;
    const inbox::InboxModel &m_model;
    inbox::SelectionSummary &m_selected;
    std::optional<Opened> m_opened;
    bool m_isNamed = false; // the menu shows lines and teammates
    QStringList m_lines;    // of the selection, as the menu shows them
    QStringList m_teammates;
    const QUrl m_webApp;
    MessageBar &m_messages;
    quo::Clock &m_clock;
    std::unique_ptr<exporting::CopyJob> m_copy; // null unless a worker is copying
    bool m_isCopyAnnounced = false;
    QAction *const m_open;
    QAction *m_copyTable = nullptr;
    QAction *const m_filterLine;
    QAction *const m_filterTeammate;
    QAction *const m_samePeople;
    QMenu *const m_conditions; // filled for each cell
};

} // namespace widgets
