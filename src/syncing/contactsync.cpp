// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/contactsync.h"

#include <utility>

namespace syncing {

namespace {

// Each reading takes one request for 50 contacts, from a limit that the whole workspace shares.
constexpr std::chrono::hours freshContacts{1};
constexpr std::chrono::minutes firstContactsWait{1};

} // namespace

ContactSync::ContactSync(quo::Client &client, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_loader(client)
    , m_backoff(firstContactsWait, freshContacts)
{
    connect(&m_loader, &quo::ContactLoader::progressed, this, &ContactSync::onProgress);
    connect(&m_loader, &quo::ContactLoader::finished, this, &ContactSync::onFinished);
    connect(&m_loader, &quo::ContactLoader::failed, this, &ContactSync::onFailed);
}

std::optional<quo::ContactsProblem> ContactSync::problem() const
{
    if (!m_enabled)
        return quo::ContactsOff();
    if (m_error)
        return *m_error;
    if (!m_readAt)
        return quo::ContactsAwaited();
    return std::nullopt;
}

void ContactSync::setWriter(mirror::Writer *writer)
{
    if (m_writer)
        disconnect(m_writer, nullptr, this, nullptr);
    m_writer = writer;
    m_hasLostRows = false;
    if (!writer)
        return;
    connect(writer, &mirror::Writer::rowsLost, this, [this] {
        m_hasLostRows = true;
        write();
    });
    write();
}

void ContactSync::begin(const std::optional<mirror::KeptContacts> &kept)
{
    if (std::exchange(m_hasBegun, true))
        return; // the names were forgotten meanwhile
    if (!kept || !m_enabled) {
        write();
        if (m_enabled)
            m_loader.load();
        return;
    }
    m_readAt = kept->readAt;
    const quo::milliseconds age = m_clock.now() - kept->readAt;
    if (age < quo::milliseconds(0) || age >= freshContacts)
        m_loader.load();
    else
        readLater(freshContacts - age);
    if (m_writer && m_hasLostRows)
        m_writer->writeContacts(*kept);
    announceAnswer(kept->index);
}

void ContactSync::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    if (!enabled)
        startOver();
    else if (m_hasBegun)
        m_loader.load();
}

void ContactSync::readAgain()
{
    startOver();
}

void ContactSync::onProgress(const quo::ContactIndex &soFar)
{
    // A part would remove names that an older, whole address book has.
    announceAnswer(m_readAt ? m_contacts : soFar);
}

void ContactSync::onFinished(const quo::ContactIndex &all)
{
    m_readAt = m_clock.now();
    m_error.reset();
    m_backoff.reset();
    readLater(freshContacts);
    if (m_writer)
        m_writer->writeContacts({all, *m_readAt});
    announceAnswer(all);
}

void ContactSync::onFailed(const quo::ApiError &error)
{
    if (!m_readAt)
        m_error = error;
    const bool mayPass = quo::remedyOf(error.kind) == quo::Remedy::Time;
    readLater(mayPass ? m_backoff.next(error) : freshContacts);
    announceAnswer(m_contacts);
}

void ContactSync::readLater(quo::milliseconds delay)
{
    m_timer = m_clock.callWhenAged(delay, [this] { m_loader.load(); });
}

void ContactSync::startOver()
{
    m_hasBegun = true;
    m_timer.reset();
    m_backoff.reset();
    m_loader.stop();
    m_readAt.reset();
    m_error.reset();
    write();
    if (m_enabled)
        m_loader.load();
    take({});
}

void ContactSync::write()
{
    if (!m_writer || !m_hasBegun)
        return;
    if (m_readAt)
        m_writer->writeContacts({m_contacts, *m_readAt});
    else
        m_writer->removeContacts();
}

void ContactSync::announceAnswer(const quo::ContactIndex &contacts)
{
    m_hasAnswered = true;
    const QPointer<ContactSync> self(this);
    take(contacts);
    if (self)
        Q_EMIT answered();
}

void ContactSync::take(const quo::ContactIndex &contacts)
{
    if (contacts == m_contacts)
        return;
    m_contacts = contacts;
    Q_EMIT contactsChanged();
}

} // namespace syncing
