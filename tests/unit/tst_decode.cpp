// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decode.h"
#include "quo/decodeactivity.h"
#include "quo/decodecontacts.h"
#include "quo/decodedirectory.h"
#include "support/json.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiError;
using quo::SkippedRow;
using support::conversation;

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void readsAllTwelveFields()
    {
        const auto page = quo::decodePage(support::page({conversation(
            u"CN1"_s, {{u"mutedUntil"_s, u"9999-12-31T23:59:59.999Z"_s},
                       {u"snoozedUntil"_s, u"2026-01-03T00:00:00Z"_s},
                       {u"deletedAt"_s, u"2026-01-04T00:00:00Z"_s},
                       {u"participants"_s, QJsonArray{u"+1415"_s, u"anonymous"_s}}})}));
        QVERIFY(page);
        QVERIFY(page->skipped.isEmpty());
        QCOMPARE(page->nextPageToken, std::nullopt);
        const quo::Conversation &row = page->rows.at(0);
        QCOMPARE(row.id, u"CN1"_s);
        QCOMPARE(row.phoneNumberId, u"PN1"_s);
        QCOMPARE(row.participants, (QStringList{u"+1415"_s, u"anonymous"_s}));
        QCOMPARE(row.name, u"Ana Lopes"_s);
        QCOMPARE(row.assignedTo, u"US1"_s);
        QCOMPARE(row.lastActivityId, u"AC1"_s);
        QCOMPARE(row.createdAt, quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        QCOMPARE(row.updatedAt, quo::parseInstant(u"2026-01-02T00:00:00Z"_s));
        QCOMPARE(row.lastActivityAt, quo::parseInstant(u"2026-01-02T00:00:00Z"_s));
        QCOMPARE(row.mutedUntil, quo::parseInstant(u"9999-12-31T23:59:59.999Z"_s));
        QCOMPARE(row.snoozedUntil, quo::parseInstant(u"2026-01-03T00:00:00Z"_s));
        QCOMPARE(row.deletedAt, quo::parseInstant(u"2026-01-04T00:00:00Z"_s));
    }

    void nullIsNotEmpty()
    {
        const QJsonValue null;
        const auto page =
            quo::decodePage(support::page({conversation(u"CN1"_s, {{u"name"_s, u""_s}}),
                                           conversation(u"CN2"_s, {{u"name"_s, null},
                                                                   {u"assignedTo"_s, null},
                                                                   {u"lastActivityId"_s, null},
                                                                   {u"createdAt"_s, null},
                                                                   {u"updatedAt"_s, null},
                                                                   {u"lastActivityAt"_s, null}})}));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 2);
        QCOMPARE(page->rows.at(0).name, QString(u""_s));
        const quo::Conversation &row = page->rows.at(1);
        QVERIFY(!row.name && !row.assignedTo && !row.lastActivityId && !row.createdAt &&
                !row.updatedAt && !row.lastActivityAt);
    }

    void oneBadRowNeverCostsThePage_data()
    {
        QTest::addColumn<QJsonValue>("value"); // undefined: the field is left out
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("reason");
        const QStringList fields = conversation(u"CN2"_s).keys();
        for (const QString &field : fields) {
            QTest::addRow("%s missing", qPrintable(field))
                << QJsonValue(QJsonValue::Undefined) << field
                << int(SkippedRow::Reason::MissingField);
            QTest::addRow("%s of a wrong type", qPrintable(field))
                << QJsonValue(7) << field << int(SkippedRow::Reason::WrongType);
        }
        QTest::newRow("participant no text")
            << QJsonValue(QJsonArray{u"+1415"_s, 7}) << u"participants"_s
            << int(SkippedRow::Reason::WrongType);
        QTest::newRow("no such instant") << QJsonValue(u"2026-02-30T00:00:00Z"_s) << u"createdAt"_s
                                         << int(SkippedRow::Reason::WrongType);
        QTest::newRow("no identity")
            << QJsonValue(u""_s) << u"id"_s << int(SkippedRow::Reason::WrongType);
        const int tooLong = int(SkippedRow::Reason::TooLong);
        QTest::newRow("far too long") << QJsonValue(QString(2 << 20, u'x')) << u"name"_s << tooLong;
        // The bound is in bytes: three for each of these, and four for two.
        QTest::newRow("too long in Chinese")
            << QJsonValue(QString(400'000, u'北')) << u"name"_s << tooLong;
        QTest::newRow("too long in emoji")
            << QJsonValue(u"\U0001F600"_s.repeated(300'000)) << u"name"_s << tooLong;
        QJsonArray nobody;
        for (int i = 0; i < 100'000; ++i)
            nobody.append(QString());
        QTest::newRow("too many that are empty")
            << QJsonValue(nobody) << u"participants"_s << tooLong;
    }

    void oneBadRowNeverCostsThePage()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, field);
        QFETCH(int, reason);
        QJsonObject bad = conversation(u"CN2"_s);
        if (value.isUndefined())
            bad.remove(field);
        else
            bad.insert(field, value);
        const auto page = quo::decodePage(
            support::page({conversation(u"CN1"_s), bad, conversation(u"CN3"_s)}, u"t"_s));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 2);
        QCOMPARE(page->rows.at(1).id, u"CN3"_s);
        QCOMPARE(page->nextPageToken, u"t"_s);
        const QString id = field == u"id" ? QString() : u"CN2"_s;
        QCOMPARE(page->skipped, (QList<SkippedRow>{{1, id, field, SkippedRow::Reason(reason)}}));
    }

    void rowsThatAreNotObjectsAreSkipped()
    {
        const auto page = quo::decodePage(R"({"data":[null,7,"x",[]],"nextPageToken":null})");
        QVERIFY(page);
        QCOMPARE(page->skipped.size(), 4);
        QCOMPARE(page->skipped.at(3), (SkippedRow{3, {}, {}, SkippedRow::Reason::NotAnObject}));
    }

    void unknownFieldsAreIgnored()
    {
        const auto page = quo::decodePage(
            support::page({conversation(u"CN1"_s, {{u"unread"_s, QJsonArray{1, 2}}})}));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 1);
    }

    void rowsBelowTheBoundAreRead()
    {
        for (const QString &name : {QString(1'000'000, u'x'), QString(330'000, u'北'),
                                    u"\U0001F600"_s.repeated(250'000)}) {
            const auto page =
                quo::decodePage(support::page({conversation(u"CN1"_s, {{u"name"_s, name}})}));
            QVERIFY(page && page->skipped.isEmpty());
            QCOMPARE(page->rows.at(0).name, name);
        }
    }

    void anythingButAPageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("html") << QByteArray("<html>") << u"no JSON"_s;
        QTest::newRow("cut") << support::page(1, 3).left(100) << u"of 100"_s;
        QTest::newRow("array") << QByteArray("[]") << u"no usable data"_s;
        QTest::newRow("array with rows") << QByteArray(R"([{"id":"CN1"}])") << u"no usable data"_s;
        QTest::newRow("no data") << QByteArray(R"({"nextPageToken":null})") << u"no usable data"_s;
        for (const char *data : {"null", "{}", "7", "\"x\"", "true", R"({"data":[]})"})
            QTest::addRow("data %s", data)
                << "{\"data\":" + QByteArray(data) + ",\"nextPageToken\":null}"
                << u"no usable data"_s;
        for (const char *token : {"7", "0", "true", "false", "{}", "[]", "[\"t\"]"})
            QTest::addRow("token %s", token)
                << "{\"data\":[],\"nextPageToken\":" + QByteArray(token) + '}'
                << u"no usable nextPageToken"_s;
        for (const char *more : {R"("nextCursor":"c")", R"("hasMore":true)", R"("next":"/v1?p=2")",
                                 R"("hasNextPage":true,"nextPageToken":"")"})
            QTest::addRow("more by %s", more)
                << "{\"data\":[]," + QByteArray(more) + '}' << u"no usable nextPageToken"_s;
        QTest::newRow("error with 200") << support::errorBody(500, u"1"_s, u"m"_s) << u"data"_s;
    }

    // For every list endpoint.
    void anythingButAPageIsAnError()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto check = [&says](const auto &page) {
            QVERIFY(!page);
            QCOMPARE(page.error().kind, ApiError::Kind::UnreadableAnswer);
            QVERIFY2(page.error().detail.contains(says), qPrintable(page.error().detail));
        };
        check(quo::decodePage(body));
        check(quo::decodeLines(body));
        check(quo::decodeTeammates(body));
        check(quo::decodeContacts(body));
        check(quo::decodeMessages(body));
        check(quo::decodeCalls(body));
    }

    void withoutATokenTheListIsAtItsEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("null") << QByteArray(R"({"data":[],"nextPageToken":null})");
        QTest::newRow("left out") << QByteArray(R"({"data":[]})");
        QTest::newRow("empty") << QByteArray(R"({"data":[],"nextPageToken":""})");
        QTest::newRow("and said so") << QByteArray(R"({"data":[],"hasMore":false,"next":null})");
        // The total is documented, but known to be wrong.
        QTest::newRow("with a total") << QByteArray(R"({"data":[],"totalItems":3000})");
    }

    void withoutATokenTheListIsAtItsEnd()
    {
        QFETCH(QByteArray, body);
        const auto check = [](const auto &page) {
            QVERIFY(page);
            QCOMPARE(page->nextPageToken, std::nullopt);
        };
        check(quo::decodePage(body));
        check(quo::decodeTeammates(body));
        check(quo::decodeContacts(body));
        check(quo::decodeMessages(body));
        check(quo::decodeCalls(body));
        check(quo::decodeLines(body));
    }

    void linesThatGoOnAreNotWhole()
    {
        QVERIFY(quo::decodeLines(R"({"data":[{"id":"PN1"}],"nextPageToken":"t"})")->nextPageToken);
    }

    void whateverIsSkippedIsCountedWithItsReason()
    {
        using Reason = SkippedRow::Reason;
        const QByteArray body = R"({"data":[7,{"number":"+1"},{"id":5},{"id":"X1","users":[{}]}]})";
        const QList<SkippedRow> withoutIds{{0, {}, {}, Reason::NotAnObject},
                                           {1, {}, u"id"_s, Reason::MissingField},
                                           {2, {}, u"id"_s, Reason::WrongType}};
        const auto lines = quo::decodeLines(body);
        QCOMPARE(lines->skipped, withoutIds);
        QCOMPARE(lines->rows.size(), 1);
        QCOMPARE(lines->rows.first().skippedUsers,
                 (QList<SkippedRow>{{0, {}, u"id"_s, Reason::MissingField}}));
        QCOMPARE(quo::decodeTeammates(body)->skipped, withoutIds);

        const auto contacts = quo::decodeContacts(
            R"({"data":[null,
                {"id":"a"},
                {"id":"b","defaultFields":[]},
                {"id":"c","defaultFields":{"firstName":7}},
                {"id":"d","defaultFields":{"phoneNumbers":{}}},
                {"id":"e","defaultFields":{"phoneNumbers":[{"value":5}]}},
                {"id":"f","defaultFields":{"phoneNumbers":["+1"]}},
                {"id":"g","defaultFields":{"firstName":null,"phoneNumbers":[{"value":null}]}},
                {"id":"h","defaultFields":{}}]})");
        QCOMPARE(contacts->skipped,
                 (QList<SkippedRow>{{0, {}, {}, Reason::NotAnObject},
                                    {1, u"a"_s, u"defaultFields"_s, Reason::MissingField},
                                    {2, u"b"_s, u"defaultFields"_s, Reason::WrongType},
                                    {3, u"c"_s, u"firstName"_s, Reason::WrongType},
                                    {4, u"d"_s, u"phoneNumbers"_s, Reason::WrongType},
                                    {5, u"e"_s, u"phoneNumbers"_s, Reason::WrongType},
                                    {6, u"f"_s, u"phoneNumbers"_s, Reason::WrongType}}));
        QCOMPARE(contacts->rows.size(), 2);
    }

    void onlyWhatNamesAParameterIsABadParameter_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        using Kind = ApiError::Kind;
        const QByteArray bare = R"({"message":"m","code":"0206400"})";
        QTest::newRow("400 with a path")
            << 400 << QByteArray(R"({"errors":[{"path":"/userId"}]})") << int(Kind::BadParameter);
        QTest::newRow("422 with a path")
            << 422 << QByteArray(R"({"errors":[{"path":"/userId"}]})") << int(Kind::BadParameter);
        QTest::newRow("400") << 400 << bare << int(Kind::BadRequest);
        QTest::newRow("400 without a path")
            << 400 << QByteArray(R"({"errors":[{"message":"m"}]})") << int(Kind::BadRequest);
        QTest::newRow("402") << 402 << bare << int(Kind::NotPaid);
        QTest::newRow("407") << 407 << bare << int(Kind::ProxyPassword);
        for (const int status : {405, 406, 409, 410, 413, 414, 415, 418, 422, 426, 431, 451, 499})
            QTest::addRow("%d", status) << status << bare << int(Kind::BadRequest);
    }

    void onlyWhatNamesAParameterIsABadParameter()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QCOMPARE(int(quo::decodeErrorBody(status, body).kind), kind);
    }

    void bothShapesOfErrorBodiesAreRead()
    {
        const ApiError documented = quo::decodeErrorBody(
            400, support::errorBody(400, u"1000400"_s, u"Expected string"_s, u"/createdAfter"_s));
        QCOMPARE(documented.kind, ApiError::Kind::BadParameter);
        QCOMPARE(documented.httpStatus, 400);
        QCOMPARE(documented.code, u"1000400"_s);
        QCOMPARE(documented.message, u"Expected string"_s);
        QCOMPARE(documented.trace, u"trace-7"_s);
        QCOMPARE(documented.errors.at(0).path, u"/createdAfter"_s);

        const ApiError wrapped =
            quo::decodeErrorBody(403, R"({"error":{"message":"m","key":"k","trace":"t"}})");
        QCOMPARE(wrapped.kind, ApiError::Kind::Forbidden);
        QCOMPARE(wrapped.code, u"k"_s);
        QCOMPARE(wrapped.message, u"m"_s);
        QCOMPARE(wrapped.trace, u"t"_s);

        QCOMPARE(quo::decodeErrorBody(502, "<html>").kind, ApiError::Kind::Server);
    }

    void errorsAreFoundByTheirParameter()
    {
        ApiError error;
        error.errors = {{u"/createdAfterwards"_s, u"1"_s}, {u"/phoneNumbers/3"_s, u"2"_s}};
        QCOMPARE(error.errorFor("createdAfter"_L1), nullptr);
        QCOMPARE(error.errorFor("phoneNumbers"_L1)->message, u"2"_s);
        error.errors = {{u"/query/maxResults"_s, u"3"_s}};
        QCOMPARE(error.errorFor("maxResults"_L1)->message, u"3"_s);
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
