// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/listwalk.h"

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
    QString memberId = {};    // 'US…': somebody on the line, who sees its calls; may be empty

    bool operator==(const ActivityKey &) const = default;
};

// How much of a conversation a thread holds, and why that is not all of it. What is said about the
// beginning of a conversation follows from this alone.
struct ActivityCoverage
{
    // One of the two lists.
    struct Part
    {
        enum class State {
            More,     // there are older ones, which nobody has asked for yet
            Ended,    // read to the first one
            NotAsked, // Quo cannot be asked for them, with these participants
            Failed,   // see 'error'
            Foreign,  // the last answer was about another conversation
        };
        State state = State::More;
        std::optional<quo::ApiError> error; // set where it failed
        bool isStarted = false;             // an answer has come, if only a refusal
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
    QList<quo::Activity::Kind> nextLists() const;
    // The walk over one of the two lists. Its pages are taken here.
    quo::ListWalk<quo::Activity> &walk(quo::Activity::Kind kind) { return list(kind).walk; }
    bool isFetching() const { return m_lists[0].walk.isFetching() || m_lists[1].walk.isFetching(); }
    // Cancels what is asked for.
    void stop();
    bool isStarted() const;
    const ActivityCoverage &coverage() const { return m_coverage; }
    // Why a list cannot be read; null where it can.
    const std::optional<quo::ApiError> &error(quo::Activity::Kind kind) const
    {
        return part(kind).error;
    }

    // Takes a page in and returns how many items there are now that were not before,
    // at the front unless a list comes late.
    int take(quo::Activity::Kind kind, const quo::ListPage<quo::Activity> &page);
    // The same for a failure: the other list goes on without it.
    int fail(quo::Activity::Kind kind, const quo::ApiError &error);
    // Lets lists that failed be asked for again.
    void forgetErrors();

private:
    using Part = ActivityCoverage::Part;

    struct List
    {
        quo::ListWalk<quo::Activity> walk;
        quo::Instant reached = quo::Instant::max(); // of the oldest item read
    };

    struct Held
    {
        quo::Instant time; // where it stands: that of its neighbour, if it has none
        quo::Activity item;
    };

    Part &part(quo::Activity::Kind kind);
    const Part &part(quo::Activity::Kind kind) const;
    List &list(quo::Activity::Kind kind) { return m_lists[size_t(kind)]; }
    const List &list(quo::Activity::Kind kind) const { return m_lists[size_t(kind)]; }
    // How far back the list has come that has come least far, of those that go on.
    quo::Instant horizon() const;
    int release();

    ActivityKey m_key;
    ActivityCoverage m_coverage;
    std::array<List, 2> m_lists; // by kind
    QList<Held> m_held;          // read, and older than what another list has reached
    QList<Held> m_shown;         // oldest first, as m_items has them
    QList<quo::Activity> m_items;
    QSet<QString> m_ids; // a page may shift, and then repeat
};

} // namespace inbox
