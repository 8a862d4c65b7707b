// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/readyviews.h"

#include <algorithm>

namespace workspace {

namespace {

// The condition that makes the view, as inbox::parseSearch() reads it.
QString conditionOf(ReadyView view)
{
    switch (view) {
    case ReadyView::All:
        return {};
    case ReadyView::Unassigned:
        return QStringLiteral("is:unassigned");
    case ReadyView::Mine:
        return QStringLiteral("to:me");
    case ReadyView::SnoozeEndsToday:
        return QStringLiteral("snoozed:today");
    case ReadyView::SnoozeEnded:
        return QStringLiteral("is:snooze-ended");
    }
    return {};
}

} // namespace

QString readyViewId(ReadyView view)
{
    switch (view) {
    case ReadyView::All:
        return QStringLiteral("all");
    case ReadyView::Unassigned:
        return QStringLiteral("unassigned");
    case ReadyView::Mine:
        return QStringLiteral("mine");
    case ReadyView::SnoozeEndsToday:
        return QStringLiteral("snooze-ends-today");
    case ReadyView::SnoozeEnded:
        return QStringLiteral("snooze-ended");
    }
    return {};
}

std::optional<ReadyView> readyViewWithId(const QString &id)
{
    const auto found = std::ranges::find_if(
        allReadyViews, [&id](ReadyView view) { return readyViewId(view) == id; });
    return found == allReadyViews.end() ? std::nullopt : std::optional(*found);
}

View readyView(ReadyView view, const QList<ColumnSetting> &columns)
{
    View made;
    made.id = readyViewId(view);
    made.columns = columns;
    made.search = conditionOf(view);
    return made;
}

bool isFiltered(const View &shown)
{
    return shown.filters != Filters() || !shown.search.trimmed().isEmpty();
}

QString openViewId(const View &shown)
{
    const std::optional<ReadyView> ready = readyViewWithId(shown.id);
    const bool isSaved = !ready && !shown.id.isEmpty();
    if (isSaved)
        return shown.id;
    if (!isFiltered(shown))
        return readyViewId(ReadyView::All);
    const bool holds = ready && *ready != ReadyView::All &&
                       shown.search.simplified().split(u' ').contains(conditionOf(*ready));
    return holds ? shown.id : QString();
}

} // namespace workspace
