// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace inbox {

// The contacts by E.164, as conversations have their numbers, however the numbers are written in
// the address book: those without a country code are read in the given regions, see parseNumber().
// What is no number (a short code) stays as it is. Takes up to 20 µs a number.
quo::ContactIndex withReadNumbers(const quo::ContactIndex &contacts, const QStringList &regions);

// Does so in a worker, each time that the address book or the regions change.
class ContactNumbers : public QObject
{
    Q_OBJECT

public:
    explicit ContactNumbers(QObject *parent = nullptr);
    ~ContactNumbers() override;

    void setContacts(const quo::ContactIndex &contacts);
    void setRegions(const QStringList &regions);
    // The last contacts and regions are still to be told.
    bool isReading() const { return m_isPending || m_watcher.isRunning(); }

Q_SIGNALS:
    // Of the last contacts and regions; those before them may be left out.
    void read(const quo::ContactIndex &contacts);

private:
    void start();
    void onRead();

    quo::ContactIndex m_contacts;
    QStringList m_regions;
    bool m_isPending = false; // others have been set since the worker began
    QThreadPool m_pool;
    QFutureWatcher<quo::ContactIndex> m_watcher; // before the pool goes
};

} // namespace inbox
