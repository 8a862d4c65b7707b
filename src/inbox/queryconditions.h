// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversationquery.h"

#include <QSet>
#include <QString>

#include <optional>

namespace inbox {

class ConversationRow;

// What a query asks for that rows can answer: its lines and dates. Bounds are inside. A row without
// the instant is outside of every range of it.
struct QueryConditions
{
    struct Range
    {
        std::optional<quo::Instant> after;
        std::optional<quo::Instant> before;

        bool isEmpty() const { return !after && !before; }
        bool contains(std::optional<quo::Instant> instant) const;
        // Whether it has no instant that the other one lacks.
        bool isWithin(const Range &other) const;
        bool operator==(const Range &) const = default;
    };

    std::optional<QSet<QString>> lines; // ids; null: all lines
    Range created;
    Range updated;

    // Null if the query names a number that no known line has.
    static std::optional<QueryConditions> of(const quo::ConversationQuery &query,
                                             const quo::LineNumbers &numbers);

    bool isEmpty() const { return !lines && !hasRanges(); }
    bool hasRanges() const { return !created.isEmpty() || !updated.isEmpty(); }
    bool matches(const ConversationRow &row) const;
    // Whether every row that matches them also matches the earlier ones.
    bool narrows(const QueryConditions &earlier) const;
    // The same of the ranges alone.
    bool narrowsRanges(const QueryConditions &earlier) const;
    bool operator==(const QueryConditions &) const = default;
};

} // namespace inbox
