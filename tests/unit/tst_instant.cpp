// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/instant.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void readsEveryTimestampThatTheApiHasBeenSeenToWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis"); // -1: null
        QTest::newRow("milliseconds") << u"2024-03-01T10:00:00.123Z"_s << Q_INT64_C(1709287200123);
        QTest::newRow("no milliseconds") << u"2024-03-01T10:00:00Z"_s << Q_INT64_C(1709287200000);
        QTest::newRow("offset") << u"2024-03-01T12:00:00+02:00"_s << Q_INT64_C(1709287200000);
        QTest::newRow("half an hour") << u"2024-03-01T15:30:00+05:30"_s << Q_INT64_C(1709287200000);
        QTest::newRow("microseconds")
            << u"2024-03-01T10:00:00.123000Z"_s << Q_INT64_C(1709287200123);
        QTest::newRow("no zone is UTC") << u"2024-03-01T10:00:00"_s << Q_INT64_C(1709287200000);
        QTest::newRow("end of time") << u"9999-12-31T23:59:59.999Z"_s << Q_INT64_C(253402300799999);
        QTest::newRow("before 1970") << u"1969-12-31T23:59:59.998Z"_s << Q_INT64_C(-2);
        QTest::newRow("a date alone") << u"2024-03-01"_s << Q_INT64_C(-1);
        QTest::newRow("no such day") << u"2024-02-30T10:00:00Z"_s << Q_INT64_C(-1);
        QTest::newRow("empty") << u""_s << Q_INT64_C(-1);
        QTest::newRow("words") << u"Tomorrow"_s << Q_INT64_C(-1);
    }

    void readsEveryTimestampThatTheApiHasBeenSeenToWrite()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millis);
        const auto instant = quo::parseInstant(text);
        QCOMPARE(instant ? instant->time_since_epoch().count() : -1, millis);
    }

    void writesUtcWithZ()
    {
        const auto instant = quo::parseInstant(u"2024-03-01T12:00:00+02:00"_s);
        QCOMPARE(quo::formatInstant(*instant), u"2024-03-01T10:00:00Z"_s);
        QCOMPARE(quo::formatInstant(*instant + quo::milliseconds(7)),
                 u"2024-03-01T10:00:00.007Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
