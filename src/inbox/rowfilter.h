// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/bytefinder.h"
#include "inbox/cellcontext.h"
#include "inbox/contacttexts.h"
#include "inbox/placemask.h"
#include "inbox/searchquery.h"

#include <memory>

namespace inbox {

// Filters that the API does not have, applied here.
struct RowFilter
{
    Facets facets = 0; // rows with any of them match; 0: all rows
    SearchQuery search;

    bool isEmpty() const { return facets == 0 && search.terms.isEmpty(); }
};

// Whether the search looks at the names of contacts.
bool searchesContacts(const SearchQuery &search);

// The conditions of a search by what they are about. Those on a state, a line and an assignee can
// be left out for counting what others would find; negated ones are among the rest.
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

    bool matches(const ConversationRows &rows, quint32 row, quo::Instant now) const;
    // Those of the places whose rows match. There must be a row at each of them.
    PlaceMask matching(const ConversationRows &rows, quint32 chunk, PlaceMask places,
                       quo::Instant now) const;
    // Those that match the search, and those that match it without a part.
    struct Parts
    {
        PlaceMask all;
        PlaceMask rest; // of the part Rest alone
        PlaceMask butState;
        PlaceMask butLine;
        PlaceMask butAssignee;
    };
    Parts partsMatching(const ConversationRows &rows, quint32 chunk, const PlaceMask &places,
                        quo::Instant now) const;

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

    const RowFilter m_filter;
    const Reader m_reader;
    const quo::Directory m_directory;
    const quo::ContactIndex m_contactIndex;
    const std::shared_ptr<const ContactTexts> m_contacts;
    std::vector<Term> m_terms;
};

} // namespace inbox
