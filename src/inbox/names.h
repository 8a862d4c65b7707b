// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/clock.h"

#include <QObject>

namespace inbox {

// A snapshot of everything that names are made of. Copies share memory, so that another thread can
// read them.
struct NamesSnapshot
{
    Reader reader;
    quo::Directory directory;
    quo::ContactIndex contacts;
    quo::Instant now{};

    // Valid as long as this snapshot.
    CellContext context() const { return {reader, now, directory, contacts}; }
};

// What the names in one workspace are made of: its lines and teammates, its contacts, and how the
// user reads times and numbers. Everything that shows or sorts by names is given it.
class Names : public QObject
{
    Q_OBJECT

public:
    // The clock must outlive it.
    Names(const quo::Clock &clock, Reader reader, QObject *parent = nullptr);

    const Reader &reader() const { return m_reader; }
    const quo::Directory &directory() const { return m_directory; }
    const quo::ContactIndex &contacts() const { return m_contacts; }
    // Valid until the next change.
    CellContext context() const { return {m_reader, m_clock.now(), m_directory, m_contacts}; }
    NamesSnapshot snapshot() const { return {m_reader, m_directory, m_contacts, m_clock.now()}; }

    void setDirectory(const quo::Directory &directory);
    void setContacts(const quo::ContactIndex &contacts);

    // The teammate that the user is; empty if that was never said.
    const QString &me() const { return m_me; }
    void setMe(const QString &id);

Q_SIGNALS:
    void directoryChanged(const quo::Directory &before);
    void contactsChanged();
    void meChanged();

private:
    const quo::Clock &m_clock;
    const Reader m_reader;
    quo::Directory m_directory;
    quo::ContactIndex m_contacts;
    QString m_me;
};

} // namespace inbox
