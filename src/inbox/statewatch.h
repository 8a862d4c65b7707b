// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstore.h"
#include "inbox/facet.h"
#include "inbox/snoozewatch.h"
#include "inbox/stateschedule.h"
#include "quo/clock.h"

#include <QObject>

#include <memory>

namespace inbox {

// A known conversation that somebody may want to look at now, and why: it has become unassigned,
// or its snooze has ended.
struct Attention
{
    QString id;
    Facet because;

    bool operator==(const Attention &) const = default;
};

// Follows the states of known rows. Snoozes and mutes end by time alone, even while the machine
// sleeps, and are in the future again after the clock was set back. Each end of a snooze is
// announced once, whether time or a page shows it first; one that was over when its row was first
// read is not.
class StateWatch : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    StateWatch(const ConversationStore &store, quo::Clock &clock, QObject *parent = nullptr);

    // What is remembered of a row before a merge.
    struct Known
    {
        bool isAssigned = false; // and has not left
        std::optional<quo::Instant> snoozedUntil;
    };
    // The conversations that are in the store, by row. To be called before they are merged.
    QHash<quint32, Known> known(const QList<quo::Conversation> &conversations) const;
    // Takes in the rows that a merge has added or changed. 'before' is what known() returned.
    QList<Attention> noteMerged(const QList<quint32> &rows, const QHash<quint32, Known> &before);
    // Takes in the rows from 'first' on, which the store has adopted: soon, in turns of the event
    // loop.
    void noteAdopted(quint32 first);

Q_SIGNALS:
    // Emitted at least once a minute while there are rows. 'rows' have changed their states; they
    // may contain a row twice, and are often empty. A receiver may destroy the watch.
    void timePassed(const QList<quint32> &rows, const QList<inbox::Attention> &attention);

private:
    struct Passed
    {
        QList<quint32> rows;
        QList<Attention> attention;
    };

    void awaitNext();
    void onTimer();
    void lookThroughLater(quint32 first);
    void lookThrough(quint32 first, Passed &passed);
    void noteTime(quint32 row, quo::Instant now, Passed &passed);

    const ConversationStore &m_store;
    quo::Clock &m_clock;
    StateSchedule m_schedule;
    SnoozeWatch m_snoozes;
    quo::Instant m_latest{};     // the latest time at which states were determined
    quo::Instant m_lookedFrom{}; // when rows that are looked through have been seen the last time
    std::unique_ptr<quo::Clock::Timer> m_next;
    std::unique_ptr<quo::Clock::Timer> m_nextTurn; // while rows are looked through
};

} // namespace inbox
