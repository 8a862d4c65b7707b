// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/contactloader.h"

#include "quo/decodecontacts.h"

namespace quo {

ContactLoader::ContactLoader(Client &client, Priority priority, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_priority(priority)
{
}

void ContactLoader::load()
{
    if (isLoading())
        return;
    m_index = {};
    m_announced = 0;
    m_skipped.clear();
    m_walk.emplace(contactsRequest());
    m_walk->readAll(m_client, m_priority,
                    [this](const ListPage<Contact> &page, const std::optional<ApiError> &error) {
                        onPage(page, error);
                    });
}

void ContactLoader::stop()
{
    m_walk.reset();
}

void ContactLoader::onPage(const ListPage<Contact> &page, const std::optional<ApiError> &error)
{
    for (const Contact &contact : page.rows)
        m_index.add(contact);
    m_skipped.append(page.skipped);
    if (error) {
        Q_EMIT failed(*error);
    } else if (!isLoading()) {
        Q_EMIT finished(m_index);
    } else if (m_index.size() >= m_announced * 2) {
        // The copy that a receiver keeps makes the next page copy the whole index.
        m_announced = m_index.size();
        Q_EMIT progressed(m_index);
    }
}

} // namespace quo
