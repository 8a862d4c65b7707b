// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decode.h"
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
        QTest::newRow("far too long")
            << QJsonValue(QString(2 << 20, u'x')) << u"name"_s << int(SkippedRow::Reason::TooLong);
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

    void rowsThatAreNoObjectsAreSkipped()
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

    void whatIsNoPageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("html") << QByteArray("<html>") << u"no JSON"_s;
        QTest::newRow("cut") << support::page(1, 3).left(100) << u"of 100"_s;
        QTest::newRow("array") << QByteArray("[]") << u"data, nextPageToken"_s;
        QTest::newRow("no data") << QByteArray(R"({"nextPageToken":null})") << u"no usable data"_s;
        QTest::newRow("no token") << QByteArray(R"({"data":[]})") << u"no usable nextPageToken"_s;
        QTest::newRow("token a number")
            << QByteArray(R"({"data":[],"nextPageToken":7})") << u"nextPageToken"_s;
        QTest::newRow("error with 200") << support::errorBody(500, u"1"_s, u"m"_s) << u"data"_s;
    }

    void whatIsNoPageIsAnError()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto page = quo::decodePage(body);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ApiError::Kind::UnreadableAnswer);
        QVERIFY2(page.error().detail.contains(says), qPrintable(page.error().detail));
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
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
