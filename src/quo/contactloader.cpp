// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/contactloader.h"

namespace quo {

ContactLoader::ContactLoader(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void ContactLoader::load()
{
    if (isLoading())
        return;
    m_index = {};
    m_told = 0;
    m_seenTokens.clear();
    fetch(std::nullopt);
}

void ContactLoader::stop()
{
    m_job.reset();
}

void ContactLoader::fetch(const std::optional<QString> &pageToken)
{
    m_job = m_client.listContacts(
        pageToken, Priority::Idle,
        [this](const Expected<ContactsPage, ApiError> &answer) { onPage(answer); });
}

void ContactLoader::onPage(const Expected<ContactsPage, ApiError> &answer)
{
    m_job.reset();
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    for (const Contact &contact : answer->contacts)
        m_index.add(contact);
    const std::optional<QString> &token = answer->nextPageToken;
    if (!token || m_seenTokens.contains(*token)) {
        Q_EMIT finished(m_index);
        return;
    }
    m_seenTokens.insert(*token);
    fetch(token);
    // The copy that a receiver keeps makes the next page copy the whole index.
    if (m_index.size() >= m_told * 2) {
        m_told = m_index.size();
        Q_EMIT progressed(m_index);
    }
}

} // namespace quo
