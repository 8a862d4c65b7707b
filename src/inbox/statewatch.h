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

// A loaded conversation that somebody may want to look at now, and why: it has become unassigned,
// or its snooze has ended.
struct Attention
{
    QString id;
    Facet because;

    bool operator==(const Attention &) const = default;
};

// Follows the states of loaded rows: snoozes and mutes end by time alone, also while the machine
// sleeps, and lie ahead again after the clock was set back. Each end of a snooze is reported once,
// whether time or a page shows it first, and none that was over when its row was first read.
class StateWatch : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    StateWatch(const ConversationStore &store, quo::Clock &clock, QObject *parent = nullptr);

    // What matters of a row that a merge may replace.
    struct Known
    {
        bool isAssigned = false; // and has not left
        std::optional<quo::Instant> snoozedUntil;
    };
    // Those of the conversations that the store has, by row. Asked before they are merged.
    QHash<quint32, Known> known(const QList<quo::Conversation> &conversations) const;
    // Notes rows that a merge has added or changed; 'before' is what was known of them.
    QList<Attention> noteMerged(const QList<quint32> &rows, const QHash<quint32, Known> &before);

Q_SIGNALS:
    // Comes at least once a minute while there are rows. 'rows' are in another state now, some of
    // them perhaps twice, and often there are none. A receiver may destroy the watch.
    void timePassed(const QList<quint32> &rows, const QList<inbox::Attention> &attention);

private:
    void awaitNext();
    void onTimer();
    QList<quint32> lookThrough(quint32 first);

    const ConversationStore &m_store;
    quo::Clock &m_clock;
    StateSchedule m_schedule;
    SnoozeWatch m_snoozes;
    quo::Instant m_latest{};      // the latest time that states are of
    quo::Instant m_setBackFrom{}; // the same before the clock was set back
    std::unique_ptr<quo::Clock::Timer> m_next;
    std::unique_ptr<quo::Clock::Timer> m_nextTurn; // while all rows are looked through
};

} // namespace inbox
