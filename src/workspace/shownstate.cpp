// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/shownstate.h"

#include <QPointer>

#include <utility>

namespace workspace {

namespace {

constexpr quo::milliseconds pause{500};

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

void ShownState::open(const View &view)
{
    View next = view;
    next.name.clear();
    const QPointer<ShownState> self = this;
    show(next);
    if (self)
        Q_EMIT opened();
}

bool ShownState::resume()
{
    const std::optional<View> last = m_settings.shown();
    if (last)
        open(*last);
    return last.has_value();
}

void ShownState::show(const View &next)
{
    if (next == m_shown)
        return;
    keepSoon();
    const View before = std::exchange(m_shown, next);
    Q_EMIT changed(before);
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
