// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/contacttexts.h"
#include "inbox/searchquery.h"

#include <bitset>
#include <memory>

namespace inbox {

// What the API cannot filter by, so it is done on this side.
struct RowFilter
{
    Facets facets = 0; // one of them is enough; 0: any
    SearchQuery search;

    bool isEmpty() const { return facets == 0 && search.terms.isEmpty(); }
};

// Whether the search may hold for the name of a contact.
bool searchesContacts(const SearchQuery &search);

// A filter made ready to look at many rows. It may be used from several threads at once.
class RowMatcher
{
public:
    // A bit for each row of a chunk.
    using Places = std::bitset<ConversationChunk::capacity>;

    // Rows that come later may hold lines and people that these do not. 'contacts' may be null.
    RowMatcher(RowFilter filter, const ConversationRows &rows, const CellContext &context,
               std::shared_ptr<const ContactTexts> contacts);

    bool matches(const ConversationRows &rows, quint32 row, quo::Instant now) const;
    // Of these places those whose rows match.
    Places matching(const ConversationRows &rows, quint32 chunk, Places places,
                    quo::Instant now) const;

private:
    struct Term
    {
        SearchTerm term;
        std::string text;
        std::string digits;
        std::vector<std::string> fullNumbers; // E.164
        bool seeksIds = false;
        std::vector<bool> lines; // by index: whether it holds for the line, and
        std::vector<bool> assignees;
        ContactTexts::Numbers numbers; // of the contacts for which it holds
        std::vector<bool> ends;        // by the hash of its end: whether any of them has it
    };

    Places holds(const Term &term, const ConversationRows &rows, quint32 chunk,
                 const Places &places, quo::Instant now) const;
    Places inTexts(const Term &term, const ConversationChunk &chunk, const Places &places) const;
    bool holdsBesides(const Term &term, const ConversationRow &row) const;
    bool holdsInColumn(const Term &term, const ConversationRow &row) const;
    bool holdsForContact(const Term &term, const ConversationRow &row) const;
    bool holdsForNumber(const Term &term, const QString &text) const;
    bool holdsForLine(const Term &term, const QString &id) const;
    bool holdsForAssignee(const Term &term, const QString &id) const;

    const RowFilter m_filter;
    const Reader m_reader;
    const quo::Directory m_directory;
    const quo::ContactIndex m_contactIndex;
    const std::shared_ptr<const ContactTexts> m_contacts;
    std::vector<Term> m_terms;
};

} // namespace inbox
