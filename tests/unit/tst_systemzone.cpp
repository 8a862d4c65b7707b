// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/warnings.h"
#include "workspace/systemzone.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace {

const QByteArray zoneFiles("/usr/share/zoneinfo/");

QString byTheCLibrary(qint64 seconds)
{
    const std::time_t when = seconds;
    std::tm local = {};
    ::localtime_r(&when, &local);
    char text[100];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &local);
    return QString::fromLatin1(text) + u' ' + QString::number(local.tm_gmtoff);
}

QString byQt(qint64 seconds, const QTimeZone &zone)
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(seconds, zone);
    return when.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u' ' + QString::number(when.offsetFromUtc());
}

} // namespace

class TestSystemZone : public QObject
{
    Q_OBJECT

    const QByteArray m_before = qgetenv("TZ");
    QTemporaryDir m_dir;

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void cleanup()
    {
        m_before.isNull() ? qunsetenv("TZ") : qputenv("TZ", m_before);
        ::tzset();
    }

    void itIsTheCLibrarys_data()
    {
        QTest::addColumn<QByteArray>("tz");
        QTest::addColumn<QByteArray>("name"); // empty: any
        const auto add = [](const QByteArray &tz, const QByteArray &name = {}) {
            QTest::addRow("'%s'", tz.constData()) << tz << name;
        };
        // Fixed offsets, which POSIX counts to the west.
        add("UTC", "UTC");
        add("UTC0", "UTC");
        add("");
        add("UTC+3", "UTC-03");
        add("UTC-5:45", "UTC+05:45");
        add("GMT+3", "UTC-03");
        add("GMT-14", "UTC+14");
        add("EST+5", "UTC-05");
        add("EST5", "UTC-05");
        add("<+0330>-3:30", "UTC+03:30");
        add("<-03>3", "UTC-03");
        add("LMT-0:53:28");
        add("XXX-24");
        add("XXX24");
        // Zones of the database, by name or by file.
        add("Europe/Berlin", "Europe/Berlin");
        add(":Europe/Berlin", "Europe/Berlin");
        add("posix/America/Lima");
        add(zoneFiles + "Asia/Tokyo", "Asia/Tokyo");
        add(":" + zoneFiles + "Europe/Paris", "Europe/Paris");
        add("Asia/Kathmandu", "Asia/Kathmandu");
        add("Australia/Lord_Howe", "Australia/Lord_Howe");
        add("America/St_Johns", "America/St_Johns");
        add("Africa/Casablanca", "Africa/Casablanca");
        add("EST5EDT");
        // Rules.
        add("EST5EDT,M3.2.0,M11.1.0");
        add("CET-1CEST,M3.5.0,M10.5.0/3");
        add("NZST-12NZDT,M9.5.0,M4.1.0/3");
        add("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
        add("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1");
        add("IST-2IDT,M3.4.4/26,M10.5.0");
        add("AAA3BBB,J60,J300");
        // What is none is UTC for the C library.
        add("Nowhere/City", "UTC");
        add("/nowhere", "UTC");
        add(":");
        add("garbage", "UTC");
        add("Europe", "UTC");
        add("+3");
        add("5");
        add("<>3");
    }

    void itIsTheCLibrarys()
    {
        QFETCH(QByteArray, tz);
        QFETCH(QByteArray, name);
        qputenv("TZ", tz);
        ::tzset();
        const QTimeZone zone = workspace::systemZone();
        QVERIFY(zone.isValid());
        QVERIFY(!zone.id().isEmpty());
        // Newer versions of Qt write the minutes of whole hours too.
        if (!name.isEmpty() && zone.id() != name + ":00")
            QCOMPARE(zone.id(), name);
        QRandomGenerator random(7);
        const auto check = [&zone](qint64 seconds) {
            QCOMPARE(byQt(seconds, zone), byTheCLibrary(seconds));
        };
        for (int i = 0; i < 5000; ++i)
            check(random.bounded(2'145'916'800)); // to the end of 2037
        // And around this year's noons and midnights.
        for (qint64 hour = 0; hour < 366 * 24; hour += 12)
            check(1'767'225'600 + hour * 3600 - 1);
        ::tzset();
    }

    void aZoneIsNamedByItsNameAlone()
    {
        for (const QString &name : {u"Europe/Berlin"_s, u" Asia/Tokyo "_s, u"UTC"_s, u"Etc/UTC"_s,
                                    u"US/Pacific"_s, u"Asia/Calcutta"_s, u"EST5EDT"_s})
            QCOMPARE(workspace::zoneNamed(name).id(), name.trimmed().toLatin1());
        QCOMPARE(workspace::zoneNamed(u"UTC+05:30"_s)
                     .standardTimeOffset(QDateTime::currentDateTimeUtc()),
                 19'800);
        for (const QString &name :
             {u""_s, u"Berlin"_s, u"garbage"_s, u"Nowhere/City"_s, u"EST+5"_s, u"UTC+99:00"_s,
              u"UTCfoo"_s, u"../zoneinfo/Asia/Tokyo"_s, u"Europe"_s, u"zone.tab"_s, u"tzdata.zi"_s,
              u"/usr/share/zoneinfo/Asia/Tokyo"_s, u"北京"_s})
            QVERIFY2(!workspace::zoneNamed(name).isValid(), qPrintable(name));
        qputenv("TZ", "EST5EDT,M3.2.0,M11.1.0");
        QCOMPARE(workspace::zoneNamed(u"EST5EDT,M3.2.0,M11.1.0"_s), workspace::systemZone());
    }

    void aCopyOfAZoneFileIsThatZone()
    {
        for (const QByteArray &name : {QByteArray("Europe/Berlin"), QByteArray("Asia/Tokyo"),
                                       QByteArray("America/Sao_Paulo")}) {
            const QString copy = m_dir.filePath(
                u"localtime-"_s + QString::fromLatin1(name.mid(name.indexOf('/') + 1)));
            if (!QFile::copy(QString::fromLatin1(zoneFiles + name), copy))
                QSKIP("there are no zone files here");
            qputenv("TZ", copy.toLocal8Bit());
            ::tzset();
            const QTimeZone zone = workspace::systemZone();
            QVERIFY(!zone.id().isEmpty());
            for (qint64 seconds = 0; seconds < 2'145'916'800; seconds += 1'000'003)
                QCOMPARE(byQt(seconds, zone), byTheCLibrary(seconds));
        }
    }
};

QTEST_GUILESS_MAIN(TestSystemZone)
#include "tst_systemzone.moc"
