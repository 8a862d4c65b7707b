// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"
#include "syncing/rowset.h"

#include <QList>

#include <optional>

namespace syncing {

// What a merge into the known rows did. New rows are at the end.
struct RowChange
{
    quint32 firstAdded = 0;
    quint32 added = 0;
    QList<quint32> changed; // earlier rows that are different now, or have left; ascending

    bool isEmpty() const { return added == 0 && changed.isEmpty(); }
    QList<quint32> touched() const; // added and changed rows
};

// The conversations of a workspace, as far as they are known: what all walks merge into. A row
// keeps its number. Nothing here emits anything; whoever changes it announces the change
// afterwards.
class KnownRows
{
public:
    virtual ~KnownRows() = default;

    // Adds rows. A row whose id is known replaces the earlier one in its place, and is back if it
    // had left.
    virtual RowChange take(const QList<quo::Conversation> &rows) = 0;
    // They are not in the workspace any more, until they are taken again.
    virtual RowChange leave(const QList<quint32> &rows) = 0;

    virtual quint32 size() const = 0; // with rows that have left
    virtual int count() const = 0;    // without them
    virtual std::optional<quint32> find(const QString &id) const = 0;
    virtual bool hasLeft(quint32 row) const = 0;
    virtual quo::Conversation conversation(quint32 row) const = 0;

    // Those that have not left. O(rows).
    RowSet present() const;
};

} // namespace syncing
