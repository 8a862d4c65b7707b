// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowfilter.h"

#include "inbox/column.h"
#include "inbox/phonenumber.h"
#include "inbox/searchtext.h"

#include <algorithm>
#include <cstring>

namespace inbox {

namespace {

using Kind = SearchTerm::Kind;

// What is ASCII without its case; everything else is there once more without it.
void appendLower(std::string &to, std::string_view text)
{
    const size_t begin = to.size();
    to.append(text);
    for (size_t i = begin; i < to.size(); ++i) { // a loop that compilers make wide
        const char c = to[i];
        to[i] = char(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    }
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool isEmpty(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QStringList>())
        return std::ranges::all_of(value.toStringList(), isBlank);
    return !value.isValid() ||
           (value.metaType() == QMetaType::fromType<QString>() && isBlank(value.toString()));
}

constexpr int endBits = 18;

// Of the last eight bytes of a number.
size_t hashOfEnd(const char *number, size_t length)
{
    const size_t bytes = std::min<size_t>(length, 8);
    quint64 end = 0;
    std::memcpy(&end, number + (length - bytes), bytes);
    return size_t(end * 0x9e3779b97f4a7c15ULL >> (64 - endBits));
}

bool beginsWith(QByteArrayView id, std::string_view folded)
{
    return size_t(id.size()) >= folded.size() &&
           qstrnicmp(id.data(), folded.data(), folded.size()) == 0;
}

} // namespace

bool searchesContacts(const SearchQuery &search)
{
    const int name = columnIndex(QLatin1String("name"));
    const int participants = columnIndex(QLatin1String("participants"));
    return std::ranges::any_of(search.terms, [name, participants](const SearchTerm &term) {
        return term.kind == SearchTerm::Kind::Text &&
               (term.column < 0 || term.column == name || term.column == participants);
    });
}

RowMatcher::RowMatcher(RowFilter filter, const ConversationRows &rows, const CellContext &context,
                       std::shared_ptr<const ContactTexts> contacts)
    : m_filter(std::move(filter))
    , m_reader(context.reader)
    , m_directory(context.directory)
    , m_contactIndex(context.contacts)
    , m_contacts(std::move(contacts))
{
    for (const SearchTerm &wanted : m_filter.search.terms) {
        Term term;
        term.term = wanted;
        term.text = wanted.text.toStdString();
        term.digits = wanted.digits.toStdString();
        for (const QString &number : wanted.numbers)
            term.fullNumbers.push_back(number.toStdString());
        term.seeksIds = wanted.column < 0 && isIdBeginning(wanted.text);
        if (wanted.kind == Kind::Text) {
            for (const QString &line : rows.lines())
                term.lines.push_back(holdsForLine(term, line));
            for (const QString &assignee : rows.assignees())
                term.assignees.push_back(holdsForAssignee(term, assignee));
            if (m_contacts && !term.text.empty())
                term.numbers = m_contacts->numbersWith(term.text);
            if (!term.numbers.empty())
                term.ends.resize(size_t(1) << endBits);
            for (const std::string_view number : term.numbers)
                term.ends[hashOfEnd(number.data(), number.size())] = true;
        }
        m_terms.push_back(std::move(term));
    }
}

bool RowMatcher::matches(const ConversationRows &rows, quint32 row, quo::Instant now) const
{
    Places places;
    places.set(row % ConversationChunk::capacity);
    return matching(rows, row / ConversationChunk::capacity, places, now).any();
}

RowMatcher::Places RowMatcher::matching(const ConversationRows &rows, quint32 chunk, Places places,
                                        quo::Instant now) const
{
    const ConversationChunk &content = rows.chunk(chunk);
    if (m_filter.facets != 0)
        for (quint32 place = 0; place < content.size(); ++place)
            if (places[place] &&
                (facetsOf(ConversationRow(rows, content, place), now) & m_filter.facets) == 0)
                places.reset(place);
    for (const Term &term : m_terms) {
        if (places.none())
            break;
        const Places found = holds(term, rows, chunk, places, now);
        places &= term.term.isNegated ? ~found : found;
    }
    return places;
}

RowMatcher::Places RowMatcher::holds(const Term &term, const ConversationRows &rows, quint32 chunk,
                                     const Places &places, quo::Instant now) const
{
    const ConversationChunk &content = rows.chunk(chunk);
    const SearchTerm &wanted = term.term;
    const bool isAnywhere = wanted.kind == Kind::Text && wanted.column < 0;
    Places found;
    if (isAnywhere)
        found = inTexts(term, content, places);
    for (quint32 place = 0; place < content.size(); ++place) {
        if (!places[place] || found[place])
            continue;
        const ConversationRow row(rows, content, place);
        switch (wanted.kind) {
        case Kind::Text:
            found[place] = isAnywhere ? holdsBesides(term, row) : holdsInColumn(term, row);
            break;
        case Kind::None:
            found[place] = isEmpty(columns()[size_t(wanted.column)].value(row));
            break;
        case Kind::Facet:
            found[place] = (facetsOf(row, now) & bitOf(wanted.facet)) != 0;
            break;
        case Kind::Time: {
            const auto rank = std::get<Column::Rank>(columns()[size_t(wanted.column)].key);
            const std::optional<qint64> at = rank(row, now);
            found[place] = at && (!wanted.from || *at >= wanted.from->time_since_epoch().count()) &&
                           (!wanted.to || *at < wanted.to->time_since_epoch().count());
            break;
        }
        }
    }
    return found;
}

RowMatcher::Places RowMatcher::inTexts(const Term &term, const ConversationChunk &chunk,
                                       const Places &places) const
{
    thread_local std::string lower; // its memory is used again for the next chunk
    Places found;
    const auto seek = [&](std::string_view text, std::string_view sought, quint32 first) {
        const quint32 begin = chunk.textStart(first);
        for (size_t at = text.find(sought); at != text.npos; at = text.find(sought, at)) {
            first = chunk.placeAt(quint32(begin + at), first);
            found.set(first);
            at = chunk.textStart(first + 1) - begin;
        }
    };
    // Rows that stand together are looked through in one go, and with a few others between them as
    // well: what is found there does not count.
    const bool areMany = places.count() * 8 > chunk.size();
    for (quint32 first = 0; first < chunk.size(); ++first) {
        quint32 end = first;
        while (end < chunk.size() && (areMany || places[end]))
            ++end;
        if (end == first)
            continue;
        const quint32 begin = chunk.textStart(first);
        lower.clear();
        appendLower(lower,
                    std::string_view(chunk.texts()).substr(begin, chunk.textStart(end) - begin));
        if (!term.text.empty())
            seek(lower, term.text, first);
        if (!term.digits.empty())
            seek(lower, term.digits, first);
        for (const std::string &number : term.fullNumbers)
            seek(lower, number, first);
        first = end;
    }
    return found;
}

// Anywhere but in the texts of the row itself.
bool RowMatcher::holdsBesides(const Term &term, const ConversationRow &row) const
{
    const quint32 line = *row.lineIndex();
    if (line < term.lines.size() ? term.lines[line] : holdsForLine(term, row.phoneNumberId()))
        return true;
    if (const std::optional<quint32> assignee = row.assigneeIndex();
        assignee && (*assignee < term.assignees.size() ? term.assignees[*assignee]
                                                       : holdsForAssignee(term, *row.assignedTo())))
        return true;
    if (term.seeksIds &&
        (beginsWith(row.utf8Id(), term.text) || beginsWith(row.utf8ActivityId(), term.text)))
        return true;
    return holdsForContact(term, row);
}

bool RowMatcher::holdsInColumn(const Term &term, const ConversationRow &row) const
{
    const Column &column = columns()[size_t(term.term.column)];
    if (column.kind == Column::Kind::Id)
        return folded(column.value(row).toString()).startsWith(term.term.text);
    if (const auto *index = std::get_if<Column::Index>(&column.key)) {
        const std::optional<quint32> symbol = (row.**index)();
        const bool isLine = *index == Column::Index(&ConversationRow::lineIndex);
        const std::vector<bool> &known = isLine ? term.lines : term.assignees;
        if (!symbol)
            return false;
        if (*symbol < known.size())
            return known[*symbol];
        return isLine ? holdsForLine(term, row.phoneNumberId())
                      : holdsForAssignee(term, *row.assignedTo());
    }
    const CellContext context{m_reader, {}, m_directory, m_contactIndex};
    const QString text = std::get<Column::Text>(column.key)(row, context);
    if (folded(text).contains(term.term.text) || holdsForNumber(term, text))
        return true;
    if (column.kind != Column::Kind::Numbers)
        return false;
    // One that folds to nothing is told apart only where it is alone.
    return holdsForContact(term, row) ||
           std::ranges::any_of(row.participants(), [&term](const QString &number) {
               return folded(number).contains(term.term.text);
           });
}

bool RowMatcher::holdsForContact(const Term &term, const ConversationRow &row) const
{
    bool isFound = false;
    if (!term.numbers.empty())
        row.forEachParticipant([&](QByteArrayView utf8) {
            const std::string_view number(utf8.data(), size_t(utf8.size()));
            isFound =
                term.ends[hashOfEnd(number.data(), number.size())] && term.numbers.contains(number);
            return !isFound;
        });
    return isFound;
}

bool RowMatcher::holdsForNumber(const Term &term, const QString &text) const
{
    if (term.digits.empty() && term.fullNumbers.empty())
        return false;
    return SoughtNumber{term.term.digits, term.term.numbers}.isIn(text);
}

bool RowMatcher::holdsForLine(const Term &term, const QString &id) const
{
    const QString number = m_directory.line(id).value_or(quo::Line()).number;
    return folded(id).startsWith(term.term.text) ||
           folded(lineName(id, m_directory, m_reader.region)).contains(term.term.text) ||
           // Anywhere, digits are of those who take part: an area has most lines of a workspace.
           (term.term.column >= 0 && holdsForNumber(term, number));
}

bool RowMatcher::holdsForAssignee(const Term &term, const QString &id) const
{
    return folded(id).startsWith(term.term.text) ||
           folded(assigneeName(id, m_directory)).contains(term.term.text);
}

} // namespace inbox
