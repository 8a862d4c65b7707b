// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/activitythread.h"

#include <algorithm>

namespace inbox {

using quo::Activity;

namespace {

constexpr std::array kinds{Activity::Kind::Message, Activity::Kind::Call};
constexpr qsizetype mostParticipants = 10; // that messages can be asked for with

// From the page that was asked for it would fail again.
bool isAboutThePage(quo::ApiError::Kind kind)
{
    using Kind = quo::ApiError::Kind;
    return kind == Kind::RepeatedToken || kind == Kind::EndlessPages ||
           kind == Kind::BadParameter || kind == Kind::BadRequest;
}

} // namespace

ActivityThread::ActivityThread(ActivityKey key)
    : m_key(std::move(key))
{
    const qsizetype people = m_key.participants.size();
    if (people == 0 || people > mostParticipants)
        m_coverage.messages.state = Part::State::NotAsked;
    if (people != 1)
        m_coverage.calls.state = Part::State::NotAsked;
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
    for (const Activity::Kind kind : kinds)
        if (part(kind).state == Part::State::More)
            latest = std::max(latest, cursor(kind).reached);
    return latest;
}

QList<quo::ActivityQuery> ActivityThread::nextQueries() const
{
    // The further back a list has come, the less it keeps the other waiting.
    const quo::Instant latest = horizon();
    QList<quo::ActivityQuery> queries;
    for (const Activity::Kind kind : kinds)
        if (part(kind).state == Part::State::More && cursor(kind).reached == latest)
            queries.append({kind, m_key.phoneNumberId, m_key.participants,
                            kind == Activity::Kind::Call ? m_key.memberId : QString(),
                            cursor(kind).nextToken});
    return queries;
}

bool ActivityThread::isStarted() const
{
    return m_coverage.messages.isStarted || m_coverage.calls.isStarted;
}

int ActivityThread::take(Activity::Kind kind, const quo::ActivityPage &page)
{
    Part &part = this->part(kind);
    Cursor &cursor = this->cursor(kind);
    part.isStarted = true;
    part.unreadable += page.unreadable;
    qsizetype foreign = 0;
    qsizetype news = 0;
    for (const Activity &item : page.items) {
        if (!item.conversationId.isEmpty() && item.conversationId != m_key.conversationId) {
            ++foreign;
            continue;
        }
        // One without a time stays beside the one that it came after.
        cursor.reached = std::min(cursor.reached, item.createdAt.value_or(cursor.reached));
        if (m_ids.contains(item.id))
            continue;
        ++news;
        m_ids.insert(item.id);
        m_held.prepend({item.createdAt.value_or(cursor.reached), item});
        ++part.read;
    }
    part.foreign += int(foreign);
    cursor.nextToken = page.nextPageToken;
    ++cursor.pages;
    const std::optional<quo::ApiError> endless = cursor.guard.check(news, page.nextPageToken);
    if (foreign > 0 && foreign == page.items.size()) {
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
    for (const Activity::Kind kind : kinds) {
        Part &part = this->part(kind);
        if (!part.canRetry())
            continue;
        const bool startsOver =
            part.state == Part::State::Foreign || (part.error && isAboutThePage(part.error->kind));
        part.state = Part::State::More;
        part.error.reset();
        // What is known is passed by.
        if (startsOver) {
            cursor(kind).nextToken.reset();
            cursor(kind).guard = {mostPagesWithoutNews, cursor(kind).pages};
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
    std::ranges::stable_sort(m_shown, {}, &Held::time); // a list that comes late may be newer
    m_items.clear();
    for (const Held &held : std::as_const(m_shown))
        m_items.append(held.item);
    return released;
}

} // namespace inbox
