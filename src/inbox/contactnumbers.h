// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace inbox {

// The contacts by their numbers in E.164, as in conversations, however the address book writes
// them: numbers without a country code are read in the given regions, see parseNumber(). Texts that
// are not numbers (short codes) stay as they are. Takes up to 20 µs a number.
quo::ContactIndex withReadNumbers(const quo::ContactIndex &contacts, const QStringList &regions);

// Does so in a worker whenever the address book or the regions change.
class ContactNumbers : public QObject
{
    Q_OBJECT

public:
    explicit ContactNumbers(QObject *parent = nullptr);
    ~ContactNumbers() override;

    void setContacts(const quo::ContactIndex &contacts);
    void setRegions(const QStringList &regions);
    // The result for the last contacts and regions is still pending.
    bool isReading() const { return m_isPending || m_watcher.isRunning(); }

Q_SIGNALS:
    // The result for the last contacts and regions. Earlier results may be skipped.
    void read(const quo::ContactIndex &contacts);

private:
    void start();
    void onRead();

    quo::ContactIndex m_contacts;
    QStringList m_regions;
    bool m_isPending = false; // contacts or regions have been set since the worker began
    QThreadPool m_pool;
    QFutureWatcher<quo::ContactIndex> m_watcher; // destroyed before the pool
};

} // namespace inbox
