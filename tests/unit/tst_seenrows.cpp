// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/seenrows.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::SeenRows;
using Source = quo::SeenRows::Source;

namespace {

const quo::Instant begin = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);

quo::Conversation row(const QString &id, const QString &line = u"PN1"_s,
                      quo::Instant updatedAt = begin)
{
    quo::Conversation row;
    row.id = id;
    row.phoneNumberId = line;
    row.updatedAt = updatedAt;
    return row;
}

} // namespace

class TestSeenRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aRowOfOneWalkAloneIsOneSidedUntilTheOtherBringsIt()
    {
        for (const auto &[first, second] :
             {std::pair{Source::Whole, Source::Part}, {Source::Part, Source::Whole}}) {
            SeenRows rows({u"PN1"_s});
            rows.add({row(u"a"_s), row(u"b"_s)}, first);
            rows.add({row(u"a"_s)}, second);
            QVERIFY(rows.hasOneSided());
            rows.add({row(u"b"_s)}, Source::Changes);
            QVERIFY(rows.hasOneSided());
            rows.add({row(u"b"_s)}, second);
            QVERIFY(!rows.hasOneSided());
            QCOMPARE(rows.size(), 2);
        }
    }

    void aRowOnAnotherLineNeedsOnlyTheWholeWalk()
    {
        SeenRows rows({u"PN1"_s});
        rows.add({row(u"a"_s, u"PN2"_s)}, Source::Whole);
        QVERIFY(!rows.hasOneSided());
    }

    void aRowThatLeavesIsNotOneSidedAnyMore()
    {
        SeenRows rows({u"PN1"_s});
        rows.add({row(u"a"_s)}, Source::Whole);
        QVERIFY(rows.remove(u"a"_s));
        QVERIFY(!rows.remove(u"a"_s));
        QVERIFY(!rows.hasOneSided());
        QVERIFY(rows.isEmpty());
    }

    void rowsThatChangedSinceTheBeginningShowNothing()
    {
        SeenRows rows({u"PN1"_s});
        rows.setChangesKnownSince(begin);
        QCOMPARE(rows.add({row(u"a"_s, u"PN1"_s, begin + quo::milliseconds(1))}, Source::Whole), 0);
        QVERIFY(!rows.hasOneSided());
        rows.setChangesKnownSince(std::nullopt); // nothing else finds changed rows
        QVERIFY(rows.hasOneSided());
    }

    void newRowsThatHaveNotChangedWereMissedBefore()
    {
        SeenRows rows({u"PN1"_s});
        rows.setChangesKnownSince(begin);
        rows.add({row(u"a"_s)}, Source::Whole);
        QCOMPARE(rows.add({row(u"a"_s), row(u"b"_s), row(u"c"_s)}, Source::Part), 2);
        QCOMPARE(rows.add({row(u"b"_s)}, Source::Part), 0);
    }
};

QTEST_GUILESS_MAIN(TestSeenRows)
#include "tst_seenrows.moc"
