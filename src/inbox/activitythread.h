// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/apierror.h"

#include <QSet>

#include <array>

namespace inbox {

// Which conversation's activity: what /v1/messages and /v1/calls need to be asked.
struct ActivityKey
{
    QString conversationId;
    QString lastActivityId; // another one means that there is something new
    QString phoneNumberId;
    QStringList participants; // without the workspace's own lines

    bool operator==(const ActivityKey &) const = default;
};

// The messages and calls of one conversation, as far as they are read: two lists that come page by
// page, latest first, put together into one that reads like a chat. What one list has is held back
// until the other one reaches as far, so nothing is put in between later, unless a list that had
// failed comes after all.
class ActivityThread
{
public:
    explicit ActivityThread(ActivityKey key);

    const ActivityKey &key() const { return m_key; }
    // Oldest first.
    const QList<quo::Activity> &items() const { return m_items; }

    // What to ask for next: nothing once all is read, else the lists that keep the others waiting.
    QList<quo::ActivityQuery> nextQueries() const;
    bool isStarted() const;
    bool isWhole() const;
    // Calls can be asked for with one participant only.
    bool leavesOutCalls() const { return m_key.participants.size() != 1; }
    // Why a list cannot be read; null where it can.
    const std::optional<quo::ApiError> &error(quo::Activity::Kind kind) const;

    // Takes a page in and returns how many items there are now that were not before,
    // at the front unless a list comes late.
    int take(quo::Activity::Kind kind, const quo::ActivityPage &page);
    // The same for a failure: the other list goes on without it.
    int fail(quo::Activity::Kind kind, const quo::ApiError &error);
    // Lets lists that failed be asked for again.
    void forgetErrors();

private:
    struct Stream
    {
        std::optional<QString> nextToken;
        bool isStarted = false;
        bool isEnded = false;
        std::optional<quo::ApiError> error;
        quo::Instant reached = quo::Instant::max(); // of the oldest item read
        QSet<QString> seenTokens;

        bool isOpen() const { return !isEnded && !error; }
    };

    Stream &stream(quo::Activity::Kind kind) { return m_streams[size_t(kind)]; }
    const Stream &stream(quo::Activity::Kind kind) const { return m_streams[size_t(kind)]; }
    int release();

    ActivityKey m_key;
    std::array<Stream, 2> m_streams; // by kind
    QList<quo::Activity> m_held;     // read, and older than what another list has reached
    QList<quo::Activity> m_items;
    QSet<QString> m_ids; // a page may shift, and then repeat
};

} // namespace inbox
