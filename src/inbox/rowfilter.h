// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/bytefinder.h"
#include "inbox/cellcontext.h"
#include "inbox/contacttexts.h"
#include "inbox/placemask.h"
#include "inbox/searchquery.h"

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
    // Rows that come later may hold lines and people that these do not. 'contacts' may be null.
    RowMatcher(RowFilter filter, const ConversationRows &rows, const CellContext &context,
               std::shared_ptr<const ContactTexts> contacts);

    bool matches(const ConversationRows &rows, quint32 row, quo::Instant now) const;
    // Of these places, at which there must be rows, those whose rows match.
    PlaceMask matching(const ConversationRows &rows, quint32 chunk, PlaceMask places,
                       quo::Instant now) const;

private:
    struct Term
    {
        SearchTerm term;
        std::string text;
        std::vector<ByteFinder> sought; // in the texts of the rows: it, digits, numbers as E.164
        bool seeksIds = false;
        std::vector<quint8> lines; // by index: 1 where it holds for the line, and
        std::vector<quint8> assignees;
        ContactTexts::Numbers numbers; // of the contacts for which it holds
        std::vector<bool> ends;        // by the hash of its end: whether any of them has it
    };

    PlaceMask holds(const Term &term, const ConversationRows &rows, quint32 chunk,
                    const PlaceMask &places, quo::Instant now) const;
    PlaceMask holdsAnywhere(const Term &term, const ConversationRows &rows, quint32 chunk,
                            const PlaceMask &places) const;
    static void addInTexts(PlaceMask &found, const Term &term, const ConversationChunk &chunk,
                           const PlaceMask &places);
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
