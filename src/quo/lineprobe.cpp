// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/lineprobe.h"

#include "quo/decode.h"

namespace quo {

LineProbe::LineProbe(Client &client, const ConversationQuery &query, Priority priority,
                     Callback callback)
    : m_callback(std::move(callback))
    , m_open(query.phoneNumbers.size())
{
    for (const QString &line : query.phoneNumbers) {
        ConversationQuery alone = query;
        alone.phoneNumbers = {line};
        alone.maxResults = 1;
        m_jobs.push_back(client.list(
            conversationsRequest(alone, client.arrayStyle()), {}, priority,
            [this, line](const Expected<Page, ApiError> &answer) { onAnswer(line, answer); }));
    }
}

void LineProbe::onAnswer(const QString &line, const Expected<Page, ApiError> &answer)
{
    if (!answer && answer.error().kind == ApiError::Kind::Forbidden)
        m_refused.insert(line, answer.error());
    if (--m_open > 0)
        return;
    const Callback callback = std::move(m_callback);
    const QHash<QString, ApiError> refused = m_refused;
    callback(refused);
}

} // namespace quo
