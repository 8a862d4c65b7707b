// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/sidebar.h"

#include "inbox/collator.h"
#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/placement.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/identitypopover.h"
#include "widgets/inbox/sidebarlist.h"
#include "widgets/shell/workspacebutton.h"
#include "words/filterwords.h"
#include "words/problemwords.h"
#include "words/readyviews.h"
#include "words/widgettext.h"
#include "workspace/atomicfile.h"
#include "workspace/readyviews.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using workspace::ReadyView;
using workspace::View;
using Kind = SideBarModel::Kind;

namespace {

QString messageId()
{
    return QStringLiteral("views");
}

QString meId()
{
    return workspace::readyViewId(ReadyView::Mine);
}

} // namespace

Drawing drawingOf(ReadyView view)
{
    switch (view) {
    case ReadyView::All:
        return Drawing::Conversations;
    case ReadyView::Unassigned:
        return Drawing::Unassigned;
    case ReadyView::Mine:
        return Drawing::Person;
    case ReadyView::SnoozeEndsToday:
        return Drawing::Snoozed;
    case ReadyView::SnoozeEnded:
        return Drawing::SnoozeEnded;
    }
    return Drawing::View;
}

SideBar::SideBar(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_dependencies(dependencies)
    , m_saved(dependencies.state, dependencies.settings)
    , m_model(dependencies.names.reader().locale)
    , m_workspaceButton(new WorkspaceButton(dependencies.workspaceMenu, dependencies.theme, this))
    , m_list(new SideBarList(m_model, dependencies.theme, this))
    , m_identity(new IdentityPopover(dependencies.names, dependencies.theme, this))
{
    setAccessibleName(tr("Views")); // of its commands, too
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(space::narrow, space::narrow, space::narrow, space::narrow);
    top->addWidget(m_workspaceButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::narrow);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    addActions();
    connectState();
}

void SideBar::connectState()
{
    QList<SideBarModel::ReadyView> ready;
    for (const ReadyView view : workspace::allReadyViews)
        ready.append({workspace::readyViewId(view), words::readyViewName(view), drawingOf(view)});
    m_model.setReadyViews(ready);
    m_model.setViews(m_saved.all());
    connect(&m_saved, &SavedViews::changed, this, [this] {
        m_model.setViews(m_saved.all());
        updateMarks();
    });
    connect(&m_model, &SideBarModel::renamed, &m_saved, &SavedViews::rename);
    connect(&m_model, &SideBarModel::moved, &m_saved, &SavedViews::move);
    connect(m_list, &SideBarList::opened, this, &SideBar::open);
    connect(m_list, &SideBarList::menuRequested, this, &SideBar::showMenu);
    connect(m_list, &SideBarList::saveRequested, this, &SideBar::saveAsNew);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SideBar::updateActions);
    connect(m_identity, &IdentityPopover::chosen, this, &SideBar::setMe);
    connect(&m_dependencies.state, &workspace::ShownState::changed, this, &SideBar::updateMarks);
    connect(&m_dependencies.session, &inbox::InboxSession::statusChanged, this,
            &SideBar::updateCounts);
    connect(&m_dependencies.names, &inbox::Names::directoryChanged, this, &SideBar::updateLines);
    connect(&m_dependencies.names, &inbox::Names::meChanged, this, &SideBar::updateMarks);
    updateLines();
}

void SideBar::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys,
                            void (SideBar::*slot)()) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    m_saveAction = add(tr("&Save changes"), QKeySequence::Save, &SideBar::save);
    m_saveAsAction =
        add(tr("Save &as a view"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &SideBar::saveAsNew);
    m_identityAction = add(tr("Change who I am…"), {}, &SideBar::askWhoIAm);

    addViewAction(tr("&Rename"), Qt::Key_F2, &SideBar::rename);
    m_startupAction = addViewAction(tr("&Open at startup"), {}, &SideBar::toggleStartup);
    m_startupAction->setCheckable(true);
    addViewAction(tr("Move &up"), Qt::ALT | Qt::Key_Up, &SideBar::moveUp);
    addViewAction(tr("Move dow&n"), Qt::ALT | Qt::Key_Down, &SideBar::moveDown);
    addViewAction(tr("S&hare…"), {}, &SideBar::shareCurrent);
    addViewAction(tr("&Delete"), Qt::Key_Delete, &SideBar::remove);

    for (int place = 0; place < SideBarModel::viewsWithKeys; ++place) {
        auto *action = new QAction(this);
        action->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + place));
        action->setPriority(QAction::LowPriority); // the palette lists the view itself
        connect(action, &QAction::triggered, this,
                [this, action] { m_saved.open(action->data().toString()); });
        addAction(action);
        m_openActions.append(action);
    }
}

// For the list alone, whose keys are its own.
QAction *SideBar::addViewAction(const QString &text, const QKeySequence &keys,
                                void (SideBar::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_list->addAction(action);
    m_viewActions.append(action);
    return action;
}

void SideBar::setRail(bool isRail)
{
    m_workspaceButton->setRail(isRail);
    m_list->setRail(isRail);
    updateActions();
}

bool SideBar::isRail() const
{
    return m_list->isRail();
}

// The list scrolls.
QSize SideBar::minimumSizeHint() const
{
    const Heights &heights = m_dependencies.theme.theme().heights;
    return {heights.field + 2 * space::narrow, heights.topBar + 4 * heights.item};
}

void SideBar::openView(const QString &id)
{
    if (workspace::readyViewWithId(id))
        openReadyView(id);
    else
        m_saved.open(id);
}

QString SideBar::shortcutOf(const QString &viewId) const
{
    const auto action = std::ranges::find_if(m_openActions, [&viewId](const QAction *candidate) {
        return !viewId.isEmpty() && candidate->data().toString() == viewId;
    });
    return action == m_openActions.end() ? QString()
                                         : (*action)->shortcut().toString(QKeySequence::NativeText);
}

bool SideBar::openStartupView()
{
    return m_saved.open(m_saved.startupView());
}

void SideBar::open(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const QString id = index.data(SideBarModel::IdRole).toString();
    switch (m_model.kindAt(index.row())) {
    case Kind::Ready:
        return openReadyView(id);
    case Kind::View:
        m_saved.open(id);
        return;
    case Kind::SaveView:
        return saveAsNew();
    case Kind::Line:
        return showLine(id, modifiers & Qt::ControlModifier);
    case Kind::MoreLines:
        return m_model.setAllLinesListed(!m_model.areAllLinesListed());
    case Kind::Heading:
        return;
    }
}

// Columns stay as they are.
void SideBar::openReadyView(const QString &id)
{
    const std::optional<ReadyView> ready = workspace::readyViewWithId(id);
    if (!ready)
        return;
    if (*ready == ReadyView::Mine && m_dependencies.names.me().isEmpty())
        return askWhoIAm();
    workspace::ShownState &state = m_dependencies.state;
    state.open(workspace::readyView(*ready, state.shown().columns));
}

// Alone, or in addition to the others. A line that is shown already is taken away again.
void SideBar::showLine(const QString &id, bool isAdded)
{
    QStringList lines{id};
    if (isAdded) {
        lines = shownLines();
        if (lines.removeAll(id) == 0)
            lines.append(id);
    }
    m_dependencies.state.change(&workspace::Filters::lines, lines);
}

void SideBar::askWhoIAm()
{
    const QRect place = m_list->visualRect(m_model.index(m_model.rowOf(Kind::Ready, meId())));
    m_identity->adjustSize();
    const QPoint corner = m_list->viewport()->mapToGlobal(
        QPoint(layoutDirection() == Qt::RightToLeft ? place.right() + 1 - m_identity->width() : 0,
               place.bottom() + 1));
    m_identity->setGeometry(placed(*m_list, corner, m_identity->size()));
    m_identity->show();
}

void SideBar::setMe(const QString &teammateId)
{
    m_dependencies.names.setMe(teammateId);
    openReadyView(meId());
}

void SideBar::openFile(const QString &fileName)
{
    const auto added = m_saved.addFile(fileName);
    if (!added)
        return complain(tr("Couldn't open “%1”. %2")
                            .arg(inbox::harmlessLine(QFileInfo(fileName).fileName()),
                                 words::viewProblemSentence(added.error())));
    m_saved.open(added->id);
    if (added->isNew)
        confirm(tr("Added “%1”").arg(added->name));
}

// Nothing is asked where a view is open.
void SideBar::save()
{
    if (!m_saved.saveChanges())
        return saveAsNew();
    confirm(tr("Saved “%1”").arg(m_saved.openView()->name));
}

void SideBar::saveAsNew()
{
    const QString name = proposedName();
    const QString id = m_saved.saveShown(name);
    if (isRail() || !isVisible())
        return confirm(tr("Saved “%1”").arg(name));
    edit(id); // the name is a proposal
}

QString SideBar::proposedName() const
{
    const View &shown = m_dependencies.state.shown();
    const std::optional<ReadyView> ready = workspace::readyViewWithId(workspace::openViewId(shown));
    if (!ready || shown.search.trimmed() != workspace::readyView(*ready, {}).search)
        return words::shownText(shown.filters, shown.search, m_dependencies.names.context());
    const QString filters = words::filtersText(shown.filters, m_dependencies.names.context());
    const QString name = words::readyViewName(*ready);
    return filters.isEmpty() ? name : tr("%1, %2", "ready view and filters").arg(name, filters);
}

void SideBar::edit(const QString &viewId)
{
    const QModelIndex index = m_model.index(m_model.rowOf(Kind::View, viewId));
    if (!index.isValid() || isRail())
        return;
    m_list->setCurrentIndex(index);
    m_list->edit(index);
}

void SideBar::rename()
{
    if (const auto view = currentView())
        edit(view->id);
}

void SideBar::moveUp()
{
    if (const auto view = currentView())
        m_saved.move(view->id, m_saved.placeOf(view->id) - 1);
}

void SideBar::moveDown()
{
    if (const auto view = currentView())
        m_saved.move(view->id, m_saved.placeOf(view->id) + 2);
}

void SideBar::toggleStartup()
{
    if (const auto view = currentView())
        m_saved.setStartupView(m_saved.startupView() == view->id ? QString() : view->id);
}

void SideBar::shareCurrent()
{
    const auto view = currentView();
    if (!view)
        return;
    auto *dialog = new QFileDialog(this, tr("Share the view as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Quoin views (*.%1)").arg(QStringLiteral("quoinview")));
    dialog->setDefaultSuffix(QStringLiteral("quoinview"));
    dialog->selectFile(viewFileName(view->name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, view = *view](const QString &fileName) { writeFile(view, fileName); });
    dialog->open();
}

void SideBar::writeFile(const View &view, const QString &fileName)
{
    const QString name = QFileInfo(fileName).fileName();
    if (const auto problem = workspace::writeWhole(fileName, workspace::encodeView(view),
                                                   workspace::Readers::AsUsual))
        return complain(
            tr("Couldn't save “%1”: %2").arg(fileName, words::writeProblemText(*problem)));
    confirm(tr("Saved “%1”. It contains filters and columns, not your API key").arg(name));
}

void SideBar::remove()
{
    const auto view = currentView();
    if (!view)
        return;
    const int place = m_saved.placeOf(view->id);
    m_saved.remove(view->id);
    m_dependencies.messages.show({.id = messageId(),
                                  .text = tr("Deleted “%1”").arg(view->name),
                                  .actions = {{tr("U&ndo"),
                                               [this, place, view = *view] {
                                                   m_dependencies.messages.remove(messageId());
                                                   m_saved.insert(place, view);
                                                   m_list->setFocus();
                                                   m_list->setCurrentIndex(m_model.index(
                                                       m_model.rowOf(Kind::View, view.id)));
                                               }}},
                                  .stay = MessageBar::Stay::Briefly});
}

void SideBar::confirm(const QString &sentence)
{
    m_dependencies.messages.show({messageId(), sentence, {}, MessageBar::Stay::Briefly});
}

void SideBar::complain(const QString &sentence)
{
    m_dependencies.messages.show(
        {messageId(), sentence, {}, MessageBar::Stay::UntilClosed, MessageBar::Tone::Error});
}

void SideBar::showMenu(const QPoint &globalPosition)
{
    const QModelIndex at = m_list->currentIndex();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Kind kind = at.isValid() ? m_model.kindAt(at.row()) : Kind::Heading;
    if (kind == Kind::View) {
        menu->addAction(m_saveAction);
        menu->addSeparator();
        menu->addActions(m_viewActions);
    } else if (kind == Kind::Line) {
        const QString id = at.data(SideBarModel::IdRole).toString();
        connect(menu->addAction(tr("Only this line")), &QAction::triggered, this,
                [this, id] { showLine(id, false); });
        QAction *also = menu->addAction(tr("Also this line"));
        also->setCheckable(true);
        also->setChecked(shownLines().contains(id));
        connect(also, &QAction::triggered, this, [this, id] { showLine(id, true); });
        QAction *all = menu->addAction(tr("All lines"));
        all->setEnabled(!shownLines().isEmpty());
        connect(all, &QAction::triggered, this,
                [this] { m_dependencies.state.change(&workspace::Filters::lines, {}); });
    } else if (kind == Kind::Ready && at.data(SideBarModel::IdRole).toString() == meId()) {
        menu->addAction(m_identityAction);
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(m_saveAsAction);
    menu->popup(globalPosition);
}

void SideBar::updateLines()
{
    const inbox::Names &names = m_dependencies.names;
    const QString &region = names.reader().region;
    const QList<quo::Line> known = names.directory().lines();
    const QList<int> colors = colorsOfLines(names.directory().lineIds());
    const QStringList ids = names.directory().lineIds();
    QList<SideBarModel::Line> lines;
    for (const quo::Line &line : known) {
        const QString number = inbox::formatNumber(line.number, region);
        const QString plain = inbox::shortened(inbox::harmlessLine(line.name), 200);
        const QString full = inbox::lineName(line.id, names.directory(), region);
        lines.append({line.id, plain.isEmpty() ? number : plain,
                      plain.isEmpty() ? full : tr("%1, %2", "line and number").arg(full, number),
                      colors.value(ids.indexOf(line.id))});
    }
    const inbox::Collator collator(names.reader().locale);
    std::ranges::sort(lines, [&](const auto &a, const auto &b) {
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    m_model.setLines(lines);
    updateMarks();
}

// Ready views count all conversations. A line counts what it would show in place of the lines that
// are shown.
void SideBar::updateCounts()
{
    const inbox::ShownCounts counts = m_dependencies.session.counts();
    const quo::ConversationQuery &query = m_dependencies.session.query();
    QHash<QString, SideBarModel::Count> byId;
    const auto add = [&byId](const QString &id, int rows, bool isLeast) {
        if (rows > 0 || !isLeast)
            byId.insert(id, {rows, isLeast});
    };
    for (const ReadyView view : workspace::allReadyViews)
        if (const auto rows = words::readyViewCount(view, counts, m_dependencies.names.me()))
            add(workspace::readyViewId(view), *rows, !counts.isWorkspaceWhole);
    const QStringList asked = query.phoneNumbers;
    const QList<quo::Line> lines = m_dependencies.names.directory().lines();
    for (const quo::Line &line : lines) {
        const bool isAsked =
            asked.isEmpty() || asked.contains(line.id) || asked.contains(line.number);
        add(line.id, counts.choices.lines.value(line.id),
            counts.moreExist || (!isAsked && !counts.isWorkspaceWhole));
    }
    if (const auto open = m_saved.openView(); open && !m_saved.isChanged())
        add(open->id, counts.shown, counts.moreExist);
    m_model.setCounts(byId);
}

QStringList SideBar::shownLines() const
{
    const quo::Directory &directory = m_dependencies.names.directory();
    QStringList ids;
    for (const QString &line : m_dependencies.state.shown().filters.lines) {
        const std::optional<quo::Line> known = directory.lineWithNumber(line);
        ids.append(known ? known->id : line);
    }
    return ids;
}

void SideBar::updateMarks()
{
    View shown = m_dependencies.state.shown();
    const std::optional<View> saved = m_saved.openView();
    // It was deleted since.
    if (!saved && !workspace::readyViewWithId(shown.id))
        shown.id.clear();
    SideBarModel::Marks marks;
    marks.startup = m_saved.startupView();
    const QString open = workspace::openViewId(shown);
    if (!open.isEmpty())
        marks.shown.insert(open);
    if (saved && m_saved.isChanged())
        marks.changed = saved->id;
    // A view that names its lines says so itself.
    if (!saved || saved->filters.lines != shown.filters.lines) {
        const QStringList lines = shownLines();
        marks.shown.unite({lines.cbegin(), lines.cend()});
    }
    m_model.setMarks(marks);
    updateActions();
    updateCounts();
    Q_EMIT openViewChecked(!marks.changed.isEmpty());
}

void SideBar::updateActions()
{
    const std::optional<View> current = currentView();
    for (QAction *action : std::as_const(m_viewActions))
        action->setEnabled(current.has_value());
    m_startupAction->setChecked(current && current->id == m_saved.startupView());
    for (int place = 0; place < m_openActions.size(); ++place) {
        const View view = m_saved.all().value(place);
        m_openActions.at(place)->setEnabled(!view.id.isEmpty());
        m_openActions.at(place)->setData(view.id);
        m_openActions.at(place)->setText(view.id.isEmpty() ? tr("Open view %1").arg(place + 1)
                                                           : words::menuText(view.name));
    }
}

std::optional<View> SideBar::currentView() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || m_model.kindAt(current.row()) != Kind::View)
        return std::nullopt;
    return m_saved.view(current.data(SideBarModel::IdRole).toString());
}

} // namespace widgets
