// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversation.h"
#include "quo/instant.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace quo {

// What a FullWalk remembers of the rows it has brought: which of its walks brought each of them.
// That shows whether rows were missed because they moved while pages were read.
class SeenRows
{
public:
    enum class Source { Whole, Part, Changes };

    // 'lines' are ids of the lines that the parts ask for.
    explicit SeenRows(QStringList lines);

    // Returns how many rows are new although they have not changed since the beginning, so that
    // earlier readings have missed them.
    int add(const QList<Conversation> &rows, Source source);
    // Returns whether it was there.
    bool remove(const QString &id);

    // Rows that have changed since this instant are found by the walk of changes, so they do not
    // show that rows were missed. In the server's time; null if nothing else finds them.
    void setChangesKnownSince(std::optional<Instant> since);

    qsizetype size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    // Whether an unchanged row was brought by only one of two walks that should both have it.
    bool hasOneSided() const { return m_oneSided > 0; }

private:
    struct Row
    {
        std::optional<Instant> updatedAt;
        bool inWhole = false;   // the walk of all lines has brought it, or
        bool inParts = false;   // one of the others, or
        bool isOutside = false; // it is on a line that no part asks for
    };

    bool isUnchanged(const Row &row) const;
    bool isOneSided(const Row &row) const;

    const QStringList m_lines;
    QHash<size_t, Row> m_rows; // by the hash of their ids
    std::optional<Instant> m_changesKnownSince;
    qsizetype m_oneSided = 0;
};

} // namespace quo
