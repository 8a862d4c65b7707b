// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/statewords.h"

#include "inbox/naming.h"
#include "words/instanttext.h"

#include <QCoreApplication>

namespace words {

namespace {

struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(words::StateWords)
};

} // namespace

QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context)
{
    switch (state.assignment) {
    case inbox::ConversationState::Assignment::Unassigned:
        return StateWords::tr("Unassigned");
    case inbox::ConversationState::Assignment::Teammate:
        return StateWords::tr("Assigned to %1")
            .arg(inbox::assigneeName(*row.assignedTo(), context.directory));
    case inbox::ConversationState::Assignment::SystemUser:
        return StateWords::tr("Assigned to the system");
    }
    return {};
}

QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    switch (state.mute) {
    case inbox::ConversationState::Mute::NotMuted:
        return StateWords::tr("Not muted");
    case inbox::ConversationState::Mute::MutedForGood:
        return StateWords::tr("Muted");
    case inbox::ConversationState::Mute::MutedUntil:
        return StateWords::tr("Muted until %1, for another %2")
            .arg(shortInstant(*row.mutedUntil(), context),
                 durationText(*row.mutedUntil() - context.now));
    }
    return {};
}

QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context)
{
    switch (state.snooze) {
    case inbox::ConversationState::Snooze::NotSnoozed:
        return StateWords::tr("Not snoozed");
    case inbox::ConversationState::Snooze::SnoozedUntil:
        return StateWords::tr("Snoozed until %1, in %2")
            .arg(shortInstant(*row.snoozedUntil(), context),
                 durationText(*row.snoozedUntil() - context.now));
    case inbox::ConversationState::Snooze::SnoozeEnded:
        return StateWords::tr("Snooze ended %1 ago")
            .arg(durationText(context.now - *row.snoozedUntil()));
    }
    return {};
}

QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context)
{
    return state.deleted
               ? StateWords::tr("Deleted %1 ago").arg(durationText(context.now - *row.deletedAt()))
               : QString();
}

QString facetName(inbox::Facet facet)
{
    using Mark = inbox::ConversationState::Mark;
    switch (facet) {
    case inbox::Facet::Unassigned:
        return markName(Mark::Unassigned);
    case inbox::Facet::Assigned:
        return StateWords::tr("Assigned");
    case inbox::Facet::Snoozed:
        return markName(Mark::Snoozed);
    case inbox::Facet::SnoozeEnded:
        return markName(Mark::SnoozeEnded);
    case inbox::Facet::Muted:
        return markName(Mark::Muted);
    case inbox::Facet::Deleted:
        return markName(Mark::Deleted);
    }
    return {};
}

QString markName(inbox::ConversationState::Mark mark)
{
    using Mark = inbox::ConversationState::Mark;
    switch (mark) {
    case Mark::Unassigned:
        return StateWords::tr("Unassigned");
    case Mark::Snoozed:
        return StateWords::tr("Snoozed");
    case Mark::SnoozeEnded:
        return StateWords::tr("Snooze ended");
    case Mark::Muted:
        return StateWords::tr("Muted");
    case Mark::Deleted:
        return StateWords::tr("Deleted");
    }
    return {};
}

} // namespace words
