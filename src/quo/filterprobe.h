// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/page.h"

namespace quo {

// Finds out whether the server applies a filter that no row shows (who may see it, or whether it is
// inactive), with at most two requests. Destroying it cancels them.
//
// First it asks for what cannot be: for a user that nobody is, or for a value that is none. Whoever
// refuses that, or finds nothing, applies the filter. Else it asks without the filter: rows that
// come then and did not before show that it was applied.
class FilterProbe
{
public:
    using Callback = std::function<void(std::optional<FilterEffect>)>;

    // 'filtered' is the first page of the query. 'done' is called once, with null where the server
    // could not be asked. It may destroy the probe.
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
