// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/inboxsession.h"
#include "inbox/selectionsummary.h"
#include "syncing/autorefresh.h"
#include "widgets/inbox/attention.h"
#include "workspace/shownstate.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <memory>

namespace widgets {

class ActivityPane;
class Areas;
class ConversationActions;
class ConversationTable;
class DetailsPane;
class ExportDialog;
class FilterBar;
class InboxBar;
class ListHold;
class MessageBar;
class Panes;
class SearchField;
class SessionDriver;
class SideBar;
class StatusLine;
class ThemeSource;
class WorkspaceMenu;

// The conversations of one workspace: puts filters, list and details side by side and connects them
// to the state and the session. It decides nothing itself.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    // All must outlive the page.
    struct Dependencies
    {
        inbox::InboxSession &session;
        inbox::Names &names;
        inbox::ActivityFeed &activity;
        workspace::Settings &settings;
        workspace::ShownState &state;
        quo::Clock &clock;
        ThemeSource &theme;
        WorkspaceMenu *workspaceMenu; // opened at the top left
        QUrl webApp;  // where conversations open in a browser; empty where they cannot
        QUrl baseUrl; // of the API; exports name it as their source
        Notify notify;
    };

    explicit InboxPage(const Dependencies &dependencies, QWidget *parent = nullptr);
    // Keeps widths and tab for the next time.
    ~InboxPage() override;

    enum class Start {
        Fresh,   // with the default view, or with the last filters if there is none
        AsItWas, // as it was shown last, after a crash
    };
    // Asks for the first page.
    void start(Start start = Start::Fresh);
    void selectFirst();
    // Above the list.
    MessageBar &messages() { return *m_messages; }
    // Adds the view of the file and opens it, or says why not.
    void openViewFile(const QString &fileName);

    // How often changes are asked for, in seconds; 0 for never. Kept.
    void setRefreshInterval(int seconds);
    // Why the key is not kept, in the status bar; empty where it is.
    void setKeyHint(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void layOut();
    QWidget *makeList();
    void connectState();
    void connectBar();
    void addActions();
    void restore();
    void showArrangement();
    void onArranged();
    void showPinned();
    void showName();
    void showColumns(const workspace::View &before);
    void goTo(const QString &id);
    void openDetails();
    void openExport();
    void refresh();
    void reload();

    const Dependencies m_dependencies;
    SessionDriver *const m_driver;
    Attention *const m_attention;
    FilterBar *const m_filterBar;
    MessageBar *const m_messages; // above the list
    SideBar *const m_sideBar;
    SearchField *const m_search;
    ConversationTable *const m_table;
    ListHold *const m_hold;
    inbox::SelectionSummary m_selected;
    inbox::Arrangement m_arranged; // of the rows that are shown
    QString m_wanted; // the id of the conversation to select once it is shown; mostly empty
    ConversationActions *const m_actions;
    DetailsPane *const m_details;
    ActivityPane *const m_activity;
    QPointer<ExportDialog> m_exportDialog;
    Panes *m_panes = nullptr;
    StatusLine *const m_statusLine;
    InboxBar *const m_bar;
    syncing::AutoRefresh m_autoRefresh;
    std::unique_ptr<Areas> m_areas; // a member, since it must go before the areas
};

} // namespace widgets
