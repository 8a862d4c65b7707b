// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/querysplit.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::ConversationQuery;
using quo::Instant;

namespace {

const Instant now = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);

QStringList lines(int count)
{
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines.append(u"PN%1"_s.arg(i));
    return lines;
}

} // namespace

class TestQuerySplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyLineIsInOnePart_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("parts");
        QTest::newRow("none known") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("three") << 3 << 3;
        QTest::newRow("twelve") << 12 << 8;
        QTest::newRow("more than eight requests take") << 1000 << 10;
    }

    void everyLineIsInOnePart()
    {
        QFETCH(int, count);
        const QList<ConversationQuery> parts = quo::split({}, lines(count), now);
        QTEST(int(parts.size()), "parts");
        QStringList all;
        for (const ConversationQuery &part : parts) {
            QVERIFY(part.phoneNumbers.size() <= quo::maximumPhoneNumbers);
            QVERIFY(quo::problemsOf(part).isEmpty());
            all += part.phoneNumbers;
        }
        if (parts.size() < 2) {
            QVERIFY(parts.first() == ConversationQuery());
            return;
        }
        QCOMPARE(all.size(), count);
        all.removeDuplicates();
        QCOMPARE(all.size(), count);
    }

    void theQuerysOwnLinesGoBeforeAllOthers()
    {
        ConversationQuery query;
        query.phoneNumbers = QStringList{u"PN1"_s, u"PN2"_s};
        query.userId = u"US1"_s;
        const QList<ConversationQuery> parts = quo::split(query, lines(12), now);
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].phoneNumbers, QStringList{u"PN1"_s});
        QCOMPARE(parts[1].phoneNumbers, QStringList{u"PN2"_s});
        QCOMPARE(parts[1].userId, u"US1"_s);
    }

    void windowsLeaveNothingOutAndOverlapByASecond()
    {
        ConversationQuery query;
        query.phoneNumbers = lines(1);
        query.createdAfter = now - std::chrono::hours(80);
        const QList<ConversationQuery> parts = quo::split(query, {}, now);
        QCOMPARE(parts.size(), 8);
        QVERIFY(parts.first().createdAfter == query.createdAfter);
        QVERIFY(!parts.last().createdBefore); // what is created meanwhile belongs to it
        for (qsizetype i = 1; i < parts.size(); ++i)
            QVERIFY(*parts[i].createdAfter ==
                    *parts[i - 1].createdBefore - std::chrono::seconds(1));
        for (const ConversationQuery &part : parts)
            QVERIFY(quo::problemsOf(part).isEmpty());
    }

    void withoutALowerBoundThereAreNoWindows()
    {
        // Rows without createdAt are in no window, and may be wanted here.
        ConversationQuery query;
        query.phoneNumbers = lines(1);
        QCOMPARE(quo::split(query, {}, now), QList{query});
        query.createdBefore = now;
        QCOMPARE(quo::split(query, {}, now), QList{query});
        query.createdAfter = now - std::chrono::seconds(5); // too short to be worth it
        QCOMPARE(quo::split(query, {}, now), QList{query});
    }
};

QTEST_GUILESS_MAIN(TestQuerySplit)
#include "tst_querysplit.moc"
