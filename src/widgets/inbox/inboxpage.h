// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/autorefresh.h"
#include "inbox/selectionsummary.h"
#include "workspace/shownstate.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <functional>

class QActionGroup;
class QMenu;
class QSplitter;
class QToolButton;

namespace widgets {

class ActivityPane;
class ConversationActions;
class ConversationTable;
class DetailsPane;
class ExportDialog;
class FacetList;
class FilterBar;
class MessageBar;
class NoticeWidget;
class RelatedPopover;
class SearchField;
class SessionDriver;
class StatusLine;
class ViewsPanel;
class WatchMenu;
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
        const inbox::Names &names;
        inbox::ActivityFeed &activity;
        workspace::Settings &settings;
        workspace::ShownState &state;
        quo::Clock &clock;
        WorkspaceMenu *workspaceMenu; // opened at the top left
        QUrl webApp;  // where conversations open in a browser; empty where they cannot
        QUrl baseUrl; // of the API, for what has to say where it comes from
        // Shows a notification of the desktop, and calls back when it is clicked.
        std::function<void(const QString &title, const QString &text, std::function<void()>)>
            notify;
    };

    explicit InboxPage(const Dependencies &dependencies, QWidget *parent = nullptr);
    // Keeps splitter and tab for the next time.
    ~InboxPage() override;

    enum class Start {
        Fresh,   // with the default view, or with the filters that were kept
        AsItWas, // with all that was shown last, after a crash
    };
    // Asks for the first page.
    void start(Start start = Start::Fresh);
    void selectFirst();
    // Keeps the file's view and opens it, or says why not.
    void openViewFile(const QString &fileName);

    // How often changes are asked for, in seconds; 0 for never. Kept.
    void setRefreshInterval(int seconds);
    // Why the key is not kept, in the status bar; empty where it is.
    void setKeyHint(const QString &sentence);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void addActions();
    // As it is read: along the bar, down the side, list, details, status line.
    void orderTabs();
    QWidget *makeTopBar();
    QWidget *makeSideBar();
    QWidget *makeList();
    QMenu *makeRefreshMenu(QWidget *parent);
    void setCompact(bool compact);
    void setSort(const inbox::SortKeys &sort);
    void addCondition(const QString &condition);
    void showArrangement();
    void showColumns(const workspace::View &before);
    void restore();
    void openExport();
    void showDetailsIfIn(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void showStatus();
    void notifyOf(const QString &id, inbox::Facet because);
    void showDetails();
    void sumUpSoon();
    void showSummary();
    void showWith(const QString &number, QWidget *anchor);
    void showWithJust(const QStringList &people);

    const Dependencies m_dependencies;
    SessionDriver *const m_driver;
    FilterBar *const m_filterBar;
    MessageBar *const m_messages; // of what is done with rows
    NoticeWidget *const m_banner;
    ViewsPanel *const m_views;
    WatchMenu *const m_watchMenu;
    FacetList *const m_facets;
    SearchField *const m_search;
    ConversationTable *const m_table;
    inbox::SelectionSummary m_selected;
    ConversationActions *const m_actions;
    DetailsPane *const m_details;
    ActivityPane *const m_activity;
    RelatedPopover *const m_related;
    QPointer<ExportDialog> m_exportDialog;
    QSplitter *const m_splitter;
    QActionGroup *const m_intervals; // at which the list refreshes itself
    StatusLine *const m_statusLine;
    QToolButton *m_workspaceButton = nullptr;
    QList<QToolButton *> m_barButtons; // whose texts give way to the filters
    inbox::AutoRefresh m_autoRefresh;
    std::unique_ptr<quo::Clock::Timer> m_nextSecond; // while a wait is counted down
    std::unique_ptr<quo::Clock::Timer> m_sumUp;      // one sum for all that changes at once
};

} // namespace widgets
