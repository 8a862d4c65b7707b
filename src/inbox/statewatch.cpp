// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/statewatch.h"

#include "inbox/conversationstate.h"

#include <algorithm>

namespace inbox {

namespace {

// The wall clock may be set, or go on while the machine sleeps.
constexpr std::chrono::minutes longestWait{1};
constexpr std::chrono::seconds setBackTolerance{1};
// Rows whose states are looked at in one turn of the event loop: about a millisecond.
constexpr quint32 rowsInATurn = 10'000;

} // namespace

StateWatch::StateWatch(const ConversationStore &store, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
}

QHash<quint32, StateWatch::Known>
StateWatch::known(const QList<quo::Conversation> &conversations) const
{
    QHash<quint32, Known> known;
    for (const quo::Conversation &conversation : conversations)
        if (const std::optional<quint32> row = m_store.find(conversation.id)) {
            const ConversationRow content = m_store.at(*row);
            const bool isAssigned = content.isAssigned() && !m_store.rows().hasLeft(*row);
            known.insert(*row, {isAssigned, content.snoozedUntil()});
        }
    return known;
}

QList<Attention> StateWatch::noteMerged(const QList<quint32> &rows,
                                        const QHash<quint32, Known> &before)
{
    const quo::Instant now = m_clock.now();
    QList<Attention> attention;
    for (const quint32 row : rows) {
        const ConversationRow content = m_store.at(row);
        m_schedule.add(row, content, now);
        const bool isNew = !before.contains(row);
        const Known known = before.value(row);
        if (known.isAssigned && !content.isAssigned())
            attention.append({content.id(), Facet::Unassigned});
        if (m_snoozes.noteRead(row, isNew, known.snoozedUntil, content.snoozedUntil(), now))
            attention.append({content.id(), Facet::SnoozeEnded});
    }
    m_latest = std::max(m_latest, now);
    awaitNext();
    return attention;
}

// One timer for all rows. It looks at the wall clock every minute even if nothing is ahead, since
// that may have been set back.
void StateWatch::awaitNext()
{
    m_next.reset();
    if (m_store.size() == 0)
        return;
    quo::milliseconds wait = longestWait;
    if (const std::optional<quo::Instant> next = m_schedule.next())
        wait = std::min(wait, *next - m_clock.now());
    m_next = m_clock.callWhenAged(wait, [this] { onTimer(); });
}

void StateWatch::onTimer()
{
    const quo::Instant now = m_clock.now();
    const quo::Instant latest = std::exchange(m_latest, now);
    QList<quint32> rows = m_schedule.takeDue(now);
    QList<Attention> attention;
    for (const quint32 row : std::as_const(rows))
        if (const ConversationRow content = m_store.at(row);
            !m_store.rows().hasLeft(row) && m_snoozes.noteTime(row, content.snoozedUntil(), now))
            attention.append({content.id(), Facet::SnoozeEnded});
    if (now + setBackTolerance < latest) {
        m_schedule = {};
        m_setBackFrom = m_nextTurn ? std::max(m_setBackFrom, latest) : latest;
        rows += lookThrough(0);
    }
    awaitNext();
    Q_EMIT timePassed(rows, attention);
}

// What was due once may be ahead again. Returns the rows for which it is, of those that it looks at
// in this turn.
QList<quint32> StateWatch::lookThrough(quint32 first)
{
    m_nextTurn.reset();
    const quo::Instant now = m_clock.now();
    const quint32 end = std::min(m_store.size(), first + rowsInATurn);
    QList<quint32> changed;
    for (quint32 row = first; row < end; ++row) {
        if (m_store.rows().hasLeft(row))
            continue;
        const ConversationRow content = m_store.at(row);
        m_schedule.add(row, content, now);
        m_snoozes.noteTime(row, content.snoozedUntil(), now);
        const auto isAheadAgain = [&](quo::Instant at) { return at > now && at <= m_setBackFrom; };
        if (std::ranges::any_of(ConversationState::changesOf(content), isAheadAgain))
            changed.append(row);
    }
    if (end < m_store.size())
        m_nextTurn = m_clock.callAfter(quo::milliseconds(0), [this, end] {
            const QList<quint32> rows = lookThrough(end);
            awaitNext();
            Q_EMIT timePassed(rows, {});
        });
    return changed;
}

} // namespace inbox
