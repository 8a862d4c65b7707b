// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/instant.h"
#include "support/warnings.h"

#include <QRandomGenerator>
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
        QTest::newRow("year 0") << u"0000-01-01T00:00:00Z"_s << Q_INT64_C(-62167219200000);
        QTest::newRow("year 10000 in the west")
            << u"9999-12-31T23:59:59-05:00"_s << Q_INT64_C(253402318799000);
        QTest::newRow("expanded") << u"+010000-01-01T00:00:00Z"_s << Q_INT64_C(253402300800000);
        QTest::newRow("leap day") << u"+012000-02-29T00:00:00Z"_s << Q_INT64_C(316521302400000);
        QTest::newRow("no such leap day") << u"+010001-02-29T00:00:00Z"_s << Q_INT64_C(-1);
        QTest::newRow("before 0") << u"-000001-12-31T23:59:59.999Z"_s << Q_INT64_C(-62167219200001);
        QTest::newRow("furthest") << u"+275760-09-13T00:00:00Z"_s << Q_INT64_C(8640000000000000);
        QTest::newRow("too far") << u"+275760-09-13T00:00:00.001Z"_s << Q_INT64_C(-1);
        QTest::newRow("much too far") << u"-999999-01-01T00:00:00Z"_s << Q_INT64_C(-1);
        QTest::newRow("five digits alone") << u"10000-01-01T00:00:00Z"_s << Q_INT64_C(-1);
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

    void withoutAZoneTheClocksOfTheMachineDoNotMatter()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        for (const QString &hour : {u"01:30"_s, u"02:30"_s, u"03:30"_s})
            for (const QString &day : {u"2026-03-29"_s, u"2026-10-25"_s}) {
                const QString text = day + u'T' + hour + u":00"_s;
                QCOMPARE(quo::formatInstant(*quo::parseInstant(text)), text + u'Z');
            }
        if (before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", before);
    }

    void writesUtcWithZ()
    {
        const auto instant = quo::parseInstant(u"2024-03-01T12:00:00+02:00"_s);
        QCOMPARE(quo::formatInstant(*instant), u"2024-03-01T10:00:00Z"_s);
        QCOMPARE(quo::formatInstant(*instant + quo::milliseconds(7)),
                 u"2024-03-01T10:00:00.007Z"_s);
    }

    void yearsOutOfFourDigitsFallBack_data()
    {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("json");
        const qint64 end = 253402300800000; // of the year 9999
        const qint64 begin = -62167219200000;
        QTest::newRow("offset") << Q_INT64_C(1769902200250) << QByteArray("Asia/Kolkata")
                                << u"2026-02-01T05:00:00.250+05:30"_s
                                << u"2026-01-31T23:30:00.250Z"_s;
        QTest::newRow("east") << end - 1 << QByteArray("Europe/Berlin")
                              << u"9999-12-31T23:59:59.999Z"_s << u"9999-12-31T23:59:59.999Z"_s;
        QTest::newRow("west") << end << QByteArray("America/New_York")
                              << u"9999-12-31T19:00:00.000-05:00"_s
                              << u"9999-12-31T12:00:00.000-12:00"_s;
        QTest::newRow("neither") << end << QByteArray("Europe/Berlin")
                                 << u"+010000-01-01T00:00:00.000Z"_s
                                 << u"9999-12-31T12:00:00.000-12:00"_s;
        QTest::newRow("far") << end + 43'200'000 << QByteArray("America/New_York")
                             << u"+010000-01-01T12:00:00.000Z"_s
                             << u"+010000-01-01T12:00:00.000Z"_s;
        QTest::newRow("year 0 in the west")
            << begin << QByteArray("America/New_York") << u"0000-01-01T00:00:00.000Z"_s
            << u"0000-01-01T00:00:00.000Z"_s;
        QTest::newRow("before year 0")
            << begin - 1 << QByteArray("UTC") << u"-000001-12-31T23:59:59.999Z"_s
            << u"0000-01-01T13:59:59.999+14:00"_s;
        // New York's clocks were 4:56:02 behind.
        QTest::newRow("before zones")
            << Q_INT64_C(-3786825600000) << QByteArray("America/New_York")
            << u"1849-12-31T19:04:00.000-04:56"_s << u"1850-01-01T00:00:00.000Z"_s;
    }

    void yearsOutOfFourDigitsFallBack()
    {
        QFETCH(qint64, millis);
        QFETCH(QByteArray, zone);
        const quo::Instant instant{quo::milliseconds(millis)};
        QTEST(quo::formatInstant(instant, QTimeZone(zone)), "there");
        QTEST(quo::formatInstantForJson(instant), "json");
    }

    // Whatever the instant and the zone, a text is read back as what it was made of.
    void everyInstantIsReadBack()
    {
        constexpr qint64 furthest = 8'640'000'000'000'000;
        QList<qint64> all{-furthest, -furthest + 1, furthest - 1, furthest};
        for (const qint64 edge :
             {Q_INT64_C(0), Q_INT64_C(-62167219200000), Q_INT64_C(253402300800000)})
            for (const qint64 hours : {-15, -14, -13, -12, -1, 0, 1, 11, 12, 13, 14, 15})
                for (const qint64 millis : {-1, 0, 1})
                    all.append(edge + hours * 3'600'000 + millis);
        QRandomGenerator random(1);
        for (int bits = 1; bits < 54; ++bits)
            for (int i = 0; i < 50; ++i)
                all.append(qint64(random.generate64()) >> (64 - bits));
        const QList<QTimeZone> zones{QTimeZone::utc(),
                                     QTimeZone("America/New_York"),
                                     QTimeZone("Asia/Kolkata"),
                                     QTimeZone("Pacific/Kiritimati"),
                                     QTimeZone("Europe/Amsterdam"),
                                     QTimeZone("Africa/Monrovia")};
        for (const qint64 millis : std::as_const(all)) {
            const quo::Instant instant{quo::milliseconds(millis)};
            QStringList texts{quo::formatInstant(instant), quo::formatInstantForJson(instant)};
            for (const QTimeZone &zone : zones)
                texts.append(quo::formatInstant(instant, zone));
            for (const QString &text : std::as_const(texts))
                QVERIFY2(quo::parseInstant(text) == instant,
                         qPrintable(u"%1 of %2"_s.arg(text).arg(millis)));
            QVERIFY(quo::toDateTime(instant, zones[1]).isValid());
        }
    }
};

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
