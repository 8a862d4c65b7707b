// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/readyviews.h"

#include <QCoreApplication>

namespace words {

namespace {

struct ReadyViewWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ReadyViewWords)
};

} // namespace

QString readyViewName(workspace::ReadyView view)
{
    using workspace::ReadyView;
    switch (view) {
    case ReadyView::All:
        return ReadyViewWords::tr("All conversations");
    case ReadyView::Unassigned:
        return ReadyViewWords::tr("Unassigned");
    case ReadyView::Mine:
        return ReadyViewWords::tr("Assigned to me");
    case ReadyView::SnoozeEndsToday:
        return ReadyViewWords::tr("Snooze ends today");
    case ReadyView::SnoozeEnded:
        return ReadyViewWords::tr("Snooze ended");
    }
    return {};
}

std::optional<int> readyViewCount(workspace::ReadyView view, const inbox::ShownCounts &counts,
                                  const QString &me)
{
    using workspace::ReadyView;
    switch (view) {
    case ReadyView::All:
        return std::nullopt;
    case ReadyView::Unassigned:
        return counts.all.of(inbox::Facet::Unassigned);
    case ReadyView::Mine:
        return me.isEmpty() ? std::nullopt : std::optional(counts.all.assignees.value(me));
    case ReadyView::SnoozeEndsToday:
        return counts.snoozesThatEndToday;
    case ReadyView::SnoozeEnded:
        return counts.all.of(inbox::Facet::SnoozeEnded);
    }
    return std::nullopt;
}

} // namespace words
