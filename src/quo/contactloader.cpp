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
    m_skipped.clear();
    m_guard = {};
    m_seen.clear();
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
    const qsizetype seenBefore = m_seen.size();
    for (const Contact &contact : answer->contacts) {
        m_seen.insert(
            qHashMulti(0, contact.firstName, contact.lastName, contact.company,
                       qHashRange(contact.phoneNumbers.begin(), contact.phoneNumbers.end())));
        m_index.add(contact);
    }
    m_skipped.append(answer->skipped);
    const std::optional<QString> &token = answer->nextPageToken;
    if (const auto error = m_guard.check(m_seen.size() - seenBefore, token)) {
        Q_EMIT failed(*error);
        return;
    }
    if (!token) {
        Q_EMIT finished(m_index);
        return;
    }
    fetch(token);
    // The copy that a receiver keeps makes the next page copy the whole index.
    if (m_index.size() >= m_told * 2) {
        m_told = m_index.size();
        Q_EMIT progressed(m_index);
    }
}

} // namespace quo
