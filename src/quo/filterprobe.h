// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/page.h"

namespace quo {

// Finds out, with at most two requests, whether the server applies a filter whose effect cannot be
// seen in the rows (who may see a conversation, or whether it is inactive). Destroying it cancels
// them.
//
// First it requests the impossible: a user who does not exist, or an invalid value. A server that
// refuses this, or finds nothing, applies the filter. Otherwise it requests the page without the
// filter: additional rows show that the filter was applied.
class FilterProbe
{
public:
    using Callback = std::function<void(std::optional<FilterEffect>)>;

    // 'filtered' is the first page of the query. 'callback' is called once, with null if the
    // requests failed. It may destroy the probe.
    FilterProbe(Client &client, const ConversationQuery &query, Page filtered, QueryField field,
                Priority priority, Callback callback);

    static constexpr std::array fields{QueryField::UserId, QueryField::ExcludeInactive};
    static bool isSet(const ConversationQuery &query, QueryField field);

private:
    void onImpossible(const Expected<Page, ApiError> &answer);
    void onUnfiltered(const Expected<Page, ApiError> &answer);

    Client &m_client;
    ConversationQuery m_unfiltered;
    const Page m_filtered;
    const QueryField m_field;
    const Priority m_priority;
    Callback m_callback;
    std::unique_ptr<Job> m_job;
};

} // namespace quo
