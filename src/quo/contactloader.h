// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/contactindex.h"
#include "quo/listwalk.h"

#include <QObject>

namespace quo {

// Reads the whole address book, one page after the other.
class ContactLoader : public QObject
{
    Q_OBJECT

public:
    // The client must outlive it.
    explicit ContactLoader(Client &client, Priority priority = Priority::Background,
                           QObject *parent = nullptr);

    bool isLoading() const { return m_walk && m_walk->isFetching(); }
    // Entries that could not be read, since the last start.
    const QList<SkippedRow> &skipped() const { return m_skipped; }

    // Starts from the first page, unless it is under way already.
    void load();
    void stop();

Q_SIGNALS:
    // What has been read so far. Emitted less and less often, since each receiver keeps a copy.
    void progressed(const quo::ContactIndex &soFar);
    // The whole address book.
    void finished(const quo::ContactIndex &all);
    // Nothing more comes. What was emitted before remains valid.
    void failed(const quo::ApiError &error);

private:
    void onPage(const ListPage<Contact> &page, const std::optional<ApiError> &error);

    Client &m_client;
    const Priority m_priority;
    ContactIndex m_index;
    qsizetype m_announced = 0; // entries at the last progressed()
    QList<SkippedRow> m_skipped;
    std::optional<ListWalk<Contact>> m_walk;
};

} // namespace quo
