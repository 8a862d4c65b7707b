// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/filterprobe.h"

#include "quo/decode.h"

#include <QSet>

namespace quo {

namespace {

// A well-formed id that nobody has.
const QString nobody = userIdPrefix + QStringLiteral("0quoin0nobody");

// A change older than this did not happen between two requests, even if a clock is wrong.
constexpr std::chrono::minutes recently{5};

// The server has looked at the value.
bool isAboutTheRequest(const ApiError &error)
{
    switch (error.httpStatus) {
    case 401: // the key
    case 402: // the account
    case 407: // a proxy
    case 408:
    case 429:
        return false;
    default:
        return error.httpStatus >= 400 && error.httpStatus < 500;
    }
}

// Whether 'filtered' lacks rows that existed, unchanged and in the same place, when it was read.
// Rows that moved in between prove nothing.
bool leavesOut(const Page &filtered, const Page &unfiltered, Instant now)
{
    QSet<QString> ids;
    for (const Conversation &row : filtered.rows)
        ids.insert(row.id);
    const Instant readAt =
        std::max(newestUpdate(filtered).value_or(Instant::min()), now - recently);
    bool isBeforeOneOfThem = !filtered.nextPageToken;
    for (auto row = unfiltered.rows.crbegin(); row != unfiltered.rows.crend(); ++row) {
        const bool isThere = ids.contains(row->id);
        if (!isThere && isBeforeOneOfThem && row->updatedAt && row->updatedAt <= readAt)
            return true;
        isBeforeOneOfThem = isBeforeOneOfThem || isThere;
    }
    return false;
}

} // namespace

FilterProbe::FilterProbe(Client &client, const ConversationQuery &query, Page filtered,
                         QueryField field, Priority priority, Callback callback)
    : m_client(client)
    , m_unfiltered(query)
    , m_filtered(std::move(filtered))
    , m_field(field)
    , m_priority(priority)
    , m_callback(std::move(callback))
{
    ListRequest<Conversation> impossible;
    if (field == QueryField::UserId) {
        m_unfiltered.userId = nobody;
        impossible = conversationsRequest(m_unfiltered, client.arrayStyle());
        m_unfiltered.userId.clear();
    } else {
        m_unfiltered.excludeInactive = false;
        impossible = conversationsRequest(m_unfiltered, client.arrayStyle());
        impossible.query += '&';
        impossible.query += parameterName(QueryField::ExcludeInactive).data();
        impossible.query += "=neither";
    }
    m_job = client.list(impossible, {}, priority,
                        [this](const Expected<Page, ApiError> &answer) { onImpossible(answer); });
}

bool FilterProbe::isSet(const ConversationQuery &query, QueryField field)
{
    return field == QueryField::UserId ? !query.userId.isEmpty() : query.excludeInactive;
}

void FilterProbe::onImpossible(const Expected<Page, ApiError> &answer)
{
    const auto end = [this](std::optional<FilterEffect> effect) {
        const Callback callback = std::move(m_callback);
        callback(effect);
    };
    const bool isNobodysEmpty = answer && m_field == QueryField::UserId && answer->rows.isEmpty() &&
                                answer->skipped.isEmpty();
    if (isNobodysEmpty || (!answer && isAboutTheRequest(answer.error())))
        return end(FilterEffect::Applied);
    if (!answer)
        return end(std::nullopt);
    m_job = m_client.list(
        conversationsRequest(m_unfiltered, m_client.arrayStyle()), {}, m_priority,
        [this](const Expected<Page, ApiError> &unfiltered) { onUnfiltered(unfiltered); });
}

void FilterProbe::onUnfiltered(const Expected<Page, ApiError> &answer)
{
    std::optional<FilterEffect> effect;
    if (answer && leavesOut(m_filtered, *answer, m_client.now()))
        effect = FilterEffect::Applied;
    else if (answer && m_field == QueryField::UserId)
        effect = FilterEffect::Ignored; // an unknown user has the rows of everybody
    else if (answer)
        effect = FilterEffect::Unknown; // perhaps none of them is inactive
    const Callback callback = std::move(m_callback);
    callback(effect);
}

} // namespace quo
