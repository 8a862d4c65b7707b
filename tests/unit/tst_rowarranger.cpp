// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"
#include "inbox/searchconditions.h"
#include "support/manualclock.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using inbox::Arrangement;
using inbox::ConversationStore;
using inbox::RowArranger;

namespace {

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

const QStringList searches{{},
                           u"ana"_s,
                           u"ana 1"_s,
                           u"an"_s,
                           u"-ana"_s,
                           u"415"_s,
                           u"4155"_s,
                           u"is:unassigned"_s,
                           u"to:none"_s,
                           u"after:2026"_s,
                           u"nothing"_s,
                           u"is:unassigned,snoozed"_s,
                           u"is:snoozed an"_s,
                           u"is:snoozed -is:unassigned ana"_s,
                           u"line:PN1 ana"_s,
                           u"line:PN1,PN2 is:snoozed"_s,
                           u"to:US1,none line:PN0 an"_s,
                           u"to:US1,US2 is:snooze-ended"_s,
                           u"-line:PN1 older:3d"_s};

} // namespace

// Pages, changes, leavings, names and other arrangements at random, while the worker is at it.
class TestRowArranger : public QObject
{
    Q_OBJECT

    support::ManualClock m_clock{*quo::parseInstant(u"2026-06-02T12:00:00Z"_s)};
    const inbox::Reader m_reader{QLocale::c(), QTimeZone::utc(), u"US"_s};

    quo::Conversation row(QRandomGenerator &random, int ids) const
    {
        quo::Conversation row;
        row.id = u"CN%1"_s.arg(random.bounded(ids));
        row.phoneNumberId = u"PN%1"_s.arg(random.bounded(3));
        row.participants = {u"+1415555%1"_s.arg(1000 + random.bounded(1000))};
        if (random.bounded(4) > 0)
            row.name = (random.bounded(2) > 0 ? u"Ana %1"_s : u"Żoë %1"_s).arg(random.bounded(50));
        if (random.bounded(3) > 0)
            row.assignedTo = u"US%1"_s.arg(random.bounded(4));
        if (random.bounded(8) > 0)
            row.lastActivityAt = m_clock.now() - std::chrono::hours(random.bounded(24 * 400));
        if (random.bounded(3) == 0)
            row.snoozedUntil = m_clock.now() + std::chrono::hours(random.bounded(96) - 48);
        if (random.bounded(8) > 0)
            row.createdAt = daysAgo(random.bounded(10));
        if (random.bounded(8) > 0)
            row.updatedAt = daysAgo(random.bounded(10));
        return row;
    }

    quo::Instant daysAgo(int days) const { return m_clock.now() - std::chrono::hours(24 * days); }

    inbox::QueryConditions conditions(QRandomGenerator &random) const
    {
        inbox::QueryConditions conditions;
        if (random.bounded(2) > 0) {
            conditions.lines.emplace();
            for (int lines = random.bounded(3); lines >= 0; --lines)
                conditions.lines->insert(u"PN%1"_s.arg(random.bounded(4)));
        }
        const auto bound = [&](std::optional<quo::Instant> &bound) {
            if (random.bounded(3) == 0)
                bound = daysAgo(random.bounded(10));
        };
        for (auto *range : {&conditions.created, &conditions.updated})
            if (random.bounded(2) > 0) {
                bound(range->after);
                bound(range->before);
            }
        return conditions;
    }

    // As the API's parameters are understood.
    static bool answers(const inbox::QueryConditions &conditions, const quo::Conversation &row)
    {
        const auto isIn = [](const inbox::QueryConditions::Range &range,
                             std::optional<quo::Instant> at) {
            return (!range.after || (at && *at >= *range.after)) &&
                   (!range.before || (at && *at <= *range.before));
        };
        return (!conditions.lines || conditions.lines->contains(row.phoneNumberId)) &&
               isIn(conditions.created, row.createdAt) && isIn(conditions.updated, row.updatedAt);
    }

    // As it would be made slowly, of all rows at once.
    QStringList expected(const ConversationStore &store, const Arrangement &arrangement,
                         const std::optional<inbox::RowSet> &members,
                         const inbox::CellContext &context) const
    {
        const inbox::ConversationRows &rows = store.rows();
        const inbox::RowMatcher matcher(
            {.search = inbox::parseSearch(arrangement.search,
                                          {m_clock.now(), m_reader.zone, {m_reader.region}})},
            rows, context, std::make_shared<inbox::ContactTexts>(context.contacts));
        const inbox::RowComparator comparator(arrangement.sort, context);
        QList<quint32> order;
        for (quint32 row = 0; row < rows.size(); ++row)
            if (!rows.hasLeft(row) && (!members || members->contains(row)) &&
                matcher.matches(rows, row, m_clock.now()) &&
                answers(arrangement.conditions, rows.at(row).toConversation()))
                order.append(row);
        std::ranges::sort(order,
                          [&](quint32 a, quint32 b) { return comparator.isBefore(rows, a, b); });
        QStringList ids;
        for (const quint32 row : std::as_const(order))
            ids.append(rows.at(row).id());
        return ids;
    }

    // A count is what the list would show after that choice.
    void compareCounts(const inbox::ShownCounts &counts, const ConversationStore &store,
                       const Arrangement &arrangement, const std::optional<inbox::RowSet> &members,
                       const inbox::Names &names) const
    {
        const inbox::SearchContext context = inbox::searchContext(names);
        const auto found = [&](const QString &search, const inbox::QueryConditions &conditions) {
            return int(expected(store, {search, {}, conditions}, members, names.context()).size());
        };
        const auto foundOfAll = [&](const QString &search) {
            return int(expected(store, {search, {}, {}}, {}, names.context()).size());
        };
        const auto compare = [&](inbox::ColumnId id, const QString &value, int choice, int all) {
            const int column = inbox::columnIndex(id);
            inbox::QueryConditions conditions = arrangement.conditions;
            if (id == inbox::ColumnId::PhoneNumberId)
                conditions.lines.reset();
            const QString condition = inbox::anyOfCondition(column, {value});
            const QString search =
                inbox::withConditions(arrangement.search, column, {condition}, context);
            const int actual = found(search, conditions);
            QVERIFY2(choice == actual,
                     qPrintable(u"%1: %2 of %3"_s.arg(search).arg(choice).arg(actual)));
            QCOMPARE(all, foundOfAll(condition));
        };
        QCOMPARE(counts.shown, found(arrangement.search, arrangement.conditions));
        QCOMPARE(counts.loaded, found({}, arrangement.conditions));
        QCOMPARE(counts.snoozesThatEndToday, foundOfAll(u"snoozed:today"_s));
        for (const inbox::Facet facet : inbox::allFacets)
            compare(inbox::ColumnId::State, inbox::facetWord(facet), counts.choices.of(facet),
                    counts.all.of(facet));
        for (const QString &id : {u"PN0"_s, u"PN1"_s, u"PN2"_s})
            compare(inbox::ColumnId::PhoneNumberId, id, counts.choices.lines.value(id),
                    counts.all.lines.value(id));
        for (const QString &id : {u"US0"_s, u"US1"_s, u"US2"_s, u"US3"_s})
            compare(inbox::ColumnId::AssignedTo, id, counts.choices.assignees.value(id),
                    counts.all.assignees.value(id));
        compare(inbox::ColumnId::AssignedTo, u"none"_s, counts.choices.assignees.value({}),
                counts.all.assignees.value({}));
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsShownIsWhatWasAskedForLast_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void whatIsShownIsWhatWasAskedForLast()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        NoSource source;
        ConversationStore store;
        inbox::Names names(m_clock, m_reader);
        inbox::InboxModel model(source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowArranger arranger(model, m_clock);
        arranger.reset(store);
        Arrangement arrangement;
        std::optional<inbox::RowSet> members;
        QSignalSpy arranged(&arranger, &RowArranger::arranged);
        const auto someRows = [&](double part) {
            inbox::RowSet rows(store.size());
            for (quint32 row = 0; row < store.size(); ++row)
                rows.set(row, random.generateDouble() < part);
            return rows;
        };
        // What a view holds, with the row that it is.
        QList<std::pair<QPersistentModelIndex, QString>> held;
        for (int round = 0; round < 80; ++round) {
            switch (random.bounded(16)) {
            case 0:
                arrangement.search = searches[random.bounded(searches.size())];
                arranger.setArrangement(arrangement);
                break;
            case 1:
                arrangement.sort.clear();
                for (int keys = random.bounded(3); keys > 0; --keys)
                    arrangement.sort.append({int(random.bounded(quint32(inbox::columns().size()))),
                                             random.bounded(2) > 0});
                arranger.setArrangement(arrangement);
                break;
            case 2: {
                QList<quint32> leaving;
                for (int i = 0; i < 5 && store.size() > 0; ++i)
                    leaving.append(random.bounded(store.size()));
                for (const quint32 row : std::as_const(leaving))
                    store.leave(row);
                arranger.applyChanges(leaving);
                break;
            }
            case 3: {
                quo::ContactIndex contacts;
                for (int i = 0; i < 200; ++i)
                    contacts.add(u"+1415555%1"_s.arg(1000 + random.bounded(1000)),
                                 {u"Ana Berg %1"_s.arg(random.bounded(50)), {}});
                names.setContacts(contacts);
                break;
            }
            case 4:
                // Some wider, some narrower, to change what is left of the one before.
                if (random.bounded(3) == 0)
                    arrangement.conditions = {};
                else
                    arrangement.conditions = conditions(random);
                arranger.setArrangement(arrangement);
                break;
            case 5:
                arrangement.conditions.lines = QSet<QString>{u"PN1"_s};
                arranger.setArrangement(arrangement);
                break;
            case 6: // another set, or none
                members = random.bounded(3) > 0 ? std::optional(someRows(0.6)) : std::nullopt;
                if (random.bounded(2) > 0)
                    arrangement.conditions = conditions(random);
                arranger.setArrangement(arrangement, members);
                break;
            case 7:
            case 8: // a set that is read page by page
                if (!members)
                    break;
                *members |= someRows(0.1);
                arranger.setMembers(members, RowArranger::Source::Continuation);
                break;
            case 9: // others leave it
                if (!members)
                    break;
                *members -= someRows(0.1);
                arranger.setMembers(members);
                break;
            case 10: { // so many that they are not merged one by one
                if (random.bounded(3) > 0)
                    break;
                QList<quo::Conversation> rows;
                for (int i = 0; i < 1500; ++i)
                    rows.append(row(random, random.bounded(2) > 0 ? 2000 : 100 + round * 60));
                arranger.apply(store.merge(rows));
                break;
            }
            case 11:
                arranger.setHeld(random.bounded(2) > 0);
                break;
            case 12:
                if (random.bounded(2) > 0 && model.rowCount() > 0)
                    arranger.setKeptRow(
                        model.order().rowAt(int(random.bounded(quint32(model.rowCount())))));
                else
                    arranger.setKeptRow(std::nullopt);
                break;
            case 13: // another session, of the same store
                if (random.bounded(3) > 0)
                    break;
                members.reset();
                arranger.reset(store);
                break;
            default: {
                QList<quo::Conversation> page;
                for (int i = 0; i < 100; ++i)
                    page.append(row(random, 100 + round * 60));
                arranger.apply(store.merge(page));
            }
            }
            if (random.bounded(4) > 0)
                continue; // the next thing happens before the worker is done
            QTRY_VERIFY(!arranger.isWorking());
            QStringList order;
            for (const quint32 row : arranger.order().rows())
                order.append(store.at(row).id());
            QCOMPARE(order, expected(store, arrangement, members, names.context()));
            compareCounts(arranger.counts(), store, arrangement, members, names);
            arranger.showWaiting();
            QCOMPARE(model.order(), arranger.order());
            for (const auto &[index, id] : std::as_const(held))
                if (index.isValid())
                    QCOMPARE(index.data(inbox::InboxModel::IdRole).toString(), id);
            held.clear();
            for (int position = 0; position < model.rowCount(); ++position)
                held.append({model.index(position, 0), model.rowAt(position)->id()});
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(!arranged.isEmpty());
    }

    void rowsCountedAtOnceAreCountedAsOneByOne_data()
    {
        QTest::addColumn<QByteArray>("zone");
        // With days of other lengths, at other hours, and one that was left out.
        for (const char *zone : {"UTC", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia",
                                 "Asia/Beirut", "America/Sao_Paulo"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void rowsCountedAtOnceAreCountedAsOneByOne()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone days(zone);
        QRandomGenerator random(7);
        ConversationStore store;
        QList<quo::Conversation> rows;
        for (int i = 0; i < 5000; ++i) {
            rows.append(row(random, 100'000));
            if (random.bounded(2) > 0) // from 2011 on
                rows.last().snoozedUntil =
                    m_clock.now() -
                    quo::milliseconds(random.bounded(Q_INT64_C(15) * 365 * 24 * 3600 * 1000));
        }
        store.merge(rows);
        for (quint32 i = 0; i < 100; ++i)
            store.leave(i * 7);
        inbox::RowCounter one(days);
        for (quint32 i = 0; i < store.size(); ++i)
            one.set(i, store.rows(), m_clock.now());
        const inbox::RowCounter all = inbox::RowCounter::ofAll(
            store.rows(), m_clock.now(), days, inbox::runOneAfterTheOther, [] { return false; });
        QCOMPARE(withIds(all.counts(), store.rows()), withIds(one.counts(), store.rows()));
        QCOMPARE(all.facets(), one.facets());
        for (int day = -15 * 365; day < 5; ++day) {
            const quo::Instant instant = m_clock.now() + std::chrono::days(day);
            QCOMPARE(all.snoozesThatEndOn(instant), one.snoozesThatEndOn(instant));
        }
    }

    void rowsThatMoveAtOnceTakeAlongWhatAViewHolds_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("shown at once") << false;
        QTest::newRow("shown once the list is not held") << true;
    }

    void rowsThatMoveAtOnceTakeAlongWhatAViewHolds()
    {
        QFETCH(bool, held);
        NoSource source;
        ConversationStore store;
        inbox::Names names(m_clock, m_reader);
        inbox::InboxModel model(source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowArranger arranger(model, m_clock);
        arranger.setArrangement({{}, inbox::latestFirst()});
        arranger.reset(store);
        QList<quo::Conversation> rows;
        for (int i = 0; i < 1500; ++i) {
            quo::Conversation row;
            row.id = u"CN%1"_s.arg(i);
            row.phoneNumberId = u"PN1"_s;
            row.lastActivityAt = m_clock.now() - std::chrono::minutes(i);
            rows.append(row);
        }
        arranger.apply(store.merge(rows));
        QTRY_COMPARE(model.rowCount(), 1500);
        QList<std::pair<QPersistentModelIndex, QString>> kept;
        for (int position = 0; position < 1500; position += 7)
            kept.append({model.index(position, 0), model.rowAt(position)->id()});
        for (int i = 0; i < 1500; ++i)
            rows[i].lastActivityAt = m_clock.now() + std::chrono::minutes(i);
        arranger.setHeld(held);
        arranger.apply(store.merge(rows));
        QTRY_VERIFY(!arranger.isWorking());
        if (held) {
            QCOMPARE(model.rowAt(0)->id(), u"CN0"_s);
            arranger.setHeld(false);
        }
        for (int position = 0; position < 1500; ++position)
            QCOMPARE(model.rowAt(position)->id(), u"CN%1"_s.arg(1499 - position));
        for (const auto &[index, id] : std::as_const(kept))
            QCOMPARE(index.data(inbox::InboxModel::IdRole).toString(), id);
    }

    void timeChangesAFewRowsWithoutANewList()
    {
        NoSource source;
        ConversationStore store;
        support::ManualClock clock(m_clock.now());
        inbox::Names names(clock, m_reader);
        inbox::InboxModel model(source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowArranger arranger(model, clock);
        arranger.reset(store);
        QList<quo::Conversation> page;
        for (int i = 0; i < 100; ++i) {
            quo::Conversation row;
            row.id = u"CN%1"_s.arg(i);
            row.phoneNumberId = u"PN1"_s;
            row.lastActivityAt = clock.now() - std::chrono::hours(i);
            page.append(row);
        }
        arranger.apply(store.merge(page));
        const auto arrangedFor = [&](const Arrangement &arrangement) {
            arranger.setArrangement(arrangement);
            return QTest::qWaitFor([&arranger] { return !arranger.isWorking(); });
        };
        QVERIFY(arrangedFor({u"older:2d -is:snoozed"_s, inbox::latestFirst()}));
        QCOMPARE(model.rowCount(), 51);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        clock.advance(std::chrono::hours(2));
        arranger.noteTime();
        page.first().name = u"Ana"_s; // and a row changes while the worker is at it
        page.first().lastActivityAt = clock.now() - std::chrono::hours(72);
        arranger.apply(store.merge({page.first()}));
        QTRY_VERIFY(!arranger.isWorking());
        QCOMPARE(model.rowCount(), 54);
        QVERIFY(reset.isEmpty());
        QVERIFY(!inserted.isEmpty());
        QStringList shown;
        for (int position = 0; position < model.rowCount(); ++position)
            shown.append(model.rowAt(position)->id());
        QCOMPARE(shown.first(), u"CN47"_s);
        QVERIFY(shown.indexOf(u"CN0"_s) > 0);
    }
};

// Newer model testers ask for fonts and pictures too.
QTEST_MAIN(TestRowArranger)
#include "tst_rowarranger.moc"
