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

} // namespace words
