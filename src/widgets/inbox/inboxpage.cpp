// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/inboxpage.h"

#include "inbox/displaytext.h"
#include "inbox/facet.h"
#include "inbox/searchconditions.h"
#include "inbox/searchparser.h"
#include "widgets/common/accessibility.h"
#include "widgets/common/icons.h"
#include "widgets/common/messagebar.h"
#include "widgets/details/activitypane.h"
#include "widgets/details/detailspane.h"
#include "widgets/export/exportdialog.h"
#include "widgets/filters/filterbar.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/columnmenu.h"
#include "widgets/inbox/conversationactions.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/facetlist.h"
#include "widgets/inbox/noticewidget.h"
#include "widgets/inbox/relatedpopover.h"
#include "widgets/inbox/rowdelegate.h"
#include "widgets/inbox/searchfield.h"
#include "widgets/inbox/sessiondriver.h"
#include "widgets/inbox/viewspanel.h"
#include "widgets/inbox/watchmenu.h"
#include "widgets/shell/statusline.h"
#include "widgets/shell/workspacemenu.h"
#include "words/sortsettings.h"
#include "words/words.h"

#include <QAction>
#include <QActionGroup>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

using workspace::Filters;
using workspace::ShownState;
using workspace::View;

namespace {

constexpr int narrowBar = 120; // characters
// So many rows are summed up once the selection rests: a search has the processor before that.
constexpr int manyRows = 2000;
constexpr quo::milliseconds summaryPause{300};

// hasUrls() may be true where there is no address at all.
QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

InboxPage::InboxPage(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_dependencies(dependencies)
    , m_driver(new SessionDriver(dependencies.state, dependencies.session, dependencies.names,
                                 dependencies.clock, this))
    , m_filterBar(new FilterBar(dependencies.state, dependencies.clock, dependencies.names, this))
    , m_messages(new MessageBar(this))
    , m_banner(new NoticeWidget(this))
    , m_views(new ViewsPanel(dependencies.state, dependencies.settings, dependencies.names, this))
    , m_watchMenu(new WatchMenu(dependencies.settings.watchedLines(), dependencies.names, this))
    , m_facets(new FacetList(dependencies.names.reader().locale, this))
    , m_search(new SearchField(dependencies.state, dependencies.names, this))
    , m_table(new ConversationTable(dependencies.session.model(), this))
    , m_selected(dependencies.session.model(), m_table->rowSelection())
    , m_actions(new ConversationActions(*m_table, dependencies.session.model(), m_selected,
                                        dependencies.webApp, *m_messages, this))
    , m_details(new DetailsPane(m_actions, this))
    , m_activity(
          new ActivityPane(dependencies.activity, dependencies.names, dependencies.clock, this))
    , m_related(new RelatedPopover(this))
    , m_splitter(new QSplitter(this))
    , m_intervals(new QActionGroup(this))
    , m_statusLine(new StatusLine(this))
    , m_autoRefresh(dependencies.session, dependencies.clock)
{
    m_banner->setObjectName(QStringLiteral("banner"));
    m_messages->setAccessibleName(tr("Messages of the list"));
    m_activity->setObjectName(QStringLiteral("activity"));
    m_details->addTab(m_activity, tr("&Activity"));
    m_splitter->addWidget(makeSideBar());
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_details);
    // A narrower window takes from both, so that the list keeps half of 1024 pixels.
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setCollapsible(1, false);
    m_details->setMinimumWidth(qMax(260, 30 * fontMetrics().averageCharWidth()));
    setAcceptDrops(true);

    auto *column = new QVBoxLayout(this);
    QMargins margins = column->contentsMargins();
    margins.setBottom(2);
    column->setContentsMargins(margins);
    column->addWidget(makeTopBar());
    column->addWidget(m_messages);
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_statusLine);

    connect(m_statusLine, &StatusLine::loadAllRequested, &dependencies.session,
            &inbox::InboxSession::loadAll);
    connect(m_statusLine, &StatusLine::stopRequested, &dependencies.session,
            &inbox::InboxSession::stop);
    connect(m_driver, &SessionDriver::filterProblemsChanged, m_filterBar, &FilterBar::setProblems);
    connect(m_driver, &SessionDriver::arrangementChanged, this, &InboxPage::showArrangement);
    connect(&dependencies.state, &ShownState::changed, this, &InboxPage::showColumns);
    connect(&m_table->columnLayout(), &ColumnLayout::arranged, this,
            [this](const QList<workspace::ColumnSetting> &columns) {
                m_dependencies.state.change(&View::columns, columns);
            });
    connect(m_table, &ConversationTable::sortRequested, this, &InboxPage::setSort);
    connect(m_search, &SearchField::listRequested, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->goTo(0);
    });
    connect(&m_facets->facets(), &FacetModel::toggled, this, [this](inbox::Facet facet, bool on) {
        const QString condition =
            inbox::searchCondition(inbox::columnIndex(u"state"), inbox::facetWord(facet));
        if (on)
            return addCondition(condition);
        ShownState &state = m_dependencies.state;
        state.change(&View::search, inbox::withoutCondition(state.shown().search, condition));
    });
    connect(&dependencies.session.arranger(), &inbox::RowArranger::arranged, this,
            [this] { m_table->setSearch(m_dependencies.session.arranger().search().terms); });
    connect(&dependencies.session, &inbox::InboxSession::attentionWanted, this,
            &InboxPage::notifyOf);
    connect(m_watchMenu, &WatchMenu::watchedEdited, this,
            [this](const QStringList &lines) { m_dependencies.settings.setWatchedLines(lines); });
    connect(&dependencies.session, &inbox::InboxSession::changesArrived, m_table,
            &ConversationTable::noteChanged);
    connect(&dependencies.session, &inbox::InboxSession::statusChanged, this,
            &InboxPage::showStatus);
    connect(m_table, &ConversationTable::selectedRowsChanged, this, &InboxPage::showDetails);
    connect(&m_selected, &inbox::SelectionSummary::collected, this, [this] {
        if (m_table->selectedCount() > 1)
            showSummary();
    });
    connect(m_table, &ConversationTable::menuRequested, m_actions,
            [this](const QPoint &position) { m_actions->popup(position); });
    connect(m_actions, &ConversationActions::linesRequested, this,
            [this](const QStringList &ids) { m_dependencies.state.change(&Filters::lines, ids); });
    connect(m_actions, &ConversationActions::teammateRequested, this,
            [this](const QString &id) { m_dependencies.state.change(&Filters::teammate, id); });
    connect(m_actions, &ConversationActions::conditionRequested, this, &InboxPage::addCondition);
    connect(m_actions, &ConversationActions::sortRequested, this, &InboxPage::setSort);
    connect(m_actions, &ConversationActions::exportRequested, this, &InboxPage::openExport);
    connect(m_actions, &ConversationActions::samePeopleRequested, this, &InboxPage::showWithJust);
    connect(m_details, &DetailsPane::conversationsRequested, this, &InboxPage::showWith);
    connect(m_related, &RelatedPopover::conversationRequested, m_table, [this](const QString &id) {
        m_table->goTo(id);
        m_table->setFocus();
    });
    connect(&dependencies.session.model(), &QAbstractItemModel::dataChanged, this,
            &InboxPage::showDetailsIfIn);
    connect(m_table, &ConversationTable::retryRequested, &dependencies.session,
            &inbox::InboxSession::retry);
    connect(m_table, &ConversationTable::stopRequested, &dependencies.session,
            &inbox::InboxSession::stop);
    connect(m_banner, &NoticeWidget::retryRequested, &dependencies.session,
            &inbox::InboxSession::retry);
    connect(m_banner, &NoticeWidget::stopRequested, &dependencies.session,
            &inbox::InboxSession::stop);

    addActions();
    orderTabs();
    restore();
    showArrangement();
    showDetails();
}

InboxPage::~InboxPage()
{
    m_dependencies.settings.setSplitterState(m_splitter->saveState());
    m_dependencies.settings.setDetailsTab(m_details->openTab());
}

void InboxPage::start(Start start)
{
    const bool isOpen = start == Start::AsItWas && m_dependencies.state.resume();
    if (!isOpen && !m_views->openDefault())
        m_driver->ask();
    m_table->setFocus();
}

void InboxPage::selectFirst()
{
    m_table->goTo(0);
}

void InboxPage::openViewFile(const QString &fileName)
{
    m_views->openFile(fileName);
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The filters need the room.
    const bool isNarrow = width() < narrowBar * fontMetrics().averageCharWidth();
    for (QToolButton *button : std::as_const(m_barButtons))
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly
                                            : Qt::ToolButtonTextBesideIcon);
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
    // Who comes back from another window of Quoin may have saved a view there.
    if (event->type() == QEvent::WindowActivate)
        m_views->reload();
    return QWidget::event(event);
}

void InboxPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void InboxPage::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    for (const QString &file : files)
        openViewFile(file);
}

void InboxPage::setKeyHint(const QString &sentence)
{
    m_statusLine->setKeyHint(sentence);
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
    add(tr("Save view"), QKeySequence::Save, [this] { m_views->save(); });
    add(tr("Export…"), Qt::CTRL | Qt::Key_E, [this] { openExport(); });
    add(tr("Refresh"), QKeySequence::Refresh, [this] { m_driver->refresh(); });
}

QWidget *InboxPage::makeTopBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    m_workspaceButton = makeWorkspaceButton(m_dependencies.workspaceMenu, bar);
    row->addWidget(m_workspaceButton, 0, Qt::AlignTop);
    row->addWidget(m_filterBar, 1);

    auto *columnsButton = new QToolButton(bar);
    columnsButton->setText(tr("Columns"));
    columnsButton->setIcon(QIcon(QStringLiteral(":/icons/columns.svg")));
    columnsButton->setAccessibleName(tr("Columns"));
    columnsButton->setToolTip(tr("Columns"));
    columnsButton->setObjectName(QStringLiteral("columns"));
    columnsButton->setPopupMode(QToolButton::InstantPopup);
    auto *columnMenu = new ColumnMenu(m_table->columnLayout(), columnsButton);
    columnMenu->setTitle(tr("Columns"));
    columnMenu->addSeparator();
    QAction *compact = columnMenu->addAction(tr("Narrow rows"));
    compact->setCheckable(true);
    compact->setChecked(m_dependencies.settings.isCompact());
    connect(compact, &QAction::toggled, this, &InboxPage::setCompact);
    QAction *frozen = columnMenu->addAction(tr("Keep the first column in view"));
    frozen->setCheckable(true);
    frozen->setChecked(m_dependencies.settings.isFirstColumnFrozen());
    connect(frozen, &QAction::toggled, this, [this](bool on) {
        m_dependencies.settings.setFirstColumnFrozen(on);
        m_table->setFirstColumnFrozen(on);
    });
    columnsButton->setMenu(columnMenu);

    auto *refreshButton = new QToolButton(bar);
    refreshButton->setText(tr("Refresh"));
    refreshButton->setIcon(themeIcon(QStringLiteral("view-refresh"), QStringLiteral("refresh")));
    refreshButton->setAccessibleName(tr("Refresh"));
    refreshButton->setToolTip(
        tr("Ask for what has changed (F5); Shift+F5 reads the whole list again"));
    refreshButton->setPopupMode(QToolButton::MenuButtonPopup);
    refreshButton->setMenu(makeRefreshMenu(refreshButton));
    connect(refreshButton, &QToolButton::clicked, m_driver, &SessionDriver::refresh);

    auto *exportButton = new QToolButton(bar);
    exportButton->setText(tr("Export…"));
    exportButton->setIcon(themeIcon(QStringLiteral("document-export"), QStringLiteral("export")));
    exportButton->setAccessibleName(tr("Export"));
    exportButton->setToolTip(tr("Write what is shown to a file (Ctrl+E)"));
    connect(exportButton, &QToolButton::clicked, this, &InboxPage::openExport);

    const int iconSize = widgets::iconSize(fontMetrics());
    for (QToolButton *button : {columnsButton, refreshButton, exportButton}) {
        button->setIconSize({iconSize, iconSize});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button, 0, Qt::AlignTop);
        m_barButtons.append(button);
    }
    return bar;
}

QWidget *InboxPage::makeSideBar()
{
    auto *bar = new QWidget(this);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins({});
    auto *title = new QLabel(tr("State"), bar);
    title->setMargin(6);
    column->addWidget(m_views, 1);
    column->addWidget(title);
    column->addWidget(m_facets);
    // For large text in a small window.
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setWidget(bar);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(qMax(150, bar->minimumSizeHint().width() +
                                        style()->pixelMetric(QStyle::PM_ScrollBarExtent)));
    return area;
}

QWidget *InboxPage::makeList()
{
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    for (QWidget *overlay : m_table->overlays())
        showInTreeOf(*list, *overlay);
    return list;
}

void InboxPage::orderTabs()
{
    QList<QWidget *> parts{m_filterBar};
    for (QToolButton *button : std::as_const(m_barButtons))
        parts.append(button);
    parts.append(
        {m_messages, m_banner, m_views, m_facets, m_search, m_table, m_details, m_statusLine});
    // Within a part it is the order in which it was made.
    QWidget *last = m_workspaceButton;
    for (QWidget *part : std::as_const(parts)) {
        QList<QWidget *> chain;
        for (QWidget *at = nextInFocusChain(); at != this; at = at->nextInFocusChain())
            if ((at == part || part->isAncestorOf(at)) && (at->focusPolicy() & Qt::TabFocus) &&
                !at->focusProxy())
                chain.append(at);
        for (QWidget *at : std::as_const(chain)) {
            setTabOrder(last, at);
            last = at;
        }
    }
}

QMenu *InboxPage::makeRefreshMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Refresh"), parent);
    for (const int seconds : words::refreshIntervals()) {
        QAction *action = menu->addAction(words::refreshText(seconds));
        action->setData(seconds);
        action->setCheckable(true);
        m_intervals->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, seconds] { setRefreshInterval(seconds); });
    }
    menu->addSeparator();
    menu->addMenu(m_watchMenu);
    menu->addSeparator();
    QAction *reload = menu->addAction(tr("&Read the whole list again"));
    reload->setShortcut(Qt::SHIFT | Qt::Key_F5);
    connect(reload, &QAction::triggered, &m_dependencies.session, &inbox::InboxSession::reload);
    addAction(reload); // for its keys, since the menu is shut
    return menu;
}

void InboxPage::setRefreshInterval(int seconds)
{
    m_dependencies.settings.setRefreshInterval(seconds);
    const QList<QAction *> intervals = m_intervals->actions();
    for (QAction *action : intervals)
        action->setChecked(action->data().toInt() == seconds);
    m_autoRefresh.setInterval(seconds > 0 ? std::optional(std::chrono::seconds(seconds))
                                          : std::nullopt);
}

void InboxPage::setCompact(bool compact)
{
    m_dependencies.settings.setCompact(compact);
    m_table->setCompact(compact);
}

void InboxPage::setSort(const inbox::SortKeys &sort)
{
    m_dependencies.state.change(&View::sort, words::toSettings(sort));
}

void InboxPage::addCondition(const QString &condition)
{
    ShownState &state = m_dependencies.state;
    state.change(&View::search, inbox::withCondition(state.shown().search, condition));
}

void InboxPage::showArrangement()
{
    const inbox::RowArranger &arranger = m_dependencies.session.arranger();
    m_table->setSort(arranger.arrangement().sort);
    m_search->setProblems(arranger.search().problems);
    inbox::Facets chosen = 0;
    for (const inbox::SearchTerm &term : arranger.search().terms)
        if (term.kind == inbox::SearchTerm::Kind::Facet && !term.isNegated)
            chosen |= inbox::bitOf(term.facet);
    m_facets->facets().setChosen(chosen);
    showStatus();
}

void InboxPage::showColumns(const View &before)
{
    const QList<workspace::ColumnSetting> &columns = m_dependencies.state.shown().columns;
    ColumnLayout &layout = m_table->columnLayout();
    if (columns != before.columns && columns != layout.settings())
        layout.setSettings(columns);
}

void InboxPage::restore()
{
    setCompact(m_dependencies.settings.isCompact());
    m_table->setFirstColumnFrozen(m_dependencies.settings.isFirstColumnFrozen());
    setRefreshInterval(m_dependencies.settings.refreshInterval());
    m_table->columnLayout().setSettings(m_dependencies.state.shown().columns);
    m_details->setOpenTab(m_dependencies.settings.detailsTab());
    if (!m_splitter->restoreState(m_dependencies.settings.splitterState()))
        m_splitter->setSizes({160, 700, 360});
}

void InboxPage::openExport()
{
    // One that was closed may not be gone yet.
    if (!m_exportDialog || !m_exportDialog->isVisible()) {
        m_exportDialog = new ExportDialog({m_dependencies.session, m_dependencies.names, *m_table,
                                           m_dependencies.settings, m_dependencies.clock,
                                           [this] { return m_driver->askedInWords(); },
                                           m_dependencies.baseUrl.toString()},
                                          this);
        connect(m_exportDialog, &ExportDialog::cancelled, this, [this](const QString &sentence) {
            m_messages->show({QStringLiteral("export"), sentence});
        });
    }
    m_messages->remove(QStringLiteral("export"));
    m_exportDialog->show();
    m_exportDialog->raise();
    m_exportDialog->activateWindow();
}

void InboxPage::showStatus()
{
    const inbox::SessionStatus status = m_dependencies.session.status();
    const quo::Instant now = m_dependencies.clock.now();
    const QLocale &locale = m_dependencies.names.reader().locale;
    const bool isFiltered = m_driver->askedFilters() != Filters();
    m_table->setNotice(words::listNotice(status, isFiltered, now, locale));
    m_table->setSkeleton(!status.firstPageArrived &&
                         std::holds_alternative<quo::PageWalk::Fetching>(status.shownWalk));
    m_banner->setNotice(words::bannerNotice(status, m_dependencies.names.context()));
    m_filterBar->setRefusedLines(status.refusedLines);
    m_statusLine->show(status, m_dependencies.names.context());
    m_facets->facets().setCounts(m_dependencies.session.arranger().facetCounts().counts(),
                                 status.loaded);
    m_search->setPlaceholderText(tr("Search %1 loaded").arg(locale.toString(status.loaded)));
    const bool isWaiting = std::holds_alternative<quo::PageWalk::Waiting>(status.walk);
    if (!isWaiting && !status.loadingAll && status.load.lastSecond == 0)
        m_nextSecond.reset();
    else if (!m_nextSecond)
        m_nextSecond = m_dependencies.clock.callAfter(std::chrono::seconds(1), [this] {
            m_nextSecond.reset();
            showStatus();
        });
}

void InboxPage::notifyOf(const QString &id, inbox::Facet because)
{
    const inbox::InboxModel &model = m_dependencies.session.model();
    const std::optional<inbox::ConversationRow> row = model.rowWithId(id);
    if (!m_dependencies.notify || !row || !m_watchMenu->watched().contains(row->phoneNumberId()))
        return;
    const inbox::CellContext context = m_dependencies.names.context();
    const QString line =
        inbox::lineName(row->phoneNumberId(), context.directory, context.reader.region);
    m_dependencies.notify(
        inbox::shortened(inbox::displayText(inbox::conversationTitle(*row, context)), 100),
        tr("%1 · %2", "state and line").arg(words::facetName(because), line),
        [self = QPointer(this), id] {
            if (!self)
                return;
            self->window()->show();
            self->window()->raise();
            self->window()->activateWindow();
            self->m_table->goTo(id);
        });
}

void InboxPage::showDetailsIfIn(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    // A rename announces thousands of rows, and details cost more than a cell.
    inbox::RowSet rows =
        m_dependencies.session.model().order().rowsBetween(topLeft.row(), bottomRight.row());
    rows &= m_table->rowSelection().rows();
    if (!rows.isEmpty() && m_table->selectedCount() > 1)
        sumUpSoon();
    else if (!rows.isEmpty())
        showDetails();
}

void InboxPage::showDetails()
{
    const std::optional<inbox::ConversationRow> row = m_table->selectedRow();
    m_activity->show(row);
    m_activity->refreshTexts();
    m_sumUp.reset();
    if (row)
        m_details->show(*row, m_dependencies.names.context());
    else if (m_table->selectedCount() > manyRows)
        m_details->show(m_table->selectedCount(), {}, m_dependencies.names.context());
    else if (!m_table->rowSelection().hasSelection())
        m_details->showNothing();
    if (m_table->selectedCount() > 1)
        sumUpSoon();
}

void InboxPage::sumUpSoon()
{
    m_sumUp = m_dependencies.clock.callAfter(
        m_table->selectedCount() > manyRows ? summaryPause : quo::milliseconds(0),
        [this] { showSummary(); });
}

void InboxPage::showSummary()
{
    // Else there will be, and what is shown meanwhile is about the same rows.
    if (const std::optional<inbox::RowTally> &tally = m_selected.tally())
        m_details->show(m_table->selectedCount(), tally, m_dependencies.names.context());
}

void InboxPage::showWith(const QString &number, QWidget *anchor)
{
    const inbox::InboxModel &model = m_dependencies.session.model();
    m_related->find(tr("Conversations with %1")
                        .arg(inbox::participantName(number, m_dependencies.names.context())),
                    {number}, false, model);
    m_related->showBelow(anchor);
}

void InboxPage::showWithJust(const QStringList &people)
{
    const inbox::InboxModel &model = m_dependencies.session.model();
    QStringList names;
    for (const QString &number : people)
        names.append(inbox::participantName(number, m_dependencies.names.context()));
    m_related->find(tr("Conversations with just %1").arg(names.join(QStringLiteral(", "))), people,
                    true, model);
    m_related->showBelow(m_details->header());
}

} // namespace widgets
