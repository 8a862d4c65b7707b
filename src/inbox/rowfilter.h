// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/bytefinder.h"
#include "inbox/cellcontext.h"
#include "inbox/contacttexts.h"
#include "inbox/placemask.h"
#include "inbox/queryconditions.h"
#include "inbox/rowset.h"
#include "inbox/searchquery.h"

#include <memory>
#include <optional>
#include <vector>

namespace inbox {

// Which rows match. All of it must hold.
struct RowFilter
{
    Facets facets = 0; // rows with any of them match; 0: all rows
    SearchQuery search = {};
    QueryConditions conditions = {};
    std::optional<RowSet> members = {}; // no other row matches; null: no limit

    bool isEmpty() const { return !searches() && !limits(); }
    // Whether it looks for some of the rows that are listed.
    bool searches() const { return facets != 0 || !search.terms.isEmpty(); }
    // Whether conditions or members decide which rows are listed.
    bool limits() const { return !conditions.isEmpty() || members; }
};

// Whether the search looks at the names of contacts.
bool searchesContacts(const SearchQuery &search);

// The conditions of a search by what they are about. Those on a state, a line and an assignee can
// be left out for counting what others would find; negated ones are among the rest. The lines of
// QueryConditions belong to Line, their ranges to the rest.
enum class SearchPart { Rest, State, Line, Assignee };
SearchPart partOf(const SearchTerm &term);
// The terms of one part.
SearchQuery partOf(const SearchQuery &query, SearchPart part);

// A filter prepared for many rows. Several threads may use it at once.
class RowMatcher
{
public:
    // It can match later rows too, with lines and teammates that are not in 'rows'. 'contacts' may
    // be null.
    RowMatcher(RowFilter filter, const ConversationRows &rows, const CellContext &context,
               std::shared_ptr<const ContactTexts> contacts);

    // The same with other members.
    RowMatcher withMembers(const std::optional<RowSet> &members) const;

    bool matches(const ConversationRows &rows, quint32 row, quo::Instant now) const;
    // Those of the places whose rows match. There must be a row at each of them.
    PlaceMask matching(const ConversationRows &rows, quint32 chunk, PlaceMask places,
                       quo::Instant now) const;
    // Those that match, and those that match without a part.
    struct Parts
    {
        PlaceMask listed; // match without the search
        PlaceMask all;
        PlaceMask rest; // of the part Rest alone
        PlaceMask butState;
        PlaceMask butLine;
        PlaceMask butAssignee;
    };
    Parts partsMatching(const ConversationRows &rows, quint32 chunk, const PlaceMask &places,
                        quo::Instant now) const;
    // Those that match without the search.
    PlaceMask listed(const ConversationRows &rows, quint32 chunk, const PlaceMask &places) const;

private:
    struct Value
    {
        SoughtValue value;
        int column = -1;
        std::string text;
        std::vector<ByteFinder>
            sought; // finds the text, its digits and its numbers in the texts of rows
        bool seeksIds = false;
        std::vector<quint8> lines; // by index: 1 if it matches the line, and
        std::vector<quint8> assignees;
        ContactTexts::Numbers numbers; // numbers of contacts that it matches
        std::vector<bool> ends;        // by the hash of a number's end: whether any of them has it
    };
    struct Term
    {
        SearchPart part = SearchPart::Rest;
        bool isNegated = false;
        std::vector<Value> anyOf;
    };

    Value prepared(const SoughtValue &wanted, int column, const ConversationRows &rows) const;
    // The members within the ranges of the conditions.
    PlaceMask limited(const ConversationRows &rows, quint32 chunk, PlaceMask places) const;
    PlaceMask onLines(const ConversationRows &rows, quint32 chunk, const PlaceMask &places) const;
    PlaceMask matching(SearchPart part, const ConversationRows &rows, quint32 chunk,
                       PlaceMask places, quo::Instant now) const;
    PlaceMask withFacets(const ConversationRows &rows, quint32 chunk, const PlaceMask &places,
                         quo::Instant now) const;
    PlaceMask matching(const Term &term, const ConversationRows &rows, quint32 chunk,
                       const PlaceMask &places, quo::Instant now) const;
    PlaceMask holds(const Value &value, const ConversationRows &rows, quint32 chunk,
                    const PlaceMask &places, quo::Instant now) const;
    PlaceMask holdsAnywhere(const Value &value, const ConversationRows &rows, quint32 chunk,
                            const PlaceMask &places) const;
    static void addInTexts(PlaceMask &found, const Value &value, const ConversationChunk &chunk,
                           const PlaceMask &places);
    bool holdsInColumn(const Value &value, const ConversationRow &row) const;
    bool holdsForContact(const Value &value, const ConversationRow &row) const;
    bool holdsForNumber(const Value &value, const QString &text) const;
    bool holdsForLine(const Value &value, const QString &id) const;
    bool holdsForAssignee(const Value &value, const QString &id) const;

    RowFilter m_filter;
    Reader m_reader;
    quo::Directory m_directory;
    quo::ContactIndex m_contactIndex;
    std::shared_ptr<const ContactTexts> m_contacts;
    std::shared_ptr<const std::vector<Term>> m_terms;
    std::vector<quint8> m_lines; // by index: 1 if the conditions ask for the line
};

} // namespace inbox
