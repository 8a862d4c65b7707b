// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowsort.h"

#include "inbox/radixsort.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

namespace inbox {

namespace {

constexpr quint64 nullKey = std::numeric_limits<quint64>::max();

// A row with its key. Key bytes that do not fit into the two numbers, which are enough for most
// names, are in the tails.
struct Entry
{
    quint64 key;
    quint64 second;
    quint32 tail;  // 0: none
    quint32 place; // in the given rows
};

quint64 keyOf(std::optional<qint64> rank, bool descending)
{
    if (!rank)
        return nullKey;
    const quint64 key = quint64(*rank) ^ (quint64(1) << 63); // so that negative ones come first
    return std::min(descending ? ~key : key, nullKey - 1);
}

// Sorts by one key after the other, by each only among rows that are equal in the previous ones.
class Sorter
{
public:
    Sorter(const ConversationRows &rows, const QList<quint32> &given, const SortKeys &keys,
           const CellContext &context, const RunBoth &runBoth,
           const std::function<bool()> &isCanceled, TextKeys *known)
        : m_rows(rows)
        , m_given(given)
        , m_keys(keys)
        , m_context(context)
        , m_runBoth(runBoth)
        , m_isCanceled(isCanceled)
        , m_known(known)
    {
    }

    void sort(std::span<Entry> entries, qsizetype keyIndex = 0)
    {
        if (keyIndex == m_keys.size() || m_isCanceled())
            return;
        m_descending = m_keys[keyIndex].descending;
        const int column = m_keys[keyIndex].column;
        const bool isText = std::holds_alternative<Column::Text>(columns()[size_t(column)].key);
        if (isText && m_known && keyIndex == 0)
            takeKeys(entries, column);
        else
            makeKeys(entries, columns()[size_t(column)]);
        if (m_isCanceled())
            return;
        if (isText || entries.size() < worthHalving)
            sortByKeys(entries);
        else
            sortByNumbers(entries);
        if (keyIndex + 1 == m_keys.size())
            return;
        for (size_t begin = 0; begin < entries.size();) {
            size_t end = begin + 1;
            while (end < entries.size() && compare(entries[begin], entries[end]) == 0)
                ++end;
            if (end - begin > 1)
                sort(entries.subspan(begin, end - begin), keyIndex + 1);
            begin = end;
        }
    }

private:
    // With fewer rows, a second thread costs more than it saves.
    static constexpr size_t worthHalving = 5000;

    void makeKeys(std::span<Entry> entries, const Column &column)
    {
        if (const auto *rank = std::get_if<Column::Rank>(&column.key))
            makeRankKeys(entries, *rank);
        else if (const auto *shared = std::get_if<Column::Shared>(&column.key))
            makeSharedKeys(entries, *shared);
        else
            makeTextKeys(entries, std::get<Column::Text>(column.key));
    }

    void makeRankKeys(std::span<Entry> entries, Column::Rank rank)
    {
        const auto make = [&](std::span<Entry> some) {
            for (Entry &entry : some)
                entry = {keyOf(rank(row(entry), m_context.now), m_descending), 0, 0, entry.place};
        };
        if (entries.size() < worthHalving)
            return make(entries);
        const size_t half = entries.size() / 2;
        m_runBoth([&] { make(entries.first(half)); }, [&] { make(entries.subspan(half)); });
    }

    void makeSharedKeys(std::span<Entry> entries, const Column::Shared &shared)
    {
        const Collator collator(m_context.reader.locale);
        std::vector<std::optional<QString>> texts; // by index
        for (Entry &entry : entries) {
            const ConversationRow content = row(entry);
            const std::optional<quint32> index = (content.*shared.index)();
            entry = {index ? *index : nullKey, 0, 0, entry.place};
            if (!index)
                continue;
            if (*index >= texts.size())
                texts.resize(*index + 1);
            if (!texts[*index])
                texts[*index] = shared.text(content, m_context);
        }
        std::vector<quint32> byText;
        for (quint32 index = 0; index < texts.size(); ++index)
            if (texts[index])
                byText.push_back(index);
        std::ranges::sort(byText, [&](quint32 a, quint32 b) {
            return collator.compare(*texts[a], *texts[b]) < 0;
        });
        std::vector<quint64> ranks(texts.size());
        qint64 rank = 0;
        for (size_t i = 0; i < byText.size(); ++i) {
            if (i > 0 && collator.compare(*texts[byText[i - 1]], *texts[byText[i]]) != 0)
                ++rank;
            ranks[byText[i]] = keyOf(rank, m_descending);
        }
        for (Entry &entry : entries)
            if (entry.key != nullKey)
                entry.key = ranks[size_t(entry.key)];
    }

    // Uses the keys of an earlier sort, and makes missing ones.
    void takeKeys(std::span<Entry> entries, int column)
    {
        m_known->complete(column, m_rows, m_context, m_runBoth, m_isCanceled);
        if (m_isCanceled())
            return;
        std::vector<quint32> begins; // where the rests of each chunk begin in the tails
        m_tails.clear();
        for (quint32 chunk = 0; chunk < m_rows.chunkCount(); ++chunk) {
            begins.push_back(quint32(m_tails.size()));
            m_tails += m_known->chunk(chunk).rests;
        }
        const quint64 turned = m_descending ? ~quint64(0) : 0;
        for (Entry &entry : entries) {
            const quint32 row = m_given[entry.place];
            const quint32 chunk = row / ConversationChunk::capacity;
            const TextKeys::Key &key =
                m_known->chunk(chunk).keys[row % ConversationChunk::capacity];
            const bool isNull = key.first == TextKeys::none;
            entry.key = isNull ? nullKey : std::min(key.first ^ turned, nullKey - 1);
            entry.second = isNull ? 0 : key.second ^ turned;
            entry.tail = key.rest == 0 ? 0 : begins[chunk] + key.rest;
        }
    }

    void makeTextKeys(std::span<Entry> entries, Column::Text textOf)
    {
        if (entries.size() < worthHalving)
            return makeTextKeys(entries, textOf, m_tails);
        const size_t half = entries.size() / 2;
        const std::span<Entry> second = entries.subspan(half);
        std::string secondTails(1, '\0');
        m_runBoth([&] { makeTextKeys(entries.first(half), textOf, m_tails); },
                  [&] { makeTextKeys(second, textOf, secondTails); });
        for (Entry &entry : second)
            if (entry.tail != 0)
                entry.tail += quint32(m_tails.size());
        m_tails += secondTails;
    }

    void makeTextKeys(std::span<Entry> entries, Column::Text textOf, std::string &tails) const
    {
        const Collator collator(m_context.reader.locale);
        std::string key;
        for (size_t i = 0; i < entries.size(); ++i) {
            if (i % 4096 == 0 && m_isCanceled())
                return;
            Entry &entry = entries[i];
            entry = {nullKey, 0, 0, entry.place};
            const QString text = textOf(row(entry), m_context);
            if (text.isEmpty())
                continue;
            key.clear();
            collator.appendSortKey(key, text);
            const quint64 turned = m_descending ? ~quint64(0) : 0;
            entry.key = std::min(numberOfBytes(key, 0) ^ turned, nullKey - 1);
            entry.second = numberOfBytes(key, 8) ^ turned;
            if (key.size() > 16) {
                entry.tail = quint32(tails.size());
                tails.append(key, 16); // its NUL included
            }
        }
    }

    void sortByKeys(std::span<Entry> entries)
    {
        const auto isBefore = [this](const Entry &a, const Entry &b) {
            const int order = compare(a, b);
            return order != 0 ? order < 0 : a.place < b.place;
        };
        if (entries.size() < worthHalving || m_isCanceled())
            return std::sort(entries.begin(), entries.end(), isBefore);
        const auto middle = entries.begin() + std::ptrdiff_t(entries.size() / 2);
        m_runBoth([&] { std::sort(entries.begin(), middle, isBefore); },
                  [&] { std::sort(middle, entries.end(), isBefore); });
        std::inplace_merge(entries.begin(), middle, entries.end(), isBefore);
    }

    // By 'key' alone, for entries that are in the order of their places.
    void sortByNumbers(std::span<Entry> entries)
    {
        std::vector<NumberedPlace> numbers;
        numbers.reserve(entries.size());
        // Kept apart, since the highest key would need passes over all bits.
        std::vector<quint32> nulls;
        for (const Entry &entry : entries) {
            if (entry.key == nullKey)
                nulls.push_back(entry.place);
            else
                numbers.push_back({entry.key, entry.place});
        }
        radixSort(numbers, m_isCanceled);
        auto entry = entries.begin();
        for (const NumberedPlace &number : numbers)
            *entry++ = {number.key, 0, 0, number.place};
        for (const quint32 place : nulls)
            *entry++ = {nullKey, 0, 0, place};
    }

    int compare(const Entry &a, const Entry &b) const
    {
        if (a.key != b.key)
            return a.key < b.key ? -1 : 1;
        if (a.second != b.second)
            return a.second < b.second ? -1 : 1;
        if (a.tail == b.tail)
            return 0;
        const int order = std::strcmp(m_tails.data() + a.tail, m_tails.data() + b.tail);
        return m_descending ? -order : order;
    }

    ConversationRow row(const Entry &entry) const { return m_rows.at(m_given[entry.place]); }

    const ConversationRows &m_rows;
    const QList<quint32> &m_given;
    const SortKeys &m_keys;
    const CellContext &m_context;
    const RunBoth &m_runBoth;
    const std::function<bool()> &m_isCanceled;
    TextKeys *const m_known;                    // may be null
    std::string m_tails = std::string(1, '\0'); // each up to its NUL
    bool m_descending = false;
};

} // namespace

SortKeys latestFirst()
{
    return {{columnIndex(ColumnId::LastActivityAt), true}};
}

RowComparator::RowComparator(const SortKeys &keys, const CellContext &context)
    : m_keys(keys)
    , m_context(context)
    , m_collator(context.reader.locale)
{
}

bool RowComparator::isBefore(const ConversationRows &rows, quint32 a, quint32 b) const
{
    const ConversationRow first = rows.at(a);
    const ConversationRow second = rows.at(b);
    for (const SortKey &key : m_keys)
        if (const int order = compare(key, first, second); order != 0)
            return order < 0;
    return a < b;
}

int RowComparator::compare(const SortKey &key, const ConversationRow &a,
                           const ConversationRow &b) const
{
    const Column &column = columns()[size_t(key.column)];
    if (const auto *rank = std::get_if<Column::Rank>(&column.key)) {
        const quint64 first = keyOf((*rank)(a, m_context.now), key.descending);
        const quint64 second = keyOf((*rank)(b, m_context.now), key.descending);
        return first == second ? 0 : first < second ? -1 : 1;
    }
    const Column::Text textOf = column.keyText();
    const QString first = textOf(a, m_context);
    const QString second = textOf(b, m_context);
    if (first.isEmpty() || second.isEmpty())
        return int(first.isEmpty()) - int(second.isEmpty());
    const int order = m_collator.compare(first, second);
    return key.descending ? -order : order;
}

void runOneAfterTheOther(const std::function<void()> &first, const std::function<void()> &second)
{
    first();
    second();
}

RowOrder sorted(const ConversationRows &rows, const RowOrder &given, const SortKeys &keys,
                const CellContext &context, const RunBoth &runBoth,
                const std::function<bool()> &isCanceled, TextKeys *known)
{
    const QList<quint32> rowsGiven = given.rows();
    std::vector<Entry> entries(size_t(given.size()));
    for (size_t i = 0; i < entries.size(); ++i)
        entries[i].place = quint32(i);
    Sorter(rows, rowsGiven, keys, context, runBoth, isCanceled, known).sort(entries);
    if (isCanceled())
        return {};
    QList<quint32> order(given.size());
    std::ranges::transform(entries, order.begin(),
                           [&](const Entry &entry) { return rowsGiven[entry.place]; });
    return RowOrder(order);
}

RowOrder sortedById(const ConversationRows &rows, const RowOrder &given)
{
    QList<quint32> order = given.rows();
    std::ranges::sort(order, [&rows](quint32 a, quint32 b) {
        return QByteArrayView(rows.at(a).utf8Id()).compare(rows.at(b).utf8Id()) < 0;
    });
    return RowOrder(order);
}

} // namespace inbox
