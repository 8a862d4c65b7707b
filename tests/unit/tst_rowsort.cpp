// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowfilter.h"
#include "inbox/rowsort.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inbox::RowFilter;
using State = RowFilter::State;

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

    QStringList sortedIds(const inbox::SortKey &key)
    {
        const inbox::RowOrder order =
            inbox::sorted(m_store, inbox::RowOrder::ofArrival(m_store.size()), key, context());
        QStringList ids;
        for (int i = 0; i < order.size(); ++i)
            ids.append(m_store.at(order.rowAt(i)).id());
        return ids;
    }

    QStringList matching(const RowFilter &filter)
    {
        const inbox::RowMatcher matcher(filter);
        QStringList ids;
        for (quint32 row = 0; row < m_store.size(); ++row)
            if (matcher.matches(m_store.at(row), context()))
                ids.append(m_store.at(row).id());
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
        QCOMPARE(sortedIds({column, false}), (QStringList{u"d"_s, u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(sortedIds({column, true}), (QStringList{u"a"_s, u"b"_s, u"d"_s, u"c"_s}));
        QCOMPARE(sortedIds(inbox::latestFirst()), sortedIds({column, true}));
    }

    void textSortsAsPeopleDoAndDigitsAsNumbers()
    {
        add(u"1"_s, u"Zoe 10"_s);
        add(u"2"_s, u"Özgür"_s);
        add(u"3"_s, u"zoe 9"_s);
        add(u"4"_s, u"Oskar"_s);
        QCOMPARE(sortedIds({inbox::columnIndex(u"name"), false}),
                 (QStringList{u"4"_s, u"2"_s, u"3"_s, u"1"_s}));
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
        QTEST(matching({.states = {}, .text = text}).size() == 1, "isFound");
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
        QCOMPARE(matching({.states = {State::Snoozed}, .text = {}}), QStringList{u"snoozed"_s});
        QCOMPARE(matching({.states = {State::SnoozeEnded}, .text = {}}), QStringList{u"ended"_s});
        QCOMPARE(matching({.states = {State::Unassigned, State::Snoozed}, .text = {}}),
                 (QStringList{u"snoozed"_s, u"nobody's"_s}));
        QCOMPARE(matching({.states = {State::Assigned}, .text = {}}).size(), 3);
        QCOMPARE(matching({.states = {State::Muted}, .text = {}}), QStringList{u"nobody's"_s});
        QCOMPARE(matching({.states = {State::Deleted}, .text = {}}), QStringList{u"nobody's"_s});
    }
};

QTEST_GUILESS_MAIN(TestRowSort)
#include "tst_rowsort.moc"
