// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/exportcommandline.h"
#include "support/files.h"
#include "support/warnings.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
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

    void whatIsNoCommandOpensNoWindow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringList{u"foo"_s} << u"unknown command 'foo'"_s;
        QTest::newRow("mistyped") << QStringList{u"exprot"_s, u"-o"_s, u"a.csv"_s}
                                  << u"unknown command 'exprot'"_s;
        QTest::newRow("after an option")
            << QStringList{u"--demo"_s, u"foo"_s} << u"unknown command 'foo'"_s;
        QTest::newRow("not the first")
            << QStringList{u"--demo"_s, u"lines"_s} << u"the command comes first"_s;
        QTest::newRow("upper case") << QStringList{u"Export"_s} << u"unknown command 'Export'"_s;
        QTest::newRow("a folder") << QStringList{QFileInfo(QDir::currentPath()).fileName()}
                                  << u"unknown command"_s;
        QTest::newRow("two views")
            << QStringList{u"a.quoinview"_s, u"b.quoinview"_s} << u"b.quoinview"_s;
        QTest::newRow("lines of something")
            << QStringList{u"lines"_s, u"foo"_s} << u"unexpected argument 'foo'"_s;
        QTest::newRow("users of something")
            << QStringList{u"users"_s, u"foo"_s} << u"unexpected argument 'foo'"_s;
        QTest::newRow("a server of something")
            << QStringList{u"demo-server"_s, u"foo"_s} << u"unexpected argument 'foo'"_s;
        QTest::newRow("sync of something")
            << QStringList{u"sync"_s, u"foo"_s} << u"unexpected argument 'foo'"_s;
        QTest::newRow("sync after an option")
            << QStringList{u"--demo"_s, u"sync"_s} << u"the command comes first"_s;
        QTest::newRow("sync with an option of export")
            << QStringList{u"sync"_s, u"--max-age"_s, u"1d"_s} << u"max-age"_s;
        QTest::newRow("sync of the demo")
            << QStringList{u"sync"_s, u"--demo"_s} << u"nothing of --demo is kept"_s;
        QTest::newRow("sync of a demo and a server")
            << QStringList{u"sync"_s, u"--demo"_s, u"--base-url"_s, u"http://[::1]:80"_s}
            << u"not both"_s;
        QTest::newRow("mirror of the demo")
            << QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--demo"_s, u"--from-mirror"_s}
            << u"nothing of --demo is kept"_s;
        QTest::newRow("age of the demo")
            << QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--demo"_s, u"--max-age"_s, u"1d"_s}
            << u"nothing of --demo is kept"_s;
        for (const char *age :
             {"", "m", "10", "10s", "-1d", "1.5h", "10min", "yesterday", "100000m"})
            QTest::addRow("age '%s'", age)
                << QStringList{u"export"_s, u"-o"_s, u"-"_s,
                               u"--max-age="_s + QString::fromLatin1(age)}
                << u"--max-age needs an age"_s;
        QTest::newRow("export of something") << QStringList{u"export"_s, u"foo"_s, u"-o"_s, u"-"_s}
                                             << u"unexpected argument 'foo'"_s;
        QTest::newRow("no option") << QStringList{u"--foo"_s} << u"foo"_s;
        QTest::newRow("no option of lines") << QStringList{u"lines"_s, u"--foo"_s} << u"foo"_s;
        QTest::newRow("empty view") << QStringList{u"--view"_s, QString()} << u"--view"_s;
        QTest::newRow("no value") << QStringList{u"--view"_s} << u"view"_s;
        QTest::newRow("empty line")
            << QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--line"_s, u" "_s} << u"--line"_s;
        QTest::newRow("empty user")
            << QStringList{u"export"_s, u"-o"_s, u"-"_s, u"--user"_s, QString()} << u"--user"_s;
        for (const char *url : {"https://api.quo.com/?a=b", "https://api.quo.com#a",
                                "https://u:p@api.quo.com", "http://api.quo.com", "foo", ""})
            QTest::addRow("base URL '%s'", url)
                << QStringList{u"lines"_s, u"--base-url"_s, QString::fromLatin1(url)}
                << u"base URL"_s;
    }

    void whatIsNoCommandOpensNoWindow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const app::Command command = parse(arguments);
        const auto *say = std::get_if<app::Say>(&command);
        QVERIFY(say);
        QCOMPARE(say->exitCode, 2);
        QVERIFY2(say->text.contains(says), qPrintable(say->text));
        QVERIFY(say->text.startsWith(u"quoin: "_s) && say->text.endsWith(u'\n'));
    }

    void aFileIsAViewWhateverItIsCalled()
    {
        QTemporaryDir dir;
        for (const QString &name : {u"mine"_s, u"a.json"_s, u"export.txt"_s}) {
            const QString file = dir.filePath(name);
            support::writeFile(file, {});
            QCOMPARE(std::get<app::WindowOptions>(parse({file})).viewFile, file);
        }
        // Where there is none, the window says so.
        for (const QString &file : {u"none.quoinview"_s, u"./none"_s, u"/nowhere/none"_s})
            QCOMPARE(std::get<app::WindowOptions>(parse({file})).viewFile, file);
    }

    void idsAreTrimmed()
    {
        const auto options = std::get<app::ExportCommandOptions>(
            parse({u"export"_s, u"-o"_s, u"-"_s, u"--line"_s, u" PN1\n"_s, u"--line"_s,
                   u"\t+14155550100 "_s, u"--user"_s, u" US1 "_s}));
        QCOMPARE(options.filters.lines, (QStringList{u"PN1"_s, u"+14155550100"_s}));
        QCOMPARE(options.filters.teammate, u"US1"_s);
    }

    void moreLinesThanTheApiTakesAreRefusedAtOnce()
    {
        QStringList arguments{u"export"_s, u"-o"_s, u"-"_s};
        for (int i = 0; i < 100; ++i)
            arguments += {u"--line"_s, u"PN"_s + QString::number(i)};
        QVERIFY(std::holds_alternative<app::ExportCommandOptions>(parse(arguments)));
        for (int i = 100; i < 100'000; ++i)
            arguments += {u"--line"_s, u"PN"_s + QString::number(i)};
        const auto say = std::get<app::Say>(parse(arguments));
        QCOMPARE(say.exitCode, 2);
        QVERIFY(say.text.contains(u"100000"_s));
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

    void whatIsKeptIsExportedWhereThatIsWanted()
    {
        const QStringList command{u"export"_s, u"-o"_s, u"a.csv"_s};
        const auto read = [&](const QStringList &options) {
            return std::get<app::ExportCommandOptions>(parse(command + options));
        };
        QVERIFY(!read({}).fromMirror && !read({}).maxAge);
        QVERIFY(read({u"--from-mirror"_s}).fromMirror);
        QVERIFY(!read({u"--from-mirror"_s}).maxAge);
        QVERIFY(!read({u"--max-age"_s, u"1d"_s}).fromMirror);
        for (const auto &[text, age] :
             {std::pair(u"10m"_s, quo::milliseconds(std::chrono::minutes(10))),
              {u"2h"_s, std::chrono::hours(2)},
              {u"1d"_s, std::chrono::hours(24)},
              {u"3w"_s, std::chrono::hours(3 * 7 * 24)}})
            QCOMPARE(read({u"--max-age"_s, text}).maxAge, std::optional(age));
    }

    void syncOptionsAreRead()
    {
        const auto plain = std::get<app::SyncOptions>(parse({u"sync"_s}));
        QVERIFY(!plain.readsAll && !plain.isQuiet);
        QCOMPARE(plain.baseUrl, QUrl(u"https://api.quo.com"_s));
        const auto options = std::get<app::SyncOptions>(parse(
            {u"sync"_s, u"--full"_s, u"--quiet"_s, u"--base-url"_s, u"http://127.0.0.1:80"_s}));
        QVERIFY(options.readsAll && options.isQuiet);
        QCOMPARE(options.baseUrl, QUrl(u"http://127.0.0.1:80"_s));
    }

    void theHelpOfSyncOffersNoDemo()
    {
        const auto say = std::get<app::Say>(parse({u"sync"_s, u"--help"_s}));
        QCOMPARE(say.exitCode, 0);
        QVERIFY(say.text.contains(u"--full"_s));
        QVERIFY(!say.text.contains(u"--demo"_s));
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
