// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
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
