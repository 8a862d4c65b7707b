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

void StateWatch::noteAdopted(quint32 first)
{
    m_latest = std::max(m_latest, m_clock.now());
    if (!m_nextTurn) { // else it will get to them
        m_lookedFrom = m_latest;
        lookThroughLater(first);
    }
    awaitNext();
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
    Passed passed;
    for (const quint32 row : m_schedule.takeDue(now))
        noteTime(row, now, passed);
    if (now + setBackTolerance < latest) {
        m_schedule = {};
        m_lookedFrom = m_nextTurn ? std::max(m_lookedFrom, latest) : latest;
        lookThrough(0, passed);
    }
    awaitNext();
    Q_EMIT timePassed(passed.rows, passed.attention);
}

void StateWatch::lookThroughLater(quint32 first)
{
    m_nextTurn = m_clock.callAfter(quo::milliseconds(0), [this, first] {
        Passed passed;
        lookThrough(first, passed);
        awaitNext();
        Q_EMIT timePassed(passed.rows, passed.attention);
    });
}

// Schedules adopted rows, or all rows anew after the clock was set back, in turns. After that, some
// of their changes are in the future again, or in the past, if the clock was set forward since.
void StateWatch::lookThrough(quint32 first, Passed &passed)
{
    m_nextTurn.reset();
    const quo::Instant now = m_clock.now();
    const auto isBetween = [this, now](quo::Instant at) {
        return at > std::min(now, m_lookedFrom) && at <= std::max(now, m_lookedFrom);
    };
    const quint32 end = std::min(m_store.size(), first + rowsInATurn);
    for (quint32 row = first; row < end; ++row) {
        if (m_store.rows().hasLeft(row))
            continue;
        const ConversationRow content = m_store.at(row);
        m_schedule.add(row, content, now);
        m_snoozes.await(row, content.snoozedUntil(), now);
        if (std::ranges::any_of(ConversationState::changesOf(content), isBetween))
            noteTime(row, now, passed);
    }
    if (end < m_store.size())
        lookThroughLater(end);
}

void StateWatch::noteTime(quint32 row, quo::Instant now, Passed &passed)
{
    passed.rows.append(row);
    const ConversationRow content = m_store.at(row);
    if (!m_store.rows().hasLeft(row) && m_snoozes.noteTime(row, content.snoozedUntil(), now))
        passed.attention.append({content.id(), Facet::SnoozeEnded});
}

} // namespace inbox
