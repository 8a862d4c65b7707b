// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/reader.h"
#include "quo/decode.h"
#include "support/fail.h"
#include "support/scriptedserver.h"
#include "support/warnings.h"
#include "support/workspace.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using quo::Conversation;
using support::Workspace;

namespace {

constexpr int conversations = 260;

using Rows = QMap<QString, Conversation>; // by id

// As the server sends them.
Rows rowsOf(const QList<QJsonObject> &objects)
{
    Rows rows;
    const auto page = quo::decodePage(support::page(objects));
    for (const Conversation &row : page->rows)
        rows.insert(row.id, row);
    return rows;
}

// How the two differ; empty if they do not.
QString difference(const Rows &actual, const Rows &expected)
{
    QStringList differences;
    for (const Conversation &row : actual)
        if (!expected.contains(row.id))
            differences.append(row.id + u" is too much"_s);
        else if (row != expected.value(row.id))
            differences.append(row.id + u" is another"_s);
    for (const Conversation &row : expected)
        if (!actual.contains(row.id))
            differences.append(row.id + u" is missing"_s);
    return differences.mid(0, 10).join(u", "_s);
}

} // namespace

// A workspace that lives, kept on this computer by programs that are offline, killed and started
// again, by chance. QUOIN_SEED repeats a run, QUOIN_RANDOM_SECONDS makes it longer.
class TestRestarts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    support::ScriptedServer m_server;
    Workspace m_workspace;
    int m_movesEach = 0; // things that happen after an answer, at most
    quint32 m_seed = 0;
    QRandomGenerator m_random;
    QHash<QString, QList<Conversation>> m_past; // all that each row has ever been
    QSet<QString> m_stayed;   // ids that were on the server ever since all were kept
    bool m_hasSilent = false; // something has happened that only reading everything again shows
    QStringList m_done;       // since all were kept

    int upTo(int most) { return int(m_random.bounded(quint32(most))); }

    void remember()
    {
        const Rows rows = rowsOf(m_workspace.matching({}));
        for (const Conversation &row : rows)
            if (QList<Conversation> &past = m_past[row.id]; past.isEmpty() || past.last() != row)
                past.append(row);
        m_stayed.removeIf([&rows](const QString &id) { return !rows.contains(id); });
    }

    // A line that the key may see no more, or again.
    void hideOrShowALine()
    {
        const QString line = Workspace::lines()[upTo(10)];
        if (!m_workspace.hiddenLines.remove(line))
            m_workspace.hiddenLines.insert(line);
        m_hasSilent = true;
        remember();
    }

    void happen(int times)
    {
        for (int i = 0; i < times; ++i) {
            if (!m_workspace.happen(m_random))
                m_hasSilent = true;
            remember();
        }
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
            env.insert(QString::fromLatin1(name), m_home->path());
        env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        env.insert(u"QUO_API_KEY"_s, u"a-key"_s);
        env.insert(u"QUO_API_BASE_URL"_s, m_server.baseUrl().toString());
        return env;
    }

    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment());
        process->start(QStringLiteral(QUOIN_PROGRAM), arguments);
        return process;
    }

    // Exit code and what it said; null if it does not end.
    static bool waitForEnd(QProcess &process)
    {
        return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000) &&
               process.exitStatus() == QProcess::NormalExit;
    }

    QString file() const
    {
        QDirIterator files(m_home->path(), {u"workspace-*.sqlite"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }

    // All rows in the file, as another process would find them.
    Rows kept(mirror::Extent *extent = nullptr) const
    {
        Rows rows;
        if (file().isEmpty())
            return rows;
        const auto reader = mirror::Reader::open({file(), {}});
        if (!reader) {
            support::fail(u"cannot be opened: "_s + reader.error().detail);
            return rows;
        }
        if (!*reader)
            return rows;
        if (extent)
            *extent = (*reader)->extent();
        const auto problem = (*reader)->forEachRow(7, [&](const mirror::RowView &view) {
            const Conversation row = mirror::toConversation(view, **reader);
            if (rows.contains(row.id))
                support::fail(u"twice in the file: "_s + row.id);
            rows.insert(row.id, row);
            return true;
        });
        if (problem)
            support::fail(u"cannot be read: "_s + problem->detail);
        return rows;
    }

    // No row is invented, and none is lost that was there all the time.
    void keptRowsWereThere()
    {
        const Rows rows = kept();
        for (const Conversation &row : rows)
            QVERIFY2(m_past.value(row.id).contains(row), qPrintable(row.id));
        for (const QString &id : std::as_const(m_stayed))
            QVERIFY2(rows.contains(id), qPrintable(id));
    }

    // Nothing moves: what is kept is what the server has.
    void allAreKept()
    {
        mirror::Extent extent;
        const Rows rows = kept(&extent);
        const Rows expected = rowsOf(m_workspace.matching({}));
        const QString wrong = difference(rows, expected);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(extent.isWhole);
        const QStringList ids = rows.keys();
        m_stayed = QSet<QString>(ids.begin(), ids.end());
        m_done.clear();
    }

    void syncByChance()
    {
        m_movesEach = upTo(3);
        QStringList arguments{u"sync"_s};
        if (upTo(4) == 0)
            arguments.append(u"--full"_s);
        std::vector<std::unique_ptr<QProcess>> processes;
        const int count = upTo(5) == 0 ? 2 : 1;
        for (int i = 0; i < count; ++i)
            processes.push_back(start(arguments));
        const int what = upTo(4);
        m_done.append(u"%1 × %2, then %3"_s.arg(count).arg(arguments.join(u' ')).arg(what));
        QTest::qWait(upTo(500));
        if (what == 0)
            m_server.goAway();
        if (what < 2)
            for (const auto &process : processes)
                process->kill();
        else if (what == 2)
            for (const auto &process : processes)
                process->terminate();
        for (const auto &process : processes)
            QVERIFY2(
                QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000),
                "it does not end");
        // Where nothing is in their way, one of them does it.
        const auto hasDoneIt = [](const auto &process) {
            return process->exitCode() == 0 || process->exitCode() == 3;
        };
        if (what == 3)
            QVERIFY2(std::ranges::any_of(processes, hasDoneIt),
                     processes.front()->readAllStandardError().constData());
        m_movesEach = 0;
        if (what == 0)
            m_server.comeBack();
        happen(upTo(5));
        if (upTo(8) == 0)
            hideOrShowALine();
        keptRowsWereThere();
    }

    void syncWhole()
    {
        const auto process =
            start(m_hasSilent ? QStringList{u"sync"_s, u"--full"_s} : QStringList{u"sync"_s});
        QVERIFY2(waitForEnd(*process), "it does not end");
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        m_hasSilent = false;
        allAreKept();
        for (int i = 0; i < 3 && !QTest::currentTestFailed(); ++i)
            exportedRowsAreTheServers();
    }

    // Without a request.
    void exportedRowsAreTheServers()
    {
        quo::ConversationQuery query;
        QStringList arguments{u"export"_s, u"--from-mirror"_s, u"--quiet"_s, u"--format"_s,
                              u"json"_s,   u"--output"_s,      u"-"_s};
        for (int i = upTo(3); i > 0; --i) {
            const QString line = Workspace::lines()[upTo(10)];
            if (m_workspace.hiddenLines.contains(line))
                continue;
            query.phoneNumbers.append(line);
            arguments.append({u"--line"_s, line});
        }
        const auto bound = [&](std::optional<quo::Instant> &instant, const QString &option) {
            if (upTo(3) > 0)
                return;
            const QString time = Workspace::at(upTo(1000));
            instant = quo::parseInstant(time);
            arguments.append({option, time});
        };
        bound(query.createdAfter, u"--created-after"_s);
        bound(query.updatedAfter, u"--updated-after"_s);
        bound(query.updatedBefore, u"--updated-before"_s);
        if (!quo::problemsOf(query).isEmpty())
            return;
        const qsizetype requests = m_server.requests().size();
        const auto process = start(arguments);
        QVERIFY2(waitForEnd(*process), "it does not end");
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        QCOMPARE(m_server.requests().size(), requests);
        QStringList ids;
        const QJsonArray exported =
            QJsonDocument::fromJson(process->readAllStandardOutput()).array();
        for (const QJsonValue row : exported)
            ids.append(row[u"id"].toString());
        ids.sort();
        QCOMPARE(ids,
                 QStringList(
                     rowsOf(m_workspace.matching(query.encoded(quo::ArrayStyle::Plain))).keys()));
    }

    void begin()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_workspace = Workspace::generate(m_random.generate(), conversations, u"lastActivityAt"_s);
        m_workspace.countsRows = true;
        m_past.clear();
        m_stayed.clear();
        m_done.clear();
        m_hasSilent = false;
        remember();
    }

    // Calls them until the time is over.
    void repeat(void (TestRestarts::*byChance)(), void (TestRestarts::*whole)())
    {
        const int seconds = qEnvironmentVariableIsSet("QUOIN_RANDOM_SECONDS")
                                ? qEnvironmentVariableIntValue("QUOIN_RANDOM_SECONDS")
                                : 10;
        QElapsedTimer timer;
        timer.start();
        begin();
        int steps = 0;
        while (!timer.hasExpired(qint64(seconds) * 1000) && !QTest::currentTestFailed()) {
            for (int i = upTo(4); i >= 0 && !QTest::currentTestFailed(); --i, ++steps)
                (this->*byChance)();
            if (!QTest::currentTestFailed())
                (this->*whole)();
        }
        if (QTest::currentTestFailed())
            std::printf("after %s\n", qPrintable(m_done.join(u"; "_s)));
        std::printf("%d steps\n", steps);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = qEnvironmentVariableIsSet("QUOIN_SEED")
                     ? qEnvironmentVariable("QUOIN_SEED").toUInt()
                     : QRandomGenerator::system()->generate();
        m_random.seed(m_seed);
        std::printf("QUOIN_SEED=%u\n", m_seed);
        std::fflush(stdout);
        m_server.setFallback([this](const support::ScriptedServer::Request &request) {
            const QByteArray answer = m_workspace.answer(request);
            happen(m_movesEach > 0 ? upTo(m_movesEach + 1) : 0);
            return answer;
        });
        m_server.setRefusal([this](const support::ScriptedServer::Request &request) {
            return m_workspace.isHidden(request);
        });
    }

    void init() { support::failOnWarnings(); }

    void whateverBecomesOfTheCommandAllIsKept()
    {
        repeat(&TestRestarts::syncByChance, &TestRestarts::syncWhole);
    }
};

QTEST_GUILESS_MAIN(TestRestarts)
#include "tst_restarts.moc"
