// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/extent.h"
#include "mirror/place.h"
#include "mirror/problem.h"
#include "quo/contactindex.h"
#include "quo/conversation.h"
#include "quo/directory.h"
#include "quo/expected.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

namespace mirror {

// One kept conversation, as UTF-8 in the reader's memory. Valid until the next row.
struct RowView
{
    static constexpr quint32 noAssignee = quint32(-1);
    static constexpr qint64 noInstant = std::numeric_limits<qint64>::min();

    QByteArrayView id;
    quint32 line = 0;              // in Reader::lines()
    quint32 assignee = noAssignee; // in Reader::assignees()
    QList<QByteArrayView> participants;
    bool hasName = false;
    QByteArrayView name;
    bool hasLastActivityId = false;
    QByteArrayView lastActivityId;
    // Milliseconds since the epoch, or noInstant for null.
    qint64 createdAt = noInstant;
    qint64 updatedAt = noInstant;
    qint64 lastActivityAt = noInstant;
    qint64 mutedUntil = noInstant;
    qint64 snoozedUntil = noInstant;
    qint64 deletedAt = noInstant;
};

// The answer to a server's filter.
struct KeptSet
{
    ServerFilter filter;
    QStringList ids;
    Extent extent;
};

// The address book, and when it was read.
struct KeptContacts
{
    quo::ContactIndex index;
    quo::Instant readAt;
};

// Reads a mirror over a connection of its own. For one worker thread; several readers may read at
// once, also while a Writer writes. What it reads is one state of the file: that of its opening.
class Reader
{
public:
    // Null without an error if there is no file yet.
    static quo::Expected<std::unique_ptr<Reader>, Problem> open(const Place &place);
    virtual ~Reader() = default;

    // Whose rows they are; see Place::owner.
    virtual QByteArray owner() const = 0;
    virtual Extent extent() const = 0;
    virtual qint64 rowCount() const = 0;
    virtual const QStringList &lines() const = 0;     // ids
    virtual const QStringList &assignees() const = 0; // ids

    // Calls f with each row until it returns false. The 'first' latest by activity come first, and
    // are not repeated; the others follow in any order.
    virtual std::optional<Problem> forEachRow(int first,
                                              const std::function<bool(const RowView &)> &f) = 0;
    virtual quo::Expected<QList<KeptSet>, Problem> sets() = 0;
    virtual quo::Expected<quo::Directory, Problem> directory() = 0;
    // Null if none were kept.
    virtual quo::Expected<std::optional<KeptContacts>, Problem> contacts() = 0;
};

// The row with all its texts.
quo::Conversation toConversation(const RowView &row, const Reader &reader);

} // namespace mirror
