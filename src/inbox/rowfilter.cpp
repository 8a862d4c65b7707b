// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowfilter.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "inbox/searchtext.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace inbox {

namespace {

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

// A hash of the last eight bytes of a number.
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

// Adds the places whose index matches: 'known' has 1 for each matching index, and 'holds' decides
// about indices beyond it.
template <class F>
void addWithIndex(PlaceMask &found, const std::vector<quint32> &indices, qsizetype count,
                  const std::vector<quint8> &known, F holds)
{
    const bool areAllKnown = size_t(count) <= known.size();
    if (areAllKnown && std::ranges::find(known, 1) == known.end())
        return;
    for (size_t begin = 0; begin < indices.size(); begin += 64) {
        const size_t end = std::min(begin + 64, indices.size());
        quint64 bits = 0;
        for (size_t place = begin; place < end; ++place) {
            const quint32 index = indices[place];
            quint64 bit = 0;
            if (index < known.size())
                bit = known[index];
            else if (!areAllKnown && index != ConversationChunk::absent)
                bit = holds(index);
            bits |= bit << (place - begin);
        }
        found.words[begin / 64] |= bits;
    }
}

} // namespace

bool searchesContacts(const SearchQuery &search)
{
    constexpr int name = columnIndex(ColumnId::Name);
    constexpr int participants = columnIndex(ColumnId::Participants);
    const auto isText = [](const SoughtValue &value) {
        return value.kind == SoughtValue::Kind::Text;
    };
    return std::ranges::any_of(search.terms, [&isText](const SearchTerm &term) {
        return std::ranges::any_of(term.anyOf, isText) &&
               (term.column < 0 || term.column == name || term.column == participants);
    });
}

SearchPart partOf(const SearchTerm &term)
{
    if (term.isNegated)
        return SearchPart::Rest;
    if (term.column == columnIndex(ColumnId::State))
        return SearchPart::State;
    if (term.column == columnIndex(ColumnId::PhoneNumberId))
        return SearchPart::Line;
    return term.column == columnIndex(ColumnId::AssignedTo) ? SearchPart::Assignee
                                                            : SearchPart::Rest;
}

SearchQuery partOf(const SearchQuery &query, SearchPart part)
{
    SearchQuery some;
    for (const SearchTerm &term : query.terms)
        if (partOf(term) == part)
            some.terms.append(term);
    return some;
}

RowMatcher::RowMatcher(RowFilter filter, const ConversationRows &rows, const CellContext &context,
                       std::shared_ptr<const ContactTexts> contacts)
    : m_filter(std::move(filter))
    , m_reader(context.reader)
    , m_directory(context.directory)
    , m_contactIndex(context.contacts)
    , m_contacts(std::move(contacts))
{
    std::vector<Term> terms;
    for (const SearchTerm &wanted : m_filter.search.terms) {
        Term term;
        term.part = partOf(wanted);
        term.isNegated = wanted.isNegated;
        for (const SoughtValue &value : wanted.anyOf)
            term.anyOf.push_back(prepared(value, wanted.column, rows));
        terms.push_back(std::move(term));
    }
    m_terms = std::make_shared<const std::vector<Term>>(std::move(terms));
    if (const std::optional<QSet<QString>> &wanted = m_filter.conditions.lines)
        for (const QString &line : rows.lines())
            m_lines.push_back(wanted->contains(line));
}

RowMatcher RowMatcher::withMembers(const std::optional<RowSet> &members) const
{
    RowMatcher other = *this;
    other.m_filter.members = members;
    return other;
}

RowMatcher::Value RowMatcher::prepared(const SoughtValue &wanted, int column,
                                       const ConversationRows &rows) const
{
    Value value;
    value.value = wanted;
    value.column = column;
    if (wanted.kind != SoughtValue::Kind::Text)
        return value;
    value.text = wanted.text.toStdString();
    QStringList sought{wanted.text, wanted.digits};
    sought += wanted.numbers;
    sought.removeDuplicates();
    for (const QString &text : std::as_const(sought))
        if (!text.isEmpty())
            value.sought.emplace_back(text.toStdString());
    value.seeksIds = column < 0 && isIdBeginning(wanted.text);
    for (const QString &line : rows.lines())
        value.lines.push_back(holdsForLine(value, line));
    for (const QString &assignee : rows.assignees())
        value.assignees.push_back(holdsForAssignee(value, assignee));
    if (m_contacts && !value.text.empty())
        value.numbers = m_contacts->numbersWith(value.text);
    if (!value.numbers.empty())
        value.ends.resize(size_t(1) << endBits);
    for (const std::string_view number : value.numbers)
        value.ends[hashOfEnd(number.data(), number.size())] = true;
    return value;
}

bool RowMatcher::matches(const ConversationRows &rows, quint32 row, quo::Instant now) const
{
    PlaceMask places;
    places.set(row % ConversationChunk::capacity);
    return matching(rows, row / ConversationChunk::capacity, places, now).count() > 0;
}

PlaceMask RowMatcher::matching(const ConversationRows &rows, quint32 chunk, PlaceMask places,
                               quo::Instant now) const
{
    places = withFacets(rows, chunk, listed(rows, chunk, places), now);
    for (const Term &term : *m_terms) {
        if (places.count() == 0)
            break;
        places = matching(term, rows, chunk, places, now);
    }
    return places;
}

RowMatcher::Parts RowMatcher::partsMatching(const ConversationRows &rows, quint32 chunk,
                                            const PlaceMask &places, quo::Instant now) const
{
    const PlaceMask ranged = limited(rows, chunk, places);
    const PlaceMask rest =
        matching(SearchPart::Rest, rows, chunk, withFacets(rows, chunk, ranged, now), now);
    const PlaceMask state = matching(SearchPart::State, rows, chunk, rest, now);
    const PlaceMask line = matching(SearchPart::Line, rows, chunk, onLines(rows, chunk, rest), now);
    const PlaceMask assignee = matching(SearchPart::Assignee, rows, chunk, rest, now);
    return {onLines(rows, chunk, ranged),
            state & line & assignee,
            rest,
            line & assignee,
            state & assignee,
            state & line};
}

PlaceMask RowMatcher::listed(const ConversationRows &rows, quint32 chunk,
                             const PlaceMask &places) const
{
    return onLines(rows, chunk, limited(rows, chunk, places));
}

PlaceMask RowMatcher::limited(const ConversationRows &rows, quint32 chunk, PlaceMask places) const
{
    if (m_filter.members) {
        auto word = qsizetype(chunk) * qsizetype(places.words.size());
        for (quint64 &bits : places.words)
            bits &= m_filter.members->word(word++);
    }
    const ConversationChunk &content = rows.chunk(chunk);
    const auto keep = [&](const QueryConditions::Range &range, auto field) {
        if (range.isEmpty())
            return;
        constexpr qint64 none = ConversationChunk::noInstant; // below every bound
        const qint64 from = range.after ? range.after->time_since_epoch().count() : none + 1;
        const qint64 to = range.before ? range.before->time_since_epoch().count()
                                       : std::numeric_limits<qint64>::max();
        PlaceMask found;
        places.forEach([&](quint32 place) {
            const qint64 at = content.record(place).instants[field];
            found.words[place / 64] |= quint64(at >= from && at <= to) << (place % 64);
        });
        places = found;
    };
    keep(m_filter.conditions.created, ConversationChunk::CreatedAt);
    keep(m_filter.conditions.updated, ConversationChunk::UpdatedAt);
    return places;
}

PlaceMask RowMatcher::onLines(const ConversationRows &rows, quint32 chunk,
                              const PlaceMask &places) const
{
    const std::optional<QSet<QString>> &wanted = m_filter.conditions.lines;
    if (!wanted)
        return places;
    const std::vector<quint32> &lines = rows.chunk(chunk).lines();
    PlaceMask found;
    places.forEach([&](quint32 place) {
        const quint32 line = lines[place];
        const bool isWanted =
            line < m_lines.size() ? m_lines[line] != 0 : wanted->contains(rows.lines()[line]);
        found.words[place / 64] |= quint64(isWanted) << (place % 64);
    });
    return found;
}

PlaceMask RowMatcher::matching(SearchPart part, const ConversationRows &rows, quint32 chunk,
                               PlaceMask places, quo::Instant now) const
{
    for (const Term &term : *m_terms)
        if (term.part == part && places.count() > 0)
            places = matching(term, rows, chunk, places, now);
    return places;
}

PlaceMask RowMatcher::withFacets(const ConversationRows &rows, quint32 chunk,
                                 const PlaceMask &places, quo::Instant now) const
{
    if (m_filter.facets == 0)
        return places;
    PlaceMask found;
    places.forEach([&](quint32 place) {
        const ConversationRow row(rows, rows.chunk(chunk), place);
        if ((facetsOf(row, now) & m_filter.facets) != 0)
            found.set(place);
    });
    return found;
}

PlaceMask RowMatcher::matching(const Term &term, const ConversationRows &rows, quint32 chunk,
                               const PlaceMask &places, quo::Instant now) const
{
    PlaceMask others = places;
    for (const Value &value : term.anyOf)
        if (others.count() > 0)
            others = others.without(holds(value, rows, chunk, others, now));
    return term.isNegated ? others : places.without(others);
}

// The result may contain places that are not in 'places'.
PlaceMask RowMatcher::holds(const Value &value, const ConversationRows &rows, quint32 chunk,
                            const PlaceMask &places, quo::Instant now) const
{
    const ConversationChunk &content = rows.chunk(chunk);
    const SoughtValue &wanted = value.value;
    if (wanted.kind == SoughtValue::Kind::Text && value.column < 0)
        return holdsAnywhere(value, rows, chunk, places);
    PlaceMask found;
    places.forEach([&](quint32 place) {
        const ConversationRow row(rows, content, place);
        bool isFound = false;
        switch (wanted.kind) {
        case SoughtValue::Kind::Text:
            isFound = holdsInColumn(value, row);
            break;
        case SoughtValue::Kind::None:
            isFound = isEmpty(columns()[size_t(value.column)].value(row));
            break;
        case SoughtValue::Kind::Facet:
            isFound = (facetsOf(row, now) & bitOf(wanted.facet)) != 0;
            break;
        case SoughtValue::Kind::Time: {
            const auto rank = std::get<Column::Rank>(columns()[size_t(value.column)].key);
            const std::optional<qint64> at = rank(row, now);
            isFound = at && (!wanted.from || *at >= wanted.from->time_since_epoch().count()) &&
                      (!wanted.to || *at < wanted.to->time_since_epoch().count());
            break;
        }
        case SoughtValue::Kind::Assignee:
            isFound = !wanted.text.isEmpty() && row.assignedTo() == wanted.text;
            break;
        }
        if (isFound)
            found.set(place);
    });
    return found;
}

// The cheapest checks come first; later ones look only at the remaining rows.
PlaceMask RowMatcher::holdsAnywhere(const Value &value, const ConversationRows &rows, quint32 chunk,
                                    const PlaceMask &places) const
{
    const ConversationChunk &content = rows.chunk(chunk);
    PlaceMask found;
    addWithIndex(found, content.lines(), rows.lines().size(), value.lines,
                 [&](quint32 line) { return holdsForLine(value, rows.lines()[line]); });
    addWithIndex(found, content.assignees(), rows.assignees().size(), value.assignees,
                 [&](quint32 id) { return holdsForAssignee(value, rows.assignees()[id]); });
    addInTexts(found, value, content, places.without(found));
    if (!value.seeksIds && value.numbers.empty())
        return found;
    places.without(found).forEach([&](quint32 place) {
        const ConversationRow row(rows, content, place);
        if ((value.seeksIds && (beginsWith(row.utf8Id(), value.text) ||
                                beginsWith(row.utf8ActivityId(), value.text))) ||
            holdsForContact(value, row))
            found.set(place);
    });
    return found;
}

void RowMatcher::addInTexts(PlaceMask &found, const Value &value, const ConversationChunk &chunk,
                            const PlaceMask &places)
{
    const auto seek = [&](quint32 first, quint32 end) {
        const quint32 begin = chunk.textStart(first);
        const std::string_view texts =
            std::string_view(chunk.texts()).substr(begin, chunk.textStart(end) - begin);
        for (const ByteFinder &sought : value.sought) {
            quint32 place = first;
            sought.forEach(texts, [&](size_t at) {
                while (chunk.textStart(place + 1) <= begin + at)
                    ++place;
                if (places.contains(place))
                    found.set(place);
                place = places.after(place);
                return place < end ? size_t(chunk.textStart(place) - begin) : texts.size();
            });
        }
    };
    // Reading through other rows costs less than looking up where the texts of a row begin.
    const quint32 count = quint32(places.count());
    if (count * 32 > chunk.size())
        seek(0, chunk.size());
    else if (count > 0)
        places.forEach([&](quint32 place) { seek(place, place + 1); });
}

bool RowMatcher::holdsInColumn(const Value &value, const ConversationRow &row) const
{
    const Column &column = columns()[size_t(value.column)];
    if (column.kind == Column::Kind::Id)
        return folded(column.value(row).toString()).startsWith(value.value.text);
    if (const auto *shared = std::get_if<Column::Shared>(&column.key)) {
        const std::optional<quint32> symbol = (row.*shared->index)();
        const bool isLine = column.id == ColumnId::PhoneNumberId;
        const std::vector<quint8> &known = isLine ? value.lines : value.assignees;
        if (!symbol)
            return false;
        if (*symbol < known.size())
            return known[*symbol] != 0;
        return isLine ? holdsForLine(value, row.phoneNumberId())
                      : holdsForAssignee(value, *row.assignedTo());
    }
    const CellContext context{m_reader, {}, m_directory, m_contactIndex};
    const QString text = std::get<Column::Text>(column.key)(row, context);
    if (folded(text).contains(value.value.text) || holdsForNumber(value, text))
        return true;
    if (column.kind != Column::Kind::Numbers)
        return false;
    // A participant that folds to nothing can be found only on its own.
    return holdsForContact(value, row) ||
           std::ranges::any_of(row.participants(), [&value](const QString &number) {
               return folded(number).contains(value.value.text);
           });
}

bool RowMatcher::holdsForContact(const Value &value, const ConversationRow &row) const
{
    bool isFound = false;
    if (!value.numbers.empty())
        row.forEachParticipant([&](QByteArrayView utf8) {
            const std::string_view number(utf8.data(), size_t(utf8.size()));
            isFound = value.ends[hashOfEnd(number.data(), number.size())] &&
                      value.numbers.contains(number);
            return !isFound;
        });
    return isFound;
}

bool RowMatcher::holdsForNumber(const Value &value, const QString &text) const
{
    if (value.value.digits.isEmpty() && value.value.numbers.isEmpty())
        return false;
    return SoughtNumber{value.value.digits, value.value.numbers}.isIn(text);
}

bool RowMatcher::holdsForLine(const Value &value, const QString &id) const
{
    const QString number = m_directory.line(id).value_or(quo::Line()).number;
    return folded(id).startsWith(value.value.text) ||
           folded(lineName(id, m_directory, m_reader.region)).contains(value.value.text) ||
           // In a search of all columns, digits mean participants, since the lines of a workspace
           // mostly share their first digits.
           (value.column >= 0 && holdsForNumber(value, number));
}

bool RowMatcher::holdsForAssignee(const Value &value, const QString &id) const
{
    return folded(id).startsWith(value.value.text) ||
           folded(assigneeName(id, m_directory)).contains(value.value.text);
}

} // namespace inbox
