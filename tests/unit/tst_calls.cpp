// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/cellcontext.h"
#include "quo/decodeactivity.h"
#include "support/fail.h"
#include "support/texts.h"
#include "support/warnings.h"
#include "words/activitywords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::Activity;

namespace {

const QString answerer = u"USraj2"_s;
const QString caller = u"USkim3"_s;
const QString seer = u"USdana1"_s; // whose calls were asked for

Activity decoded(const QJsonObject &call)
{
    const QByteArray body = QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{call}},
                                                      {u"nextPageToken"_s, QJsonValue()}})
                                .toJson();
    const auto page = quo::decodeCalls(body);
    if (page && page->rows.size() == 1)
        return page->rows.first();
    support::fail(u"not one call: "_s + QString::fromUtf8(body));
    return {};
}

} // namespace

// Whether a call was answered and by whom, from what the API sends to what is read and heard.
class TestCalls : public QObject
{
    Q_OBJECT

    const inbox::Reader m_reader{QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(),
                                 u"US"_s};
    quo::Directory m_directory;
    const quo::ContactIndex m_contacts{};

    // What eyes read and what ears hear; they must not say different things.
    QString said(const Activity &call) const
    {
        const inbox::CellContext context{m_reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s),
                                         m_directory, m_contacts};
        const QString text = words::activityText(call, m_reader.locale);
        const QString detail = words::activityDetail(call, context);
        const QString spoken = words::spokenActivity(call, context);
        if (!spoken.endsWith(u": "_s + text))
            support::fail(u"%1 is not heard in %2"_s.arg(text, spoken));
        for (const QString &part : detail.split(u" · "_s))
            if (!spoken.contains(part))
                support::fail(u"%1 is not heard in %2"_s.arg(part, spoken));
        return detail + u" | "_s + text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_directory.add({{seer, u"Dana"_s, u"Kim"_s, {}},
                         {answerer, u"Raj"_s, u"Patel"_s, {}},
                         {caller, u"Lee"_s, u"Ono"_s, {}}});
    }

    void init() { support::failOnWarnings(); }

    void everyCombinationIsTrue_data()
    {
        QTest::addColumn<QJsonObject>("call");
        const QStringList statuses{u"queued"_s,    u"initiated"_s, u"ringing"_s,  u"in-progress"_s,
                                   u"completed"_s, u"busy"_s,      u"failed"_s,   u"no-answer"_s,
                                   u"canceled"_s,  u"missed"_s,    u"answered"_s, u"forwarded"_s,
                                   u"abandoned"_s, u"unheard-of"_s};
        const auto orNull = [](const QString &text) {
            return text.isEmpty() ? QJsonValue() : QJsonValue(text);
        };
        for (const QString &direction : {u"incoming"_s, u"outgoing"_s})
            for (const QString &status : statuses)
                for (const QString &answeredAt : {QString(), u"2026-06-02T08:00:05Z"_s})
                    for (const QString &answeredBy : {QString(), answerer, u"SYUagent"_s})
                        for (const QString &aiHandled : {QString(), u"ai-agent"_s})
                            for (const QString &initiatedBy : {QString(), caller})
                                for (const int duration : {0, 95})
                                    QTest::addRow("%s %s %s by %s ai %s from %s %d",
                                                  qPrintable(direction), qPrintable(status),
                                                  qPrintable(answeredAt), qPrintable(answeredBy),
                                                  qPrintable(aiHandled), qPrintable(initiatedBy),
                                                  duration)
                                        << QJsonObject{{u"id"_s, u"AC1"_s},
                                                       {u"direction"_s, direction},
                                                       {u"status"_s, status},
                                                       {u"createdAt"_s, u"2026-06-02T08:00:00Z"_s},
                                                       {u"answeredAt"_s, orNull(answeredAt)},
                                                       {u"answeredBy"_s, orNull(answeredBy)},
                                                       {u"aiHandled"_s, orNull(aiHandled)},
                                                       {u"initiatedBy"_s, orNull(initiatedBy)},
                                                       {u"userId"_s, seer},
                                                       {u"duration"_s, duration}};
    }

    void everyCombinationIsTrue()
    {
        QFETCH(QJsonObject, call);
        const bool isIncoming = call[u"direction"] == u"incoming"_s;
        const bool isAnswered = !call[u"answeredAt"].isNull();
        const QString answeredBy = call[u"answeredBy"].toString();
        const bool isAgent = !call[u"aiHandled"].isNull() || answeredBy.startsWith(u"SYU");
        const bool isMissed = isIncoming && !isAnswered && !isAgent;

        const Activity item = decoded(call);
        QCOMPARE(quo::isMissed(item), isMissed);
        const QString said = this->said(item);
        const QByteArray saidBytes = said.toUtf8();
        // 'Missed', or 'Ringing' while it still rings; of none but those.
        QVERIFY2(!isMissed || said.contains(u"Missed call") || said.contains(u"Ringing"),
                 saidBytes);
        QVERIFY2(isMissed || !said.contains(u"issed"), saidBytes);
        QVERIFY2(!isAnswered || !(said.contains(u"Ringing") || said.contains(u"No answer")),
                 saidBytes);
        // A length is one of a talk.
        QVERIFY2(!said.contains(u"2 min") || isAnswered, saidBytes);
        const bool isUnderWay =
            QStringList{u"queued"_s, u"initiated"_s, u"ringing"_s, u"in-progress"_s}.contains(
                call[u"status"].toString());
        if (isAnswered && call[u"duration"].toInt() > 0 && !isUnderWay)
            QVERIFY2(said.contains(u"2 min"), saidBytes);
        // Who answered, or who called.
        QCOMPARE(said.contains(u"Raj"),
                 isIncoming && isAnswered && !isAgent && answeredBy == answerer);
        QCOMPARE(said.contains(u"Lee"), !isIncoming && !isAgent && !call[u"initiatedBy"].isNull());
        QCOMPARE(said.contains(u"Dana"), !isIncoming && !isAgent && call[u"initiatedBy"].isNull());
        QVERIFY2(!said.contains(u"USraj2") && !said.contains(u"SYU"), saidBytes);
        if (isIncoming && isAgent)
            QVERIFY2(said.contains(u"agent"), saidBytes);
    }

    void whereItWentIsSaid()
    {
        QJsonObject call{{u"id"_s, u"AC1"_s},
                         {u"direction"_s, u"incoming"_s},
                         {u"status"_s, u"forwarded"_s},
                         {u"forwardedTo"_s, u"+14155550199"_s}};
        QCOMPARE(said(decoded(call)), u"Incoming · Forwarded to (415) 555-0199 | Missed call"_s);
        call.insert(u"forwardedTo"_s, answerer);
        QCOMPARE(said(decoded(call)), u"Incoming · Forwarded to Raj Patel | Missed call"_s);
    }

    void aLineSaysWhoSpokeAndHowLong()
    {
        const inbox::CellContext context{m_reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s),
                                         m_directory, m_contacts};
        QJsonObject call{{u"id"_s, u"AC1"_s},
                         {u"direction"_s, u"incoming"_s},
                         {u"status"_s, u"completed"_s},
                         {u"createdAt"_s, u"2026-06-02T08:31:00Z"_s},
                         {u"answeredAt"_s, u"2026-06-02T08:31:05Z"_s},
                         {u"answeredBy"_s, answerer},
                         {u"duration"_s, 240}};
        const auto line = [&] {
            return support::plainSpaces(words::callLine(decoded(call), context));
        };
        QCOMPARE(line(), u"Answered by Raj Patel · 4 min · 8:31 AM"_s);
        call.insert(u"answeredAt"_s, QJsonValue());
        QCOMPARE(line(), u"Missed call · 8:31 AM"_s);
        call.insert(u"direction"_s, u"outgoing"_s);
        call.insert(u"initiatedBy"_s, caller);
        QCOMPARE(line(), u"Called by Lee Ono · No answer · 8:31 AM"_s);
        call.insert(u"status"_s, u"busy"_s);
        QCOMPARE(line(), u"Called by Lee Ono · Busy · 8:31 AM"_s);
    }

    void whatCannotBeReadIsCounted_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("no object") << QByteArray("7");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("no id") << QByteArray(R"({"direction": "incoming"})");
        QTest::newRow("empty id") << QByteArray(R"({"id": ""})");
        QTest::newRow("id") << QByteArray(R"({"id": 7})");
        QTest::newRow("direction") << QByteArray(R"({"id": "AC1", "direction": "sideways"})");
        QTest::newRow("time") << QByteArray(R"({"id": "AC1", "createdAt": "soon"})");
        QTest::newRow("time's type") << QByteArray(R"({"id": "AC1", "createdAt": 1767225600})");
        QTest::newRow("status") << QByteArray(R"({"id": "AC1", "status": []})");
        QTest::newRow("user") << QByteArray(R"({"id": "AC1", "userId": {}})");
    }

    void whatCannotBeReadIsCounted()
    {
        QFETCH(QByteArray, entry);
        const QByteArray body =
            "{\"data\": [{\"id\": \"AC9\"}, " + entry + "], \"nextPageToken\": null}";
        for (const auto decode : {quo::decodeMessages, quo::decodeCalls}) {
            const auto page = decode(body);
            QVERIFY(page);
            QCOMPARE(page->rows.size(), 1);
            QCOMPARE(page->skipped.size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
