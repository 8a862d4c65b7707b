// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstore.h"
#include "inbox/rowfilter.h"
#include "inbox/rowsort.h"
#include "inbox/searchparser.h"
#include "support/warnings.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using inbox::bitOf;
using inbox::Facet;
using inbox::Facets;

namespace {

const inbox::Reader reader{QLocale(QLocale::German, QLocale::Germany), QTimeZone::utc(), u"US"_s};

} // namespace

// Which rows, and in which order.
class TestRowSort : public QObject
{
    Q_OBJECT

    quo::Directory m_directory;
    quo::ContactIndex m_contacts;
    inbox::ConversationStore m_store;

    inbox::CellContext context() const
    {
        return {reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s), m_directory, m_contacts};
    }

    void add(const QString &id, const QString &name, const QString &lastActivityAt = {})
    {
        quo::Conversation row;
        row.id = id;
        row.phoneNumberId = u"PN1"_s;
        row.name = name;
        row.participants = QStringList{u"+14155552671"_s};
        row.lastActivityAt = quo::parseInstant(lastActivityAt);
        m_store.merge({row});
    }

    void add(const quo::Conversation &row) { m_store.merge({row}); }

    // By the quick way and by the one for single rows.
    QStringList sortedIds(const inbox::SortKeys &keys)
    {
        const inbox::ConversationRows &rows = m_store.rows();
        const inbox::CellContext now = context();
        const inbox::RowComparator comparator(keys, now);
        QList<quint32> order =
            inbox::sorted(rows, inbox::RowOrder::ofArrival(rows.size()), keys, now).rows();
        // With keys that are kept, those of the first time and those there are then.
        const auto isCanceled = [] { return false; };
        inbox::TextKeys kept;
        for (int time = 0; time < 2; ++time)
            if (inbox::sorted(rows, inbox::RowOrder::ofArrival(rows.size()), keys, now,
                              inbox::runOneAfterTheOther, isCanceled, &kept)
                    .rows() != order)
                return {u"kept keys sort otherwise"_s};
        QList<quint32> slowly = inbox::RowOrder::ofArrival(rows.size()).rows();
        std::ranges::sort(slowly,
                          [&](quint32 a, quint32 b) { return comparator.isBefore(rows, a, b); });
        if (order != slowly)
            return {u"the two ways differ"_s};
        QStringList ids;
        for (const quint32 row : order)
            ids.append(rows.at(row).id());
        return ids;
    }

    QStringList matching(const QString &search, Facets facets = 0)
    {
        const inbox::CellContext now = context();
        const inbox::RowMatcher matcher(
            {facets, inbox::parseSearch(search, {now.now, now.reader.zone, {now.reader.region}})},
            m_store.rows(), now, std::make_shared<inbox::ContactTexts>(m_contacts));
        QStringList ids;
        for (quint32 row = 0; row < m_store.size(); ++row)
            if (matcher.matches(m_store.rows(), row, now.now))
                ids.append(m_store.at(row).id());
        // All of them at once find the same.
        inbox::PlaceMask all;
        for (quint32 row = 0; row < m_store.size(); ++row)
            all.set(row);
        const auto places = m_store.size() == 0 ? inbox::PlaceMask()
                                                : matcher.matching(m_store.rows(), 0, all, now.now);
        for (quint32 row = 0; row < m_store.size(); ++row)
            if (places.contains(row) != ids.contains(m_store.at(row).id()))
                return {u"the two ways differ"_s};
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_store = {};
    }

    void instantsSortByTimeAndNullsComeLastBothWays()
    {
        add(u"b"_s, {}, u"2026-01-02T00:00:00Z"_s);
        add(u"c"_s, {});
        add(u"a"_s, {}, u"2026-01-02T00:00:00Z"_s);
        add(u"d"_s, {}, u"2026-01-01T00:00:00Z"_s);
        const int column = inbox::columnIndex(u"lastActivityAt");
        QCOMPARE(sortedIds({{column, false}}), (QStringList{u"d"_s, u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(sortedIds({{column, true}}), (QStringList{u"b"_s, u"a"_s, u"d"_s, u"c"_s}));
        QCOMPARE(sortedIds(inbox::latestFirst()), sortedIds({{column, true}}));
        QCOMPARE(sortedIds({}), (QStringList{u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
    }

    void keysOfTextsAreKeptUntilTheirRowChanges()
    {
        add(u"a"_s, u"Zoe"_s);
        add(u"b"_s, u"Ana Maria Lopes 10"_s);
        const inbox::SortKeys byName{{inbox::columnIndex(u"name"), false}};
        const inbox::CellContext now = context();
        inbox::TextKeys kept;
        const auto sorted = [&] {
            return inbox::sorted(
                       m_store.rows(), inbox::RowOrder::ofArrival(m_store.size()), byName, now,
                       inbox::runOneAfterTheOther, [] { return false; }, &kept)
                .rows();
        };
        QCOMPARE(kept.missing(m_store.rows()), 1);
        QCOMPARE(sorted(), (QList<quint32>{1, 0}));
        QCOMPARE(kept.missing(m_store.rows()), 0);
        add(u"c"_s, u"Ana Maria Lopes 9"_s); // the chunk is longer now
        QCOMPARE(kept.missing(m_store.rows()), 1);
        QCOMPARE(sorted(), (QList<quint32>{2, 1, 0}));
        add(u"a"_s, u"Adam"_s);
        kept.forget(0);
        QCOMPARE(sorted(), (QList<quint32>{0, 2, 1}));
    }

    void textSortsAsPeopleDoAndDigitsAsNumbers()
    {
        add(u"1"_s, u"Zoe 10"_s);
        add(u"2"_s, u"Özgür"_s);
        add(u"3"_s, u"zoe 9"_s);
        add(u"4"_s, u"Oskar"_s);
        QCOMPARE(sortedIds({{inbox::columnIndex(u"name"), false}}),
                 (QStringList{u"4"_s, u"2"_s, u"3"_s, u"1"_s}));
    }

    void manyRowsSortAsFewDo()
    {
        // So many that they are sorted in two halves, with names that differ late.
        QList<quo::Conversation> rows;
        for (int i = 0; i < 12'000; ++i) {
            quo::Conversation row;
            row.id = u"CN%1"_s.arg(i);
            row.phoneNumberId = u"PN%1"_s.arg(i % 7);
            if (i % 11 > 0)
                row.name = u"One beginning for all of them %1"_s.arg(i * 7919 % 5003);
            rows.append(row);
        }
        m_store.merge(rows);
        const int name = inbox::columnIndex(u"name");
        const int line = inbox::columnIndex(u"phoneNumberId");
        for (const inbox::SortKeys &keys :
             {inbox::SortKeys{{name, false}}, {{name, true}}, {{line, true}, {name, false}}})
            QCOMPARE(sortedIds(keys).size(), 12'000);
    }

    void wordsAreFoundInAnyOrderAndNumbersInAnyNotation_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("empty") << u"  "_s << true;
        QTest::newRow("words") << u"LOPES ana"_s << true;
        QTest::newRow("accents") << u"jose"_s << true;
        QTest::newRow("one is missing") << u"ana miller"_s << false;
        QTest::newRow("number") << u"(415) 555"_s << true;
        QTest::newRow("digits") << u"4155552"_s << true;
        QTest::newRow("word and digits") << u"ana 2671"_s << true;
        QTest::newRow("other digits") << u"999"_s << false;
        QTest::newRow("id") << u"CN77"_s << true;
        QTest::newRow("line") << u"pn1"_s << true;
    }

    void wordsAreFoundInAnyOrderAndNumbersInAnyNotation()
    {
        QFETCH(QString, text);
        add(u"CN77"_s, u"Ana José Lopes"_s);
        QTEST(matching(text).size() == 1, "isFound");
    }

    void statesAreAlternatives()
    {
        quo::Conversation row;
        row.id = u"assigned"_s;
        row.assignedTo = u"US1"_s;
        m_store.merge({row});
        row.id = u"snoozed"_s;
        row.snoozedUntil = context().now + std::chrono::seconds(1);
        m_store.merge({row});
        row.id = u"ended"_s;
        row.snoozedUntil = context().now;
        m_store.merge({row});
        row = {};
        row.id = u"nobody's"_s;
        row.deletedAt = row.mutedUntil = context().now + std::chrono::hours(1);
        m_store.merge({row});
        QCOMPARE(matching({}, bitOf(Facet::Snoozed)), QStringList{u"snoozed"_s});
        QCOMPARE(matching({}, bitOf(Facet::SnoozeEnded)), QStringList{u"ended"_s});
        QCOMPARE(matching({}, bitOf(Facet::Unassigned) | bitOf(Facet::Snoozed)),
                 (QStringList{u"snoozed"_s, u"nobody's"_s}));
        QCOMPARE(matching({}, bitOf(Facet::Assigned)).size(), 3);
        QCOMPARE(matching({}, bitOf(Facet::Muted)), QStringList{u"nobody's"_s});
        QCOMPARE(matching({}, bitOf(Facet::Deleted)), QStringList{u"nobody's"_s});
    }
};

QTEST_GUILESS_MAIN(TestRowSort)
#include "tst_rowsort.moc"
