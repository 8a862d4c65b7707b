// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/page.h"

#include <QHash>

namespace quo {

// Requests several lines one by one to find out which are refused, since a 403 for all of them does
// not say. Destroying it cancels the requests.
class LineProbe
{
public:
    using Callback = std::function<void(const QHash<QString, ApiError> &refused)>;

    // 'callback' is called once, with the 403 of each refused line; a line whose request failed for
    // another reason counts as not refused. It may destroy the probe. The query's lines must not be
    // empty.
    LineProbe(Client &client, const ConversationQuery &query, Priority priority, Callback callback);

private:
    void onAnswer(const QString &line, const Expected<Page, ApiError> &answer);

    Callback m_callback;
    QHash<QString, ApiError> m_refused;
    qsizetype m_open = 0;
    std::vector<std::unique_ptr<Job>> m_jobs;
};

} // namespace quo
