// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/qtcompat.h"
#include "support/warnings.h"
#include "workspace/datefilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using workspace::DateFilter;
using workspace::Edge;
using workspace::WallTime;
using Preset = DateFilter::Preset;

namespace {

QString utc(std::optional<quo::Instant> instant)
{
    return instant ? quo::formatInstant(*instant) : u"none"_s;
}

} // namespace

class TestDateFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void wallClocksBecomeInstants_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QDateTime>("wall");
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");
        const auto add = [](const char *name, const char16_t *zone, QDate date, QTime time,
                            const char16_t *earlier, const char16_t *later) {
            QTest::newRow(name) << QString::fromUtf16(zone) << QDateTime(date, time, common::utc)
                                << QString::fromUtf16(earlier) << QString::fromUtf16(later);
        };
        add("New York winter", u"America/New_York", {2026, 1, 15}, {9, 30}, u"2026-01-15T14:30:00Z",
            u"2026-01-15T14:30:00Z");
        add("New York summer", u"America/New_York", {2026, 7, 15}, {9, 30}, u"2026-07-15T13:30:00Z",
            u"2026-07-15T13:30:00Z");
        add("Kolkata", u"Asia/Kolkata", {2026, 7, 15}, {0, 0}, u"2026-07-14T18:30:00Z",
            u"2026-07-14T18:30:00Z");
        add("the hour left out", u"America/New_York", {2026, 3, 8}, {2, 30},
            u"2026-03-08T07:00:00Z", u"2026-03-08T07:00:00Z");
        add("just before it", u"America/New_York", {2026, 3, 8}, {1, 59, 59},
            u"2026-03-08T06:59:59Z", u"2026-03-08T06:59:59Z");
        add("just after it", u"America/New_York", {2026, 3, 8}, {3, 0}, u"2026-03-08T07:00:00Z",
            u"2026-03-08T07:00:00Z");
        add("the hour shown twice", u"America/New_York", {2026, 11, 1}, {1, 30},
            u"2026-11-01T05:30:00Z", u"2026-11-01T06:30:00Z");
        add("just before it", u"America/New_York", {2026, 11, 1}, {0, 59}, u"2026-11-01T04:59:00Z",
            u"2026-11-01T04:59:00Z");
        add("just after it", u"America/New_York", {2026, 11, 1}, {2, 0}, u"2026-11-01T07:00:00Z",
            u"2026-11-01T07:00:00Z");
        add("half an hour's change", u"Australia/Lord_Howe", {2026, 4, 5}, {1, 45},
            u"2026-04-04T14:45:00Z", u"2026-04-04T15:15:00Z");
    }

    void wallClocksBecomeInstants()
    {
        QFETCH(QString, zone);
        QFETCH(QDateTime, wall);
        const QTimeZone timeZone(zone.toLatin1());
        QVERIFY(timeZone.isValid());
        const WallTime time{wall.date(), wall.time()};
        QTEST(utc(workspace::toInstant(time, timeZone, Edge::Earlier)), "earlier");
        QTEST(utc(workspace::toInstant(time, timeZone, Edge::Later)), "later");
    }

    void presetsMoveWithThePresent_data()
    {
        QTest::addColumn<int>("preset");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("before");
        // It is 2026-03-10 01:00 in New York, two days after the clock was set forward.
        QTest::newRow("any") << int(Preset::Any) << u"none"_s << u"none"_s;
        QTest::newRow("today") << int(Preset::Today) << u"2026-03-10T04:00:00Z"_s << u"none"_s;
        QTest::newRow("yesterday")
            << int(Preset::Yesterday) << u"2026-03-09T04:00:00Z"_s << u"2026-03-10T04:00:00Z"_s;
        QTest::newRow("7 days") << int(Preset::Last7Days) << u"2026-03-04T05:00:00Z"_s << u"none"_s;
        QTest::newRow("30 days") << int(Preset::Last30Days) << u"2026-02-09T05:00:00Z"_s
                                 << u"none"_s;
        QTest::newRow("month") << int(Preset::ThisMonth) << u"2026-03-01T05:00:00Z"_s << u"none"_s;
    }

    void presetsMoveWithThePresent()
    {
        QFETCH(int, preset);
        DateFilter filter;
        filter.preset = Preset(preset);
        const auto range = toRange(filter, *quo::parseInstant(u"2026-03-10T05:00:00Z"_s),
                                   QTimeZone("America/New_York"));
        QTEST(utc(range.after), "after");
        QTEST(utc(range.before), "before");
    }

    void aCustomRangeCoversTheHourShownTwice()
    {
        DateFilter filter{Preset::Custom, WallTime{{2026, 11, 1}, {1, 0}},
                          WallTime{{2026, 11, 1}, {1, 59}}};
        const auto range = toRange(filter, {}, QTimeZone("America/New_York"));
        QCOMPARE(utc(range.after), u"2026-11-01T05:00:00Z"_s);
        QCOMPARE(utc(range.before), u"2026-11-01T06:59:00Z"_s);
        filter.from.reset();
        QCOMPARE(toRange(filter, {}, QTimeZone("America/New_York")).after, std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestDateFilter)
#include "tst_datefilter.moc"
