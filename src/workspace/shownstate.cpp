// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/shownstate.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace workspace {

namespace {

constexpr quo::milliseconds pause{500};
constexpr qsizetype mostSteps = 100;

// What the list is sorted by where nothing else is set.
QList<SortSetting> sortOf(const View &view)
{
    return view.sort.isEmpty() ? QList<SortSetting>{{QStringLiteral("lastActivityAt"), true}}
                               : view.sort;
}

} // namespace

ShownState::ShownState(Settings &settings, quo::Clock &clock, const QTimeZone &zone,
                       QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_zone(zone)
{
    m_shown.filters = settings.filters();
    m_shown.columns = settings.columns();
    m_shown.sort = settings.sort();
    m_kept = m_shown;
    // What was shown last has a search and a view that this one does not begin with.
    keepSoon();
}

ShownState::~ShownState()
{
    keep();
}

void ShownState::typeSearch(const QString &search)
{
    View next = m_shown;
    next.search = search;
    if (next == m_shown)
        return;
    if (!m_isTyping)
        note({m_shown, next});
    m_done.last().after = next;
    // What was typed is taken back.
    m_isTyping = m_done.last().before.search != search;
    if (!m_isTyping)
        m_done.removeLast();
    replace(next);
}

void ShownState::open(const View &view)
{
    View next = view;
    next.name.clear();
    showAtOnce(next);
}

void ShownState::clear()
{
    View next = m_shown;
    next.id.clear();
    next.filters = {};
    next.search.clear();
    showAtOnce(next);
}

bool ShownState::differsFrom(const View &view) const
{
    return view.filters != m_shown.filters || view.search.trimmed() != m_shown.search.trimmed() ||
           sortOf(view) != sortOf(m_shown);
}

bool ShownState::resume()
{
    const std::optional<View> last = m_settings.shown();
    if (last)
        open(*last);
    return last.has_value();
}

void ShownState::showAtOnce(const View &next)
{
    const QPointer<ShownState> self = this;
    show(next);
    if (self)
        Q_EMIT opened();
}

void ShownState::show(const View &next)
{
    if (next == m_shown)
        return;
    m_isTyping = false;
    const bool isStep =
        next.id != m_shown.id || next.filters != m_shown.filters || next.search != m_shown.search;
    if (isStep)
        note({m_shown, next});
    replace(next);
}

void ShownState::replace(const View &next)
{
    keepSoon();
    const View before = std::exchange(m_shown, next);
    Q_EMIT changed(before);
}

void ShownState::note(const Step &step)
{
    m_undone.clear();
    m_done.append(step);
    if (m_done.size() > mostSteps)
        m_done.removeFirst();
}

void ShownState::undo()
{
    go(m_done, m_undone, false);
}

void ShownState::redo()
{
    go(m_undone, m_done, false);
}

bool ShownState::canGoBack() const
{
    return std::ranges::any_of(m_done, &Step::changesView);
}

bool ShownState::canGoForward() const
{
    return std::ranges::any_of(m_undone, &Step::changesView);
}

void ShownState::goBack()
{
    if (canGoBack())
        go(m_done, m_undone, true);
}

void ShownState::goForward()
{
    if (canGoForward())
        go(m_undone, m_done, true);
}

void ShownState::forgetSteps()
{
    m_done.clear();
    m_undone.clear();
    m_isTyping = false;
}

void ShownState::go(QList<Step> &from, QList<Step> &to, bool toView)
{
    if (from.isEmpty())
        return;
    View next = m_shown;
    bool isThere = false;
    while (!isThere && !from.isEmpty()) {
        const Step step = from.takeLast();
        // Only what the step has changed: a column may have been widened since.
        const auto take = [&](auto part) {
            if (step.before.*part != step.after.*part)
                next.*part = step.before.*part;
        };
        take(&View::id);
        take(&View::filters);
        take(&View::columns);
        take(&View::search);
        take(&View::sort);
        isThere = !toView || step.changesView();
        to.append({step.after, step.before}); // as the way back
    }
    m_isTyping = false;
    const QPointer<ShownState> self = this;
    replace(next);
    if (self)
        Q_EMIT opened();
}

void ShownState::keepSoon()
{
    m_keeping = m_clock.callAfter(pause, [this] { keep(); });
}

void ShownState::keep()
{
    m_keeping.reset();
    // Filters that cannot be asked for would greet the next start with a problem.
    if (m_shown.filters != m_kept.filters &&
        quo::problemsOf(m_shown.filters.toQuery(m_clock.now(), m_zone)).isEmpty()) {
        m_kept.filters = m_shown.filters;
        m_settings.setFilters(m_shown.filters);
    }
    // Values that could not be read stay in the file until they are changed.
    if (m_shown.columns != m_kept.columns)
        m_settings.setColumns(m_kept.columns = m_shown.columns);
    if (m_shown.sort != m_kept.sort)
        m_settings.setSort(m_kept.sort = m_shown.sort);
    m_settings.setShown(m_shown);
}

} // namespace workspace
