// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/exportcommandline.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using app::parseCommandLine;

class TestCommandLine : public QObject
{
    Q_OBJECT

    static app::Command parse(const QStringList &arguments, const QProcessEnvironment &env = {})
    {
        return parseCommandLine(QStringList{u"quoin"_s} + arguments, env);
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void windowOptionsAreRead()
    {
        const auto options = std::get<app::WindowOptions>(
            parse({u"--demo"_s, u"--demo-conversations"_s, u"7"_s, u"--screenshot"_s, u"a.png"_s}));
        QVERIFY(options.demo);
        QCOMPARE(options.demoConversations, 7);
        QCOMPARE(options.screenshotFile, u"a.png"_s);
    }

    void theBaseUrlComesFromTheOptionElseTheEnvironmentElseQuo()
    {
        QProcessEnvironment env;
        QCOMPARE(std::get<app::WindowOptions>(parse({}, env)).baseUrl,
                 QUrl(u"https://api.quo.com"_s));
        env.insert(u"QUO_API_BASE_URL"_s, u"https://env.example"_s);
        QCOMPARE(std::get<app::WindowOptions>(parse({}, env)).baseUrl,
                 QUrl(u"https://env.example"_s));
        QCOMPARE(std::get<app::WindowOptions>(parse({u"--base-url"_s, u"http://[::1]:80"_s}, env))
                     .baseUrl,
                 QUrl(u"http://[::1]:80"_s));
    }

    void aViewComesByItsOptionOrByDoubleClick()
    {
        QCOMPARE(std::get<app::WindowOptions>(parse({u"--view"_s, u"a.quoinview"_s})).viewFile,
                 u"a.quoinview"_s);
        QCOMPARE(std::get<app::WindowOptions>(parse({u"--demo"_s, u"a.quoinview"_s})).viewFile,
                 u"a.quoinview"_s);
    }

    void exportOptionsAreRead()
    {
        const auto options = std::get<app::ExportCommandOptions>(parse({u"export"_s,
                                                                        u"-o"_s,
                                                                        u"a.XLSX"_s,
                                                                        u"--line"_s,
                                                                        u"PN1"_s,
                                                                        u"--line"_s,
                                                                        u"PN2"_s,
                                                                        u"--user"_s,
                                                                        u"US1"_s,
                                                                        u"--created-after"_s,
                                                                        u"7d"_s,
                                                                        u"--updated-before"_s,
                                                                        u"2026-01-31"_s,
                                                                        u"--state"_s,
                                                                        u"snooze-ended"_s,
                                                                        u"--sort"_s,
                                                                        u"name:desc"_s,
                                                                        u"--columns"_s,
                                                                        u"id, name"_s,
                                                                        u"--numbers"_s,
                                                                        u"text"_s,
                                                                        u"--local"_s,
                                                                        u"--raw"_s,
                                                                        u"--names"_s,
                                                                        u"--manifest"_s,
                                                                        u"--limit"_s,
                                                                        u"9"_s,
                                                                        u"--quiet"_s,
                                                                        u"--demo"_s}));
        QCOMPARE(options.output, u"a.XLSX"_s);
        QCOMPARE(options.format.format, exporting::Format::Xlsx); // by the ending
        QCOMPARE(options.format.numbers, exporting::Numbers::Text);
        QVERIFY(options.format.raw && options.format.names && options.isLocal);
        QVERIFY(options.manifest && options.isQuiet && options.demo);
        QCOMPARE(options.filters.lines, (QStringList{u"PN1"_s, u"PN2"_s}));
        QCOMPARE(options.filters.teammate, u"US1"_s);
        QVERIFY(options.createdAfter == app::TimeArgument(std::chrono::hours(7 * 24)));
        QVERIFY(options.updatedBefore ==
                app::TimeArgument(workspace::WallTime{QDate(2026, 1, 31), QTime(0, 0)}));
        QVERIFY(!options.createdBefore && !options.updatedAfter);
        QCOMPARE(options.facets, inbox::bitOf(inbox::Facet::SnoozeEnded));
        QVERIFY(*options.sort == inbox::SortKeys({{inbox::columnIndex(u"name"), true}}));
        QCOMPARE(options.columns, (QStringList{u"id"_s, u"name"_s}));
        QCOMPARE(options.limit, 9);
    }

    void timesAreReadInThreeForms()
    {
        QVERIFY(app::parseTime(u"36h"_s) == app::TimeArgument(std::chrono::hours(36)));
        QVERIFY(app::parseTime(u"2w"_s) == app::TimeArgument(std::chrono::hours(14 * 24)));
        QVERIFY(app::parseTime(u"2026-01-31T10:00:00+01:00"_s) ==
                app::TimeArgument(*quo::parseInstant(u"2026-01-31T09:00:00Z"_s)));
        for (const char *wrong : {"", "d", "7", "7m", "-7d", "2026-02-30", "yesterday"})
            QVERIFY2(!app::parseTime(QString::fromLatin1(wrong)), wrong);
    }

    void listOptionsAreRead()
    {
        const auto options =
            std::get<app::ListOptions>(parse({u"users"_s, u"--format"_s, u"json"_s, u"--demo"_s}));
        QCOMPARE(options.what, app::ListOptions::What::Users);
        QVERIFY(options.isJson && options.demo);
        QCOMPARE(std::get<app::ListOptions>(parse({u"lines"_s})).what,
                 app::ListOptions::What::Lines);
        QCOMPARE(std::get<app::Say>(parse({u"lines"_s, u"--format"_s, u"csv"_s})).exitCode, 2);
    }

    void serverOptionsAreRead()
    {
        const auto options = std::get<app::ServerOptions>(parse(
            {u"demo-server"_s, u"--port"_s, u"8080"_s, u"--conversations"_s, u"12"_s, u"--seed"_s,
             u"18446744073709551615"_s, u"--latency-ms"_s, u"195"_s, u"--rate-limit"_s, u"10"_s}));
        QCOMPARE(options.port, 8080);
        QCOMPARE(options.conversations, 12);
        QCOMPARE(options.seed, std::numeric_limits<quint64>::max());
        QCOMPARE(options.latency.count(), 195);
        QCOMPARE(options.rateLimit, 10);
    }

    void mistakesAreToldOnOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{u"--no-such-option"_s};
        QTest::newRow("Qt's own help") << QStringList{u"--help-all"_s};
        QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("two views") << QStringList{u"a"_s, u"--view"_s, u"b"_s};
        QTest::newRow("view nowhere") << QStringList{u"--view="_s};
        QTest::newRow("no number") << QStringList{u"--demo"_s, u"--demo-conversations"_s, u"x"_s};
        QTest::newRow("negative") << QStringList{u"--demo"_s, u"--demo-conversations=-1"_s};
        QTest::newRow("without demo") << QStringList{u"--demo-conversations"_s, u"1"_s};
        QTest::newRow("both") << QStringList{u"--demo"_s, u"--base-url"_s, u"https://a.example"_s};
        QTest::newRow("plain http") << QStringList{u"--base-url"_s, u"http://api.quo.com"_s};
        QTest::newRow("other scheme") << QStringList{u"--base-url"_s, u"ftp://127.0.0.1"_s};
        QTest::newRow("no host") << QStringList{u"--base-url"_s, u"https://"_s};
        QTest::newRow("screenshot nowhere") << QStringList{u"--screenshot="_s};
        QTest::newRow("server port") << QStringList{u"demo-server"_s, u"--port"_s, u"65536"_s};
        QTest::newRow("server unknown") << QStringList{u"demo-server"_s, u"--demo"_s};
        QTest::newRow("server argument") << QStringList{u"demo-server"_s, u"x"_s};
    }

    void mistakesAreToldOnOneLine()
    {
        QFETCH(QStringList, arguments);
        const auto say = std::get<app::Say>(parse(arguments));
        QCOMPARE(say.exitCode, 2);
        QVERIFY(say.text.startsWith(u"quoin: "));
        QCOMPARE(say.text.count(u'\n'), 1);
        QVERIFY(say.text.endsWith(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
