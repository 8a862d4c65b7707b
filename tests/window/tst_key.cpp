// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/scriptedserver.h"

#include <QDirIterator>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ScriptedServer;

namespace {

const QByteArray canary("canary-8hJ2kL9mNq4r");

// The key as it might be written: as it is, in UTF-16, in Base64, percent-encoded or in hex.
QList<QByteArray> disguises()
{
    const QString text = QString::fromLatin1(canary);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return {canary, wide, canary.toBase64().chopped(4), canary.toHex(), canary.toPercentEncoding()};
}

bool isIn(const QByteArray &bytes)
{
    const QList<QByteArray> all = disguises();
    return std::ranges::any_of(
        all, [&bytes](const QByteArray &disguise) { return bytes.contains(disguise); });
}

} // namespace

// One key, and a look at everything that the program writes, prints and sends with it.
class TestKey : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    ScriptedServer m_server;

    struct Run
    {
        int exitCode = -1;
        QByteArray printed;
        QByteArray commandLine;
    };

    // The servers live in this thread, so it does not wait for the program but turns its events.
    Run run(const QStringList &arguments, const QHash<QString, QString> &more = {})
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
                                 "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "HOME", "TMPDIR"})
            env.insert(QString::fromLatin1(name), m_home.path());
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QUO_API_BASE_URL"})
            env.remove(QString::fromLatin1(name));
        env.insert(u"QUO_API_KEY"_s, QString::fromLatin1(canary));
        env.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s); // at its loudest
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            env.insert(it.key(), it.value());
        QProcess process;
        process.setProcessEnvironment(env);
        process.setWorkingDirectory(m_home.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(QUOIN_PROGRAM), arguments);
        Run result;
        if (process.waitForStarted())
            if (QFile file(u"/proc/%1/cmdline"_s.arg(process.processId()));
                file.open(QFile::ReadOnly))
                result.commandLine = file.readAll();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return result;
        result.exitCode = process.exitCode();
        result.printed = process.readAll();
        return result;
    }

    QStringList here(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--base-url"_s, m_server.baseUrl().toString()};
    }

    void verifyNothingIsWritten() const
    {
        int files = 0;
        QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!isIn(file.readAll()), qPrintable(file.fileName()));
            QVERIFY(!isIn(file.fileName().toUtf8()));
            ++files;
        }
        QVERIFY(files > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.setFallback([](const ScriptedServer::Request &request) {
            return request.line.contains("/v1/conversations")
                       ? support::page(1, 30)
                       : QByteArray(R"({"data":[],"nextPageToken":null})");
        });
    }

    void nothingHoldsTheKeyButTheHeader_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("window") << QStringList{u"--screenshot"_s, m_home.filePath(u"a.png"_s)};
        for (const char *format : {"csv", "tsv", "json", "ndjson", "xlsx"})
            QTest::newRow(format) << QStringList{
                u"export"_s,   u"--manifest"_s,
                u"--output"_s, m_home.filePath(u"a."_s + QLatin1String(format)),
                u"--format"_s, QLatin1String(format)};
        QTest::newRow("export to the terminal")
            << QStringList{u"export"_s, u"--output"_s, u"-"_s, u"--format"_s, u"json"_s};
        QTest::newRow("lines") << QStringList{u"lines"_s};
        QTest::newRow("users") << QStringList{u"users"_s};
    }

    void nothingHoldsTheKeyButTheHeader()
    {
        QFETCH(QStringList, arguments);
        const auto before = m_server.requests().size();
        const Run result = run(here(arguments));
        QVERIFY2(result.exitCode == 0, result.printed.constData());
        QVERIFY(!isIn(result.printed));
        QVERIFY(!isIn(result.commandLine));
        verifyNothingIsWritten();
        QVERIFY(m_server.requests().size() > before);
        for (const ScriptedServer::Request &request : m_server.requests()) {
            QVERIFY(!isIn(request.line));
            for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
                QCOMPARE(isIn(header.value()), header.key() == "authorization");
        }
    }

    void aServerThatEchoesItIsNotRepeated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("window") << QStringList{u"--screenshot"_s, m_home.filePath(u"b.png"_s)};
        QTest::newRow("export") << QStringList{u"export"_s, u"--output"_s,
                                               m_home.filePath(u"b.csv"_s)};
        QTest::newRow("lines") << QStringList{u"lines"_s};
    }

    void aServerThatEchoesItIsNotRepeated()
    {
        QFETCH(QStringList, arguments);
        const QString echo = QString::fromLatin1(canary);
        ScriptedServer server;
        for (int i = 0; i < 20; ++i)
            server.says(401, support::errorBody(401, u"1000401"_s, u"no such key: "_s + echo,
                                                u"/"_s + echo));
        const Run result =
            run(arguments + QStringList{u"--base-url"_s, server.baseUrl().toString()});
        QVERIFY(result.exitCode > 0);
        QVERIFY(!server.requests().isEmpty());
        QVERIFY(result.printed.contains("401") || result.printed.contains("key"));
        QVERIFY2(!isIn(result.printed), result.printed.constData());
        verifyNothingIsWritten();
    }

    void itIsNotSentWhereARedirectLeads()
    {
        ScriptedServer other;
        other.setFallback([](const auto &) { return QByteArray("{}"); });
        ScriptedServer server;
        for (int i = 0; i < 20; ++i)
            server.saysBytes("HTTP/1.1 307 Elsewhere\r\nLocation: " + other.baseUrl().toEncoded() +
                                 "/v1/phone-numbers\r\nContent-Length: 0\r\n\r\n",
                             false);
        const Run result = run({u"lines"_s, u"--base-url"_s, server.baseUrl().toString()});
        QVERIFY(result.exitCode > 0);
        QVERIFY(!server.requests().isEmpty());
        QVERIFY(other.requests().isEmpty());
    }

    void itIsNotSentInClear_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::newRow("by name") << u"http://quo.example"_s;
        QTest::newRow("by address") << u"http://192.0.2.1:8080"_s;
        QTest::newRow("like this machine") << u"http://127.0.0.1.quo.example"_s;
        QTest::newRow("with this machine as user") << u"http://127.0.0.1@quo.example"_s;
        QTest::newRow("another scheme") << u"ftp://127.0.0.1"_s;
    }

    void itIsNotSentInClear()
    {
        QFETCH(QString, baseUrl);
        const Run result = run({u"lines"_s, u"--base-url"_s, baseUrl});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.printed.contains("base URL"));
    }

    void aProxyGetsOnlyAHost()
    {
        QTcpServer proxy;
        QByteArray received;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&received, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        const QString address = u"http://127.0.0.1:%1"_s.arg(proxy.serverPort());
        const Run result = run(
            {u"lines"_s, u"--base-url"_s, u"https://quo.example"_s},
            {{u"http_proxy"_s, address}, {u"https_proxy"_s, address}, {u"all_proxy"_s, address}});
        QVERIFY(result.exitCode > 0);
        QVERIFY2(received.startsWith("CONNECT quo.example:443 "), received.constData());
        QVERIFY(!isIn(received));
        // And none at all gets what goes to this machine.
        received.clear();
        QCOMPARE(run(here({u"lines"_s}), {{u"http_proxy"_s, address}}).exitCode, 0);
        QVERIFY(received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKey)
#include "tst_key.moc"
