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
    return state.assignment == inbox::ConversationState::Assignment::Unassigned
               ? StateWords::tr("Nobody", "has the conversation")
               : inbox::shownAssignee(*row.assignedTo(), context.directory);
}

QString ownerText(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    const std::optional<QString> id = row.assignedTo();
    return id ? inbox::shownAssignee(*id, context.directory)
              : markName(inbox::ConversationState::Mark::Unassigned);
}

QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    switch (state.mute) {
    case inbox::ConversationState::Mute::NotMuted:
        return StateWords::tr("Off", "mute");
    case inbox::ConversationState::Mute::MutedForGood:
        return StateWords::tr("On", "mute");
    case inbox::ConversationState::Mute::MutedUntil:
        return StateWords::tr("Until %1", "mute")
            .arg(instantInSentence(*row.mutedUntil(), context));
    }
    return {};
}

QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context)
{
    switch (state.snooze) {
    case inbox::ConversationState::Snooze::NotSnoozed:
        return StateWords::tr("Off", "snooze");
    case inbox::ConversationState::Snooze::SnoozedUntil:
        if (isIndefinite(*row.snoozedUntil(), context))
            return StateWords::tr("Indefinitely", "snoozed");
        return StateWords::tr("Until %1", "snooze")
            .arg(instantInSentence(*row.snoozedUntil(), context));
    case inbox::ConversationState::Snooze::SnoozeEnded:
        return StateWords::tr("Ended %1", "snooze")
            .arg(instantInSentence(*row.snoozedUntil(), context));
    }
    return {};
}

QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context)
{
    return state.deleted ? instantText(*row.deletedAt(), context) : QString();
}

QString stateTag(inbox::ConversationState::Mark mark, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    using Mark = inbox::ConversationState::Mark;
    const std::optional<quo::Instant> snoozed = row.snoozedUntil();
    if (mark == Mark::Snoozed && snoozed)
        return isIndefinite(*snoozed, context) ? StateWords::tr("Indefinitely", "snoozed")
                                               : dayOrTime(*snoozed, context);
    if (mark == Mark::SnoozeEnded && snoozed) {
        constexpr int daysOfTwoYears = 730;
        const qint64 days = daysSince(*snoozed, context);
        const QLocale &locale = context.reader.locale;
        if (days < 1)
            return StateWords::tr("Ended %1", "snooze").arg(dayOrTime(*snoozed, context));
        if (days == 1)
            return StateWords::tr("Ended yesterday", "a snooze");
        if (days < daysOfTwoYears)
            return StateWords::tr("Ended %1 d ago", "days since a snooze")
                .arg(locale.toString(days));
        return StateWords::tr("Ended %1 y ago", "years since a snooze")
            .arg(locale.toString(days / 365));
    }
    return markName(mark);
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
