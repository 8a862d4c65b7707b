// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/listwalk.h"

#include <QSet>

#include <array>

namespace inbox {

// Identifies a conversation's activity: what requests to /v1/messages and /v1/calls need.
struct ActivityKey
{
    QString conversationId;
    QString lastActivityId; // a different one means that there is new activity
    QString phoneNumberId;
    QStringList participants; // without the workspace's own lines
    QString memberId = {};    // 'US…': a member of the line, who sees its calls; may be empty

    bool operator==(const ActivityKey &) const = default;
};

// How much of a conversation a thread holds, and why that is not everything. All sentences about
// the beginning of a conversation are based on this alone.
struct ActivityCoverage
{
    // The state of one of the two lists.
    struct Part
    {
        enum class State {
            More,        // there are older ones, which were not requested yet
            Ended,       // read up to the first one
            Unavailable, // the API cannot list them for these participants
            Failed,      // see 'error'
            Foreign,     // the last answer was for another conversation
        };
        State state = State::More;
        std::optional<quo::ApiError> error; // set if it has failed
        bool isStarted = false;             // there was an answer, even a refusal
        int read = 0;                       // messages or calls
        int unreadable = 0;                 // left out
        int foreign = 0;                    // left out, since they belong to another conversation

        bool isWhole() const { return state == State::Ended && unreadable == 0 && foreign == 0; }
        bool canRetry() const { return state == State::Failed || state == State::Foreign; }
    };
    Part messages;
    Part calls;

    bool isWhole() const { return messages.isWhole() && calls.isWhole(); }
    bool canRetry() const { return messages.canRetry() || calls.canRetry(); }
};

// The messages and calls of one conversation, as far as they are read: two lists that are read page
// by page, latest first, and merged into one. Items of one list are held back until the other list
// has been read as far, so that nothing is inserted between items that are shown, unless a list
// succeeds after a failure.
class ActivityThread
{
public:
    explicit ActivityThread(ActivityKey key);

    const ActivityKey &key() const { return m_key; }
    // Oldest first.
    const QList<quo::Activity> &items() const { return m_items; }

    // The lists to request next: those that hold back the others; none once everything is read.
    QList<quo::Activity::Kind> nextLists() const;
    // The walk over one of the two lists, whose pages this thread takes.
    quo::ListWalk<quo::Activity> &walk(quo::Activity::Kind kind) { return list(kind).walk; }
    bool isFetching() const { return m_lists[0].walk.isFetching() || m_lists[1].walk.isFetching(); }
    // Cancels all requests.
    void stop();
    bool isStarted() const;
    const ActivityCoverage &coverage() const { return m_coverage; }
    // Why a list cannot be read; null if it can.
    const std::optional<quo::ApiError> &error(quo::Activity::Kind kind) const
    {
        return part(kind).error;
    }

    // Adds a page and returns the number of new items. They are at the front, unless a list is read
    // late.
    int take(quo::Activity::Kind kind, const quo::ListPage<quo::Activity> &page);
    // The same after a failure: the other list goes on without this one.
    int fail(quo::Activity::Kind kind, const quo::ApiError &error);
    // Allows new requests for lists that have failed.
    void forgetErrors();

private:
    using Part = ActivityCoverage::Part;

    struct List
    {
        quo::ListWalk<quo::Activity> walk;
        quo::Instant reached = quo::Instant::max(); // the time of the oldest item that was read
    };

    struct Held
    {
        quo::Instant time; // its place: the time of its neighbour, if it has none
        quo::Activity item;
    };

    Part &part(quo::Activity::Kind kind);
    const Part &part(quo::Activity::Kind kind) const;
    List &list(quo::Activity::Kind kind) { return m_lists[size_t(kind)]; }
    const List &list(quo::Activity::Kind kind) const { return m_lists[size_t(kind)]; }
    // How far back the lists that go on have all been read.
    quo::Instant horizon() const;
    int release();

    ActivityKey m_key;
    ActivityCoverage m_coverage;
    std::array<List, 2> m_lists; // by kind
    QList<Held> m_held;          // read, but older than another list has been read
    QList<Held> m_shown;         // oldest first, in the order of m_items
    QList<quo::Activity> m_items;
    QSet<QString> m_ids; // pages may shift, and then repeat items
};

} // namespace inbox
