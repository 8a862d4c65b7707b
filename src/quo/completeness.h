// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/conversationquery.h"
#include "quo/page.h"

#include <array>
#include <variant>

namespace quo {

// Why a list is not everything that was requested.
enum class Gap {
    Failures,
    Stopped,
    MoreExist,
    LimitReached,
    OnlySelected,
    UnreadableRows,
    IgnoredFilters,
    UncheckedFilters,
    RefusedLines,
    RowsMoved,
    ContactsNotSearched,
};

inline constexpr std::array allGaps{
    Gap::Failures,     Gap::Stopped,        Gap::MoreExist,           Gap::LimitReached,
    Gap::OnlySelected, Gap::UnreadableRows, Gap::IgnoredFilters,      Gap::UncheckedFilters,
    Gap::RefusedLines, Gap::RowsMoved,      Gap::ContactsNotSearched,
};
static_assert(allGaps.size() == size_t(Gap::ContactsNotSearched) + 1);

// Why a search cannot look at the names of all contacts: they are switched off, they are still
// being read, they are not among what is kept on this computer, or reading them has failed.
struct ContactsOff
{
    bool operator==(const ContactsOff &) const = default;
};
struct ContactsAwaited
{
    bool operator==(const ContactsAwaited &) const = default;
};
struct ContactsNotKept
{
    bool operator==(const ContactsNotKept &) const = default;
};
using ContactsProblem = std::variant<ContactsOff, ContactsAwaited, ContactsNotKept, ApiError>;

enum class Verdict { Whole, Incomplete, NothingUsable };

// How much of what was requested a list or a file holds. Walks make it, and their owners add what
// only they know. Everything that is said or done about completeness is based on it alone.
struct Completeness
{
    // A part that could not be read.
    struct Failure
    {
        ConversationQuery query;
        ApiError error;

        bool operator==(const Failure &) const = default;
    };

    static constexpr qsizetype keptUnreadable = 100;

    qsizetype rows = 0;          // readable rows that belong to the query, each counted once
    std::optional<Instant> asOf; // it includes all changes until then; null if unknown

    QList<Failure> failures;
    bool isStopped = false;    // by the user
    bool moreExist = false;    // not read to the end
    bool limitReached = false; // rows were cut off
    bool onlySelected = false; // the user chose some of the rows
    qsizetype unreadableCount = 0;
    QList<SkippedRow> unreadable;       // the first of them, at most keptUnreadable
    QList<QueryField> ignoredFilters;   // rows contradicted them, and were left out
    QList<QueryField> uncheckedFilters; // it is unknown whether they were applied
    QStringList refusedLines;           // requested, but the key may not see them
    bool rowsMoved = false;             // so much that some may have been missed between two pages
    // Why the search left out the names of contacts; null if it did not, or did not need them.
    std::optional<ContactsProblem> contactsProblem;

    // What keeps it from being whole, in the order of allGaps.
    QList<Gap> gaps() const;
    bool has(Gap gap) const { return gaps().contains(gap); }
    bool isWhole() const { return gaps().isEmpty(); }
    Verdict verdict() const;

    void addUnreadable(const QList<SkippedRow> &skipped);
    void addIgnored(const QList<QueryField> &fields);
    void addRefused(const QStringList &lines);
    // What another part lacks as well: its failures, its filters and its refused lines.
    void addGaps(const Completeness &part);
    // The rows that could not be read in another part.
    void addUnreadable(const Completeness &part);

    bool operator==(const Completeness &) const = default;
};

} // namespace quo
