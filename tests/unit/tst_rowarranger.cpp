// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"
#include "inbox/searchparser.h"
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

const QStringList searches{{},           u"ana"_s,        u"ana 1"_s,  u"an"_s,
                           u"-ana"_s,    u"415"_s,        u"4155"_s,   u"is:unassigned"_s,
                           u"to:none"_s, u"after:2026"_s, u"nothing"_s};

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
        return row;
    }

    // As it would be made slowly, of all rows at once.
    QStringList expected(const ConversationStore &store, const Arrangement &arrangement,
                         const inbox::CellContext &context) const
    {
        const inbox::ConversationRows &rows = store.rows();
        const inbox::RowMatcher matcher(
            {0, inbox::parseSearch(arrangement.search,
                                   {m_clock.now(), m_reader.zone, {m_reader.region}})},
            rows, context, std::make_shared<inbox::ContactTexts>(context.contacts));
        const inbox::RowComparator comparator(arrangement.sort, context);
        QList<quint32> order;
        for (quint32 row = 0; row < rows.size(); ++row)
            if (!rows.hasLeft(row) && matcher.matches(rows, row, m_clock.now()))
                order.append(row);
        std::ranges::sort(order,
                          [&](quint32 a, quint32 b) { return comparator.isBefore(rows, a, b); });
        QStringList ids;
        for (const quint32 row : std::as_const(order))
            ids.append(rows.at(row).id());
        return ids;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsShownIsWhatWasAskedForLast_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
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
        QSignalSpy arranged(&arranger, &RowArranger::arranged);
        for (int round = 0; round < 60; ++round) {
            switch (random.bounded(6)) {
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
            QStringList shown;
            for (int position = 0; position < model.rowCount(); ++position)
                shown.append(model.rowAt(position)->id());
            QCOMPARE(shown, expected(store, arrangement, names.context()));
            for (const inbox::Facet facet : inbox::allFacets) {
                int count = 0;
                for (quint32 row = 0; row < store.size(); ++row)
                    count +=
                        !store.rows().hasLeft(row) &&
                        (inbox::facetsOf(store.at(row), m_clock.now()) & inbox::bitOf(facet)) != 0;
                QCOMPARE(arranger.facetCounts().counts()[size_t(facet)], count);
            }
        }
        QVERIFY(!arranged.isEmpty());
    }
};

// Newer model testers ask for fonts and pictures too.
QTEST_MAIN(TestRowArranger)
#include "tst_rowarranger.moc"
