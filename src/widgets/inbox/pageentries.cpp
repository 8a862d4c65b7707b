// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/pageentries.h"

#include "inbox/giveway.h"
#include "inbox/naming.h"
#include "inbox/rowfilter.h"
#include "inbox/searchconditions.h"
#include "inbox/searchmarks.h"
#include "inbox/searchparser.h"
#include "inbox/searchtokens.h"
#include "widgets/inbox/savedviews.h"
#include "widgets/inbox/sidebar.h"
#include "words/readyviews.h"
#include "words/rowwords.h"
#include "words/statewords.h"
#include "workspace/readyviews.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>

namespace widgets {

namespace {

constexpr qsizetype mostConversations = 6;
constexpr qsizetype leastTyped = 2; // a single letter is in almost every name
constexpr int rowsBetweenLooks = 4096;

// Whether it is found by whom it is about, and not by its line or its owner.
bool isAbout(const words::RowTitle &title, const QList<inbox::SearchTerm> &terms)
{
    using inbox::ColumnId;
    return std::ranges::all_of(terms, [&title](const inbox::SearchTerm &term) {
        const auto holds = [&term](const QString &text, ColumnId column) {
            return !text.isEmpty() &&
                   !inbox::foundIn(text, inbox::columnIndex(column), {term}).isEmpty();
        };
        return holds(title.name, ColumnId::Name) || holds(title.company, ColumnId::Name) ||
               holds(title.name, ColumnId::Participants) ||
               holds(title.below, ColumnId::Participants);
    });
}

PaletteEntry toEntry(const inbox::ConversationRow &row, const words::RowTitle &title,
                     const inbox::CellContext &context)
{
    QStringList details{title.below, words::lineLabel(row.phoneNumberId(), context)};
    details.removeAll(QString());
    return {.id = row.id(),
            .group = PaletteGroup::Conversations,
            .text = title.company.isEmpty() ? title.name
                                            : title.name + QStringLiteral(" · ") + title.company,
            .detail = details.join(QStringLiteral(" · ")),
            .keys = {},
            .mark = {.avatar = avatarOf(row, context)},
            .run = {}};
}

} // namespace

PageEntries::PageEntries(const Dependencies &dependencies, QObject *parent)
    : PaletteSource(parent)
    , m_dependencies(dependencies)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PageEntries::showFound);
    connect(&dependencies.names, &inbox::Names::contactsChanged, this,
            [this] { m_contactTexts.reset(); });
}

PageEntries::~PageEntries()
{
    m_watcher.cancel();
    m_pool.waitForDone();
}

QList<PaletteEntry> PageEntries::entries()
{
    QList<PaletteEntry> entries;
    const auto addView = [&](const QString &id, const QString &name, Drawing drawing) {
        entries.append({.id = QLatin1String("view:") + id,
                        .group = PaletteGroup::Views,
                        .text = name,
                        .detail = {},
                        .keys = m_dependencies.sideBar.shortcutOf(id),
                        .mark = {.drawing = drawing},
                        .run = [this, id] { m_dependencies.sideBar.openView(id); }});
    };
    for (const workspace::ReadyView view : workspace::allReadyViews)
        addView(workspace::readyViewId(view), words::readyViewName(view), drawingOf(view));
    const QList<workspace::View> &saved = m_dependencies.sideBar.savedViews().all();
    for (const workspace::View &view : saved)
        addView(view.id, view.name, Drawing::View);
    addFilters(entries);
    return entries;
}

void PageEntries::addFilters(QList<PaletteEntry> &entries)
{
    const inbox::CellContext context = m_dependencies.names.context();
    const auto add = [&entries](const QString &id, const QString &text, const RowMark &mark,
                                const std::function<void()> &run) {
        entries.append({.id = id,
                        .group = PaletteGroup::Filters,
                        .text = text,
                        .detail = {},
                        .keys = {},
                        .mark = mark,
                        .run = run});
    };
    for (const inbox::Facet facet : inbox::allFacets) {
        const QString word = inbox::facetWord(facet);
        add(QLatin1String("state:") + word, tr("State: %1").arg(words::facetName(facet)),
            {.drawing = Drawing::Filter},
            [this, word] { filterBy(inbox::columnIndex(inbox::ColumnId::State), word); });
    }
    const QStringList lines = m_dependencies.names.directory().lineIds();
    const QList<int> colors = colorsOfLines(lines);
    for (qsizetype i = 0; i < lines.size(); ++i)
        add(QLatin1String("line:") + lines.at(i),
            tr("Line: %1").arg(words::lineLabel(lines.at(i), context)), {.lineColor = colors.at(i)},
            [this, id = lines.at(i)] {
                m_dependencies.state.change(&workspace::Filters::lines, QStringList{id});
            });
    const QList<quo::Teammate> teammates = m_dependencies.names.directory().teammates();
    for (const quo::Teammate &teammate : teammates) {
        const QString name = inbox::assigneeName(teammate.id, m_dependencies.names.directory());
        add(QLatin1String("to:") + teammate.id, tr("Assigned to: %1").arg(name),
            {.avatar = avatarOf(name, teammate.id)}, [this, name] {
                filterBy(inbox::columnIndex(inbox::ColumnId::AssignedTo), inbox::searchValue(name));
            });
    }
}

void PageEntries::filterBy(int column, const QString &value)
{
    workspace::ShownState &state = m_dependencies.state;
    state.change(&workspace::View::search,
                 inbox::withConditions(state.shown().search, column,
                                       {inbox::anyOfCondition(column, {value})},
                                       inbox::searchContext(m_dependencies.names)));
}

void PageEntries::findConversations(const QString &typed)
{
    m_watcher.cancel();
    if (typed.trimmed().size() < leastTyped)
        return;
    const inbox::SearchQuery query =
        inbox::parseSearch(typed, inbox::searchContext(m_dependencies.names));
    const bool isText = std::ranges::all_of(query.terms, [](const inbox::SearchTerm &term) {
        return term.column < 0 && !term.isNegated && term.isText();
    });
    if (!isText || query.terms.isEmpty())
        return;
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [query, rows = m_dependencies.model.rows(), order = m_dependencies.model.order(),
                  names = m_dependencies.names.snapshot(),
                  texts = m_contactTexts](QPromise<Found> &promise) noexcept {
            inbox::giveWay();
            Found found;
            found.contactTexts =
                texts ? texts : std::make_shared<inbox::ContactTexts>(names.contacts);
            const inbox::CellContext context = names.context();
            const inbox::RowMatcher matcher({0, query}, rows, context, found.contactTexts);
            int looked = 0;
            const auto look = [&](quint32 index) {
                if (found.entries.size() == mostConversations || looked < 0)
                    return;
                if (++looked % rowsBetweenLooks == 0 && promise.isCanceled()) {
                    looked = -1;
                    return;
                }
                if (!matcher.matches(rows, index, names.now))
                    return;
                const inbox::ConversationRow row = rows.at(index);
                const words::RowTitle title = words::rowTitle(row, context, query.terms);
                if (isAbout(title, query.terms))
                    found.entries.append(toEntry(row, title, context));
            };
            order.forEach(look);
            // Then those that the list does not show.
            for (quint32 index = 0; index < rows.size(); ++index)
                if (!order.contains(index) && !rows.hasLeft(index))
                    look(index);
            promise.addResult(std::move(found));
        }));
}

void PageEntries::showFound()
{
    if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
        return;
    Found found = m_watcher.result();
    m_contactTexts = found.contactTexts;
    for (PaletteEntry &entry : found.entries)
        entry.run = [this, id = entry.id] { Q_EMIT conversationRequested(id); };
    Q_EMIT conversationsFound(found.entries);
}

QStringList PageEntries::recent() const
{
    return m_dependencies.settings.recentCommands();
}

void PageEntries::noteUsed(const QString &id)
{
    m_dependencies.settings.noteCommand(id);
}

} // namespace widgets
