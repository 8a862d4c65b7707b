// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/names.h"

namespace inbox {

Names::Names(const quo::Clock &clock, Reader reader, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_reader(std::move(reader))
{
}

void Names::setDirectory(const quo::Directory &directory)
{
    if (directory == m_directory)
        return; // it is read often and hardly ever changes
    const quo::Directory before = std::exchange(m_directory, directory);
    Q_EMIT directoryChanged(before);
}

void Names::setContacts(const quo::ContactIndex &contacts)
{
    m_contacts = contacts;
    Q_EMIT contactsChanged();
}

void Names::setMe(const QString &id)
{
    if (id == m_me)
        return;
    m_me = id;
    Q_EMIT meChanged();
}

} // namespace inbox
