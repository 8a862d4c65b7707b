// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/conversationquery.h"
#include "quo/decode.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::ConversationQuery;
using quo::QueryField;
using quo::QueryProblem;

namespace {

quo::Instant at(const char *text)
{
    return *quo::parseInstant(QString::fromLatin1(text));
}

} // namespace

class TestConversationQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void encodesEveryParameter()
    {
        ConversationQuery query;
        query.phoneNumbers = {u"+15555555555"_s, u"PN a&b"_s};
        query.userId = u"US1/ü"_s;
        query.createdAfter = at("2026-01-01T00:00:00+01:00");
        query.createdBefore = at("2026-02-01T00:00:00.5Z");
        query.updatedAfter = at("2026-03-01T00:00:00Z");
        query.updatedBefore = at("2026-04-01T00:00:00Z");
        query.excludeInactive = true;
        query.maxResults = 7;
        const auto request = quo::conversationsRequest(query, quo::ArrayStyle::Plain);
        QCOMPARE(request.encoded(u"a+b=/&c"_s),
                 "phoneNumbers=%2B15555555555&phoneNumbers=PN%20a%26b&userId=US1%2F%C3%BC"
                 "&createdAfter=2025-12-31T23%3A00%3A00Z&createdBefore=2026-02-01T00%3A00%3A00.500Z"
                 "&updatedAfter=2026-03-01T00%3A00%3A00Z&updatedBefore=2026-04-01T00%3A00%3A00Z"
                 "&excludeInactive=true&maxResults=7&pageToken=a%2Bb%3D%2F%26c");
    }

    void sendsNothingThatIsNotSet()
    {
        QCOMPARE(ConversationQuery().encoded(quo::ArrayStyle::Plain), "maxResults=100");
    }

    void bracketsAreEncodedToo()
    {
        ConversationQuery query;
        query.phoneNumbers = {u"PN1"_s, u"PN2"_s};
        QCOMPARE(query.encoded(quo::ArrayStyle::Brackets),
                 "phoneNumbers%5B%5D=PN1&phoneNumbers%5B%5D=PN2&maxResults=100");
    }

    void refusesWhatTheContractWouldRefuse()
    {
        using Kind = QueryProblem::Kind;
        ConversationQuery query;
        QVERIFY(problemsOf(query).isEmpty());

        query.phoneNumbers = QStringList(100, u"PN1"_s);
        QVERIFY(problemsOf(query).isEmpty());
        query.phoneNumbers.append(u"PN1"_s);
        QCOMPARE(problemsOf(query),
                 (QList<QueryProblem>{{QueryField::PhoneNumbers, Kind::TooMany, u"101"_s}}));

        query = {};
        query.phoneNumbers = {u"+15555555555"_s, u"4155552671"_s, u"+0155"_s, u"XX1"_s};
        QCOMPARE(problemsOf(query).size(), 3);
        QCOMPARE(problemsOf(query).first().value, u"4155552671"_s);

        query = {};
        query.userId = u"SYU1"_s;
        QCOMPARE(problemsOf(query),
                 (QList<QueryProblem>{{QueryField::UserId, Kind::Malformed, u"SYU1"_s}}));

        query = {};
        query.updatedAfter = query.updatedBefore = at("2026-01-01T00:00:00Z");
        QCOMPARE(problemsOf(query).size(), 1);
        QCOMPARE(problemsOf(query).first().field, QueryField::UpdatedBefore);
        QCOMPARE(problemsOf(query).first().kind, Kind::EmptyRange);
        query.updatedBefore = *query.updatedBefore + quo::milliseconds(1);
        QVERIFY(problemsOf(query).isEmpty());

        for (const int maxResults : {0, 101, -5}) {
            query = {};
            query.maxResults = maxResults;
            QCOMPARE(problemsOf(query).first().field, QueryField::MaxResults);
        }
    }

    void e164_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("shortest") << u"+12"_s << true;
        QTest::newRow("longest") << u"+123456789012345"_s << true;
        QTest::newRow("too long") << u"+1234567890123456"_s << false;
        QTest::newRow("too short") << u"+1"_s << false;
        QTest::newRow("leading zero") << u"+0123"_s << false;
        QTest::newRow("no plus") << u"14155552671"_s << false;
        QTest::newRow("blank") << u"+1 415"_s << false;
        QTest::newRow("other digits") << u"+1٤١٥"_s << false;
    }

    void e164()
    {
        QFETCH(QString, text);
        QTEST(quo::isE164(text), "valid");
    }

    void aRowThatContradictsTheQueryShowsAnIgnoredFilter()
    {
        quo::Conversation row;
        row.phoneNumberId = u"PN1"_s;
        row.createdAt = at("2026-01-10T00:00:00Z");
        ConversationQuery query;
        QVERIFY(contradicted(query, row).isEmpty());

        query.phoneNumbers = {u"PN2"_s};
        QCOMPARE(contradicted(query, row), QList<QueryField>{QueryField::PhoneNumbers});
        query.phoneNumbers.append(u"+15555555555"_s); // may be PN1's number
        QVERIFY(contradicted(query, row).isEmpty());

        query = {};
        query.createdAfter = row.createdAt; // not known whether the bound is inside
        query.createdBefore = row.createdAt;
        query.updatedAfter = row.createdAt; // the row has none
        QVERIFY(contradicted(query, row).isEmpty());
        query.createdAfter = *row.createdAt + quo::milliseconds(1);
        QCOMPARE(contradicted(query, row), QList<QueryField>{QueryField::CreatedAfter});
    }
};

QTEST_GUILESS_MAIN(TestConversationQuery)
#include "tst_conversationquery.moc"
