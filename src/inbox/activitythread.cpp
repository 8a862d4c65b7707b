// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activitythread.h"

#include "quo/decodeactivity.h"

#include <algorithm>

namespace inbox {

using quo::Activity;

namespace {

constexpr qsizetype mostParticipants = 10; // the API's limit for a request of messages
// Fewer than usual, since the user is waiting for them.
constexpr int mostPagesWithoutNews = 20;

// A retry of the same page would fail again.
bool isAboutThePage(quo::ApiError::Kind kind)
{
    using Kind = quo::ApiError::Kind;
    return kind == Kind::RepeatedToken || kind == Kind::EndlessPages ||
           kind == Kind::BadParameter || kind == Kind::BadRequest;
}

quo::ListRequest<Activity> requestFor(Activity::Kind kind, const ActivityKey &key)
{
    return quo::activityRequest({kind, key.phoneNumberId, key.participants,
                                 kind == Activity::Kind::Call ? key.memberId : QString()});
}

} // namespace

ActivityThread::ActivityThread(ActivityKey key)
    : m_key(std::move(key))
    , m_lists{List{quo::ListWalk(requestFor(Activity::Kind::Message, m_key), mostPagesWithoutNews)},
              List{quo::ListWalk(requestFor(Activity::Kind::Call, m_key), mostPagesWithoutNews)}}
{
    const qsizetype people = m_key.participants.size();
    if (people == 0 || people > mostParticipants)
        m_coverage.messages.state = Part::State::Unavailable;
    if (people != 1)
        m_coverage.calls.state = Part::State::Unavailable;
}

ActivityCoverage::Part &ActivityThread::part(Activity::Kind kind)
{
    return kind == Activity::Kind::Message ? m_coverage.messages : m_coverage.calls;
}

const ActivityCoverage::Part &ActivityThread::part(Activity::Kind kind) const
{
    return kind == Activity::Kind::Message ? m_coverage.messages : m_coverage.calls;
}

quo::Instant ActivityThread::horizon() const
{
    quo::Instant latest = quo::Instant::min();
    for (const Activity::Kind kind : quo::activityKinds)
        if (part(kind).state == Part::State::More)
            latest = std::max(latest, list(kind).reached);
    return latest;
}

QList<Activity::Kind> ActivityThread::nextLists() const
{
    // The lists that have been read the least far hold back the others.
    const quo::Instant latest = horizon();
    QList<Activity::Kind> lists;
    for (const Activity::Kind kind : quo::activityKinds)
        if (part(kind).state == Part::State::More && list(kind).reached == latest)
            lists.append(kind);
    return lists;
}

void ActivityThread::stop()
{
    for (List &list : m_lists)
        list.walk.stop();
}

bool ActivityThread::isStarted() const
{
    return m_coverage.messages.isStarted || m_coverage.calls.isStarted;
}

int ActivityThread::take(Activity::Kind kind, const quo::ListPage<Activity> &page)
{
    Part &part = this->part(kind);
    List &list = this->list(kind);
    part.isStarted = true;
    part.unreadable += int(page.skipped.size());
    qsizetype foreign = 0;
    for (const Activity &item : page.rows) {
        if (!item.conversationId.isEmpty() && item.conversationId != m_key.conversationId) {
            ++foreign;
            continue;
        }
        // An item without a time stays next to the item before it.
        list.reached = std::min(list.reached, item.createdAt.value_or(list.reached));
        list.walk.note(item);
        if (m_ids.contains(item.id))
            continue;
        m_ids.insert(item.id);
        m_held.prepend({item.createdAt.value_or(list.reached), item});
        ++part.read;
    }
    part.foreign += int(foreign);
    const std::optional<quo::ApiError> endless = list.walk.advance(page.nextPageToken);
    if (foreign > 0 && foreign == page.rows.size()) {
        part.state = Part::State::Foreign;
    } else if (!page.nextPageToken) {
        part.state = Part::State::Ended;
    } else if (endless) {
        part.state = Part::State::Failed;
        part.error = endless;
    }
    return release();
}

int ActivityThread::fail(Activity::Kind kind, const quo::ApiError &error)
{
    part(kind).isStarted = true;
    part(kind).state = Part::State::Failed;
    part(kind).error = error;
    return release();
}

void ActivityThread::forgetErrors()
{
    for (const Activity::Kind kind : quo::activityKinds) {
        Part &part = this->part(kind);
        if (!part.canRetry())
            continue;
        const bool startsOver =
            part.state == Part::State::Foreign || (part.error && isAboutThePage(part.error->kind));
        part.state = Part::State::More;
        part.error.reset();
        // Known items are skipped.
        if (startsOver) {
            walk(kind).startOver();
            part.unreadable = 0;
            part.foreign = 0;
        }
    }
}

int ActivityThread::release()
{
    std::ranges::stable_sort(m_held, {}, &Held::time);
    const auto first = std::ranges::lower_bound(m_held, horizon(), {}, &Held::time);
    const auto released = int(m_held.end() - first);
    m_shown = QList<Held>(first, m_held.end()) + m_shown;
    m_held.erase(first, m_held.end());
    std::ranges::stable_sort(m_shown, {},
                             &Held::time); // a list that is read late may have newer items
    m_items.clear();
    for (const Held &held : std::as_const(m_shown))
        m_items.append(held.item);
    return released;
}

} // namespace inbox
