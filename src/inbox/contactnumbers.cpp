// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/contactnumbers.h"

#include "inbox/giveway.h"
#include "inbox/phonenumber.h"
#include "quo/conversationquery.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace inbox {

quo::ContactIndex withReadNumbers(const quo::ContactIndex &contacts, const QStringList &regions)
{
    // Sorted, so that each run has the same order: the first of several contacts with the same
    // number gives it its name.
    QStringList numbers = contacts.names().keys();
    std::ranges::sort(numbers);
    quo::ContactIndex read;
    for (const QString &number : std::as_const(numbers)) {
        const QString e164 =
            quo::isE164(number) ? number : parseNumber(number, regions).value_or(number);
        for (const quo::ContactName &name : contacts.findAll(number))
            read.add(e164, name);
    }
    return read;
}

ContactNumbers::ContactNumbers(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ContactNumbers::onRead);
}

ContactNumbers::~ContactNumbers()
{
    m_pool.waitForDone();
}

void ContactNumbers::setContacts(const quo::ContactIndex &contacts)
{
    m_contacts = contacts;
    start();
}

void ContactNumbers::setRegions(const QStringList &regions)
{
    if (regions == m_regions)
        return;
    m_regions = regions;
    start();
}

void ContactNumbers::start()
{
    m_isPending = m_watcher.isRunning();
    if (!m_isPending)
        m_watcher.setFuture(
            QtConcurrent::run(&m_pool, [contacts = m_contacts, regions = m_regions]() noexcept {
                giveWay();
                return withReadNumbers(contacts, regions);
            }));
}

void ContactNumbers::onRead()
{
    if (m_isPending)
        return start();
    Q_EMIT read(m_watcher.result());
}

} // namespace inbox
