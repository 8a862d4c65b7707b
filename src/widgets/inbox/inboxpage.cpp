// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/inboxpage.h"

#include "inbox/searchconditions.h"
#include "widgets/common/accessibility.h"
#include "widgets/common/filedrop.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/taborder.h"
#include "widgets/common/theme.h"
#include "widgets/details/activitypane.h"
#include "widgets/details/detailspane.h"
#include "widgets/export/exportdialog.h"
#include "widgets/filters/filterbar.h"
#include "widgets/inbox/areas.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/conversationactions.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/detailsfollower.h"
#include "widgets/inbox/inboxbar.h"
#include "widgets/inbox/listhold.h"
#include "widgets/inbox/pageentries.h"
#include "widgets/inbox/panes.h"
#include "widgets/inbox/searchfield.h"
#include "widgets/inbox/sessiondriver.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/inbox/statusfollower.h"
#include "widgets/inbox/watchmenu.h"
#include "widgets/shell/statusline.h"
#include "words/readyviews.h"
#include "words/viewsettings.h"
#include "workspace/readyviews.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

namespace widgets {

using inbox::InboxSession;
using workspace::ShownState;
using workspace::View;

InboxPage::InboxPage(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_dependencies(dependencies)
    , m_driver(new SessionDriver(dependencies.state, dependencies.session, dependencies.names,
                                 dependencies.clock, this))
    , m_attention(new Attention(dependencies.session, dependencies.names, dependencies.settings,
                                dependencies.notify, this))
    , m_filterBar(new FilterBar(dependencies.state, dependencies.clock, dependencies.names,
                                dependencies.theme, this))
    , m_messages(new MessageBar(dependencies.theme, dependencies.clock, this))
    , m_sideBar(new SideBar({dependencies.session, dependencies.names, dependencies.settings,
                             dependencies.state, *m_messages, dependencies.workspaceMenu,
                             dependencies.theme},
                            this))
    , m_search(new SearchField(dependencies.state, dependencies.names, dependencies.theme, this))
    , m_table(new ConversationTable(dependencies.session.model(), dependencies.theme,
                                    dependencies.clock, this))
    , m_hold(new ListHold(dependencies.session, *m_table, dependencies.clock, this))
    , m_selected(dependencies.session.model(), m_table->rowSelection())
    , m_actions(new ConversationActions({dependencies.state, *m_table, dependencies.session.model(),
                                         m_selected, *m_messages, dependencies.clock,
                                         dependencies.webApp},
                                        this))
    , m_details(new DetailsPane({*m_actions, m_actions->openAction(), m_actions->copyAction(),
                                 dependencies.clock, dependencies.theme},
                                this))
    , m_activity(new ActivityPane(dependencies.activity, dependencies.names, dependencies.clock,
                                  dependencies.theme, this))
    , m_statusLine(new StatusLine(dependencies.theme, this))
    , m_bar(new InboxBar({m_search,
                          m_table->columnLayout(),
                          new WatchMenu(*m_attention, dependencies.names, this),
                          {m_table->compactAction(), m_table->freezeAction()},
                          dependencies.theme},
                         this))
    , m_autoRefresh(dependencies.session.sync(), dependencies.clock)
{
    layOut();
    connectState();
    connectBar();
    connect(m_attention, &Attention::conversationRequested, this, [this](const QString &id) {
        window()->show();
        window()->raise();
        window()->activateWindow();
        m_table->goTo(id);
    });
    connect(new FileDrop(this), &FileDrop::dropped, this, [this](const QStringList &fileNames) {
        for (const QString &fileName : fileNames)
            openViewFile(fileName);
    });
    connect(m_sideBar, &SideBar::openViewChecked, m_filterBar, &FilterBar::setViewChanged);
    connect(m_filterBar, &FilterBar::saveRequested, m_sideBar, &SideBar::save);
    connect(m_filterBar, &FilterBar::conditionEditRequested, m_search, &SearchField::edit);
    connect(m_search, &SearchField::listRequested, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->goTo(0);
    });
    auto *entries = new PageEntries({dependencies.session.model(), dependencies.names,
                                     dependencies.settings, dependencies.state, *m_sideBar},
                                    this);
    connect(entries, &PageEntries::conversationRequested, this, &InboxPage::goTo);
    m_hold->holdWhileVisible(*m_actions);
    connect(&dependencies.session, &InboxSession::changesArrived, m_table,
            &ConversationTable::noteChanged);
    auto *follower =
        new DetailsFollower({*m_table, dependencies.session.model(), m_selected, *m_details,
                             *m_activity, dependencies.clock, dependencies.theme},
                            this);
    connect(m_table, &ConversationTable::menuRequested, m_actions,
            [this](const QPoint &position) { m_actions->popup(position); });
    connect(m_table, &ConversationTable::opened, this, &InboxPage::openDetails);
    connect(m_actions, &ConversationActions::samePeopleRequested, follower,
            &DetailsFollower::listWithJust);
    connect(m_actions, &ConversationActions::exportRequested, this, &InboxPage::openExport);
    connect(m_details, &DetailsPane::exportRequested, this, &InboxPage::openExport);
    connect(m_details, &DetailsPane::backRequested, this, [this] { m_panes->closeDetails(); });

    addActions();
    // In the order of reading: side bar, bars, list, details, status line.
    const QList<QWidget *> areas{m_sideBar, m_bar,     m_filterBar, m_messages,
                                 m_table,   m_details, m_statusLine};
    setTabOrderOf(*this, areas);
    m_areas = std::make_unique<Areas>(*this, areas);
    restore();
    showArrangement();
    showPinned();
    showName();
    connect(m_messages, &MessageBar::focusLost, m_table, qOverload<>(&QWidget::setFocus));
    new StatusFollower({dependencies.session, dependencies.state, *m_driver, dependencies.clock,
                        *m_table, *m_messages, *m_filterBar, *m_bar, *m_statusLine,
                        dependencies.workspaceMenu},
                       this);
}

InboxPage::~InboxPage()
{
    const Panes::Widths widths = m_panes->widths();
    m_dependencies.settings.setPaneWidths({widths.sideBar, widths.details});
    m_dependencies.settings.setDetailsTab(m_details->openTab());
}

void InboxPage::layOut()
{
    m_messages->setAccessibleName(tr("Messages of the list"));
    m_activity->setObjectName(QStringLiteral("activity"));
    m_details->addTab(m_activity, tr("Messages"));
    m_panes = new Panes({m_sideBar, {m_bar, m_filterBar, m_messages}, makeList(), m_details},
                        m_dependencies.theme, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_panes, 1);
    column->addWidget(m_statusLine);
}

QWidget *InboxPage::makeList()
{
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->addWidget(m_table);
    for (QWidget *overlay : m_table->overlays())
        showInTreeOf(*list, *overlay);
    return list;
}

void InboxPage::connectState()
{
    ShownState *state = &m_dependencies.state;
    connect(state, &ShownState::changed, this, &InboxPage::showName);
    connect(state, &ShownState::opened, this, &InboxPage::showName);
    connect(&m_sideBar->savedViews(), &SavedViews::changed, this, &InboxPage::showName);
    connect(m_driver, &SessionDriver::filterProblemsChanged, m_filterBar, &FilterBar::setProblems);
    connect(m_driver, &SessionDriver::arrangementChanged, this, &InboxPage::showArrangement);
    connect(state, &ShownState::changed, this, &InboxPage::showColumns);
    connect(state, &ShownState::changed, this, [this, state](const View &before) {
        const View &shown = state->shown();
        if (shown.filters != before.filters || shown.search != before.search ||
            shown.sort != before.sort)
            m_hold->letGo();
    });
    connect(&m_table->columnLayout(), &ColumnLayout::arranged, state,
            [state](const QList<workspace::ColumnSetting> &columns) {
                state->change(&View::columns, columns);
            });
    connect(&m_dependencies.session.arranger(), &inbox::RowArranger::arranged, this,
            &InboxPage::onArranged);
    connect(m_table, &ConversationTable::compactToggled, this,
            [this](bool compact) { m_dependencies.settings.setCompact(compact); });
    connect(m_table, &ConversationTable::firstColumnFrozenToggled, this,
            [this](bool frozen) { m_dependencies.settings.setFirstColumnFrozen(frozen); });
    connect(m_table, &ConversationTable::sortRequested, state,
            [state](const inbox::SortKeys &sort) {
                state->change(&View::sort, words::toSettings(sort));
            });
}

void InboxPage::connectBar()
{
    connect(m_bar, &InboxBar::refreshRequested, this, &InboxPage::refresh);
    connect(m_bar, &InboxBar::reloadRequested, this, &InboxPage::reload);
    connect(m_bar, &InboxBar::refreshIntervalRequested, this, &InboxPage::setRefreshInterval);
    connect(m_bar, &InboxBar::exportRequested, this, &InboxPage::openExport);
}

void InboxPage::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, const auto &slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Search"), QKeySequence::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    actions().constLast()->setShortcuts(QKeySequence::keyBindings(QKeySequence::Find) +
                                        QList<QKeySequence>{Qt::Key_Slash});
    add(tr("Undo filter or search"), QKeySequence::Undo, [this] { m_dependencies.state.undo(); });
    add(tr("Redo filter or search"), {}, [this] { m_dependencies.state.redo(); });
    // On Linux QKeySequence::Redo is the second alone.
    actions().constLast()->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    add(tr("Back to the previous view"), Qt::ALT | Qt::Key_Left,
        [this] { m_dependencies.state.goBack(); });
    add(tr("Forward to the next view"), Qt::ALT | Qt::Key_Right,
        [this] { m_dependencies.state.goForward(); });
    add(tr("Export…"), Qt::CTRL | Qt::Key_E, [this] { openExport(); });
    add(tr("Refresh"), QKeySequence::Refresh, [this] { refresh(); });
    add(tr("Show or hide the side bar"), Qt::CTRL | Qt::Key_Backslash,
        [this] { m_panes->setSideBarFolded(!m_panes->isSideBarFolded()); });
    add(tr("Show or hide details"), Qt::Key_F9, [this] {
        if (!m_panes->isNarrow())
            m_panes->setDetailsFolded(!m_panes->areDetailsFolded());
        else if (!m_panes->closeDetails())
            m_panes->openDetails();
    });
    add(tr("Go to the next area"), Qt::Key_F6, [this] { m_areas->goToNext(); });
    add(tr("Go to the previous area"), Qt::SHIFT | Qt::Key_F6, [this] { m_areas->goToPrevious(); });
}

void InboxPage::openDetails()
{
    m_panes->openDetails();
    m_areas->goTo(*m_details);
}

void InboxPage::refresh()
{
    m_driver->refresh();
    m_hold->showRefresh();
}

void InboxPage::reload()
{
    m_dependencies.session.reload();
    m_hold->showRefresh();
}

void InboxPage::start(Start start)
{
    const bool isOpen = start == Start::AsItWas && m_dependencies.state.resume();
    if (!isOpen && !m_sideBar->openStartupView())
        m_driver->ask();
    m_dependencies.state.forgetSteps(); // the window begins here
    m_table->setFocus();
}

void InboxPage::selectFirst()
{
    m_table->goTo(0);
}

void InboxPage::openViewFile(const QString &fileName)
{
    m_sideBar->openFile(fileName);
}

void InboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_autoRefresh.setVisible(true);
}

void InboxPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_autoRefresh.setVisible(false);
}

bool InboxPage::event(QEvent *event)
{
    // Another window of Quoin may have saved a view meanwhile.
    if (event->type() == QEvent::WindowActivate)
        m_sideBar->reload();
    return QWidget::event(event);
}

void InboxPage::setKeyHint(const QString &sentence)
{
    m_statusLine->setKeyHint(sentence);
}

void InboxPage::setRefreshInterval(int seconds)
{
    m_dependencies.settings.setRefreshInterval(seconds);
    m_bar->setRefreshInterval(seconds);
    m_autoRefresh.setInterval(seconds > 0 ? std::optional(std::chrono::seconds(seconds))
                                          : std::nullopt);
}

void InboxPage::restore()
{
    const workspace::Settings &settings = m_dependencies.settings;
    m_table->setCompact(settings.isCompact());
    m_table->setFirstColumnFrozen(settings.isFirstColumnFrozen());
    setRefreshInterval(settings.refreshInterval());
    m_table->columnLayout().setSettings(m_dependencies.state.shown().columns);
    m_details->setOpenTab(settings.detailsTab());
    const workspace::Settings::PaneWidths widths = settings.paneWidths();
    m_panes->setWidths({widths.sideBar, widths.details});
    m_panes->setSideBarFolded(settings.isSideBarFolded());
    m_panes->setDetailsFolded(settings.areDetailsFolded());
    connect(m_panes, &Panes::railChanged, m_sideBar, &SideBar::setRail);
    m_sideBar->setRail(m_panes->isRail());
    connect(m_panes, &Panes::foldedChanged, this, [this] {
        m_dependencies.settings.setSideBarFolded(m_panes->isSideBarFolded());
        m_dependencies.settings.setDetailsFolded(m_panes->areDetailsFolded());
    });
}

void InboxPage::showArrangement()
{
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    m_table->setSort(arranger.arrangement().sort);
    m_search->setProblems(m_driver->searchProblems());
}

// The list begins anew with another search or order. The selection stays.
void InboxPage::onArranged()
{
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    m_table->setSearch(arranger.search().terms);
    if (std::exchange(m_arranged, arranger.arrangement()) != arranger.arrangement())
        m_table->scrollToTop();
    if (m_dependencies.session.model().positionOf(m_wanted) >= 0)
        m_table->goTo(std::exchange(m_wanted, {}));
}

// A conversation that is known. If the search hides it, it takes the place of the search, and that
// of filters that hide it.
void InboxPage::goTo(const QString &id)
{
    m_table->setFocus();
    m_table->goTo(id);
    if (m_dependencies.session.model().positionOf(id) >= 0)
        return;
    m_wanted = id;
    inbox::InboxSession &session = m_dependencies.session;
    if (const std::optional<quint32> row = session.model().rowOf(id);
        row && !session.isListed(*row))
        m_dependencies.state.change(&View::filters, workspace::Filters());
    m_dependencies.state.change(
        &View::search, inbox::searchCondition(inbox::columnIndex(inbox::ColumnId::Id), id));
}

void InboxPage::showName()
{
    const QString id = workspace::openViewId(m_dependencies.state.shown());
    const std::optional<workspace::ReadyView> ready = workspace::readyViewWithId(id);
    const std::optional<View> saved = m_sideBar->savedViews().view(id);
    m_bar->setName(ready   ? words::readyViewName(*ready)
                   : saved ? saved->name
                           : tr("Conversations"));
}

void InboxPage::showColumns(const View &before)
{
    const QList<workspace::ColumnSetting> &columns = m_dependencies.state.shown().columns;
    ColumnLayout &layout = m_table->columnLayout();
    if (columns != before.columns && columns != layout.settings())
        layout.setSettings(columns);
    showPinned();
}

// What a filter has made the same in every row.
void InboxPage::showPinned()
{
    QList<inbox::ColumnId> pinned;
    if (m_dependencies.state.shown().filters.lines.size() == 1)
        pinned.append(inbox::ColumnId::PhoneNumberId);
    m_table->setPinned(pinned);
}

void InboxPage::openExport()
{
    // A closed dialog may not be deleted yet.
    if (!m_exportDialog || !m_exportDialog->isVisible()) {
        m_exportDialog =
            new ExportDialog({m_dependencies.session, m_dependencies.names, m_table->rowSelection(),
                              m_dependencies.state, m_dependencies.settings, m_dependencies.clock,
                              m_dependencies.theme, [this] { return m_driver->askedInWords(); },
                              m_dependencies.baseUrl.toString()},
                             this);
        connect(m_exportDialog, &ExportDialog::cancelled, this, [this](const QString &sentence) {
            m_messages->show({QStringLiteral("export"), sentence});
        });
        connect(m_exportDialog, &ExportDialog::exported, this,
                [this](const QString &sentence, const QString &fileName) {
                    const auto opens = [](const QString &path) {
                        return [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
                    };
                    m_messages->show({.id = QStringLiteral("export"),
                                      .text = sentence,
                                      .actions = {{tr("Open"), opens(fileName)},
                                                  {tr("Show in folder"),
                                                   opens(QFileInfo(fileName).absolutePath())}},
                                      .stay = MessageBar::Stay::Briefly});
                });
        m_hold->holdWhileVisible(*m_exportDialog);
    }
    m_messages->remove(QStringLiteral("export"));
    m_exportDialog->show();
    m_exportDialog->raise();
    m_exportDialog->activateWindow();
}

} // namespace widgets
