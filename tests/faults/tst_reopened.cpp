// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decode.h"
#include "support/opened.h"
#include "support/scriptedserver.h"
#include "support/workspace.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using quo::Conversation;
using support::Opened;
using support::Rows;
using support::Workspace;
using workspace::Filters;

namespace {

constexpr int conversations = 260;
constexpr std::chrono::hours aDay{24};

workspace::DateFilter custom(int firstHour, int lastHour)
{
    const auto wall = [](int hour) {
        return workspace::WallTime{QDate(2026, 1, 1).addDays(hour / 24), QTime(hour % 24, 0)};
    };
    return {workspace::DateFilter::Preset::Custom, wall(firstHour), wall(lastHour)};
}

// One of the choices that a user may make, by chance.
Filters filtersByChance(QRandomGenerator &random)
{
    const auto upTo = [&random](int most) { return int(random.bounded(quint32(most))); };
    Filters filters;
    if (upTo(2))
        filters.lines = Workspace::lines().mid(upTo(8), 1 + upTo(3));
    if (upTo(4) == 0)
        filters.teammate = u"US%1"_s.arg(upTo(2));
    if (upTo(4) == 0)
        filters.excludeInactive = true;
    if (upTo(4) == 0)
        filters.created = custom(0, 1 + upTo(10));
    if (upTo(4) == 0)
        filters.updated = custom(upTo(5), 6 + upTo(20));
    return filters;
}

// What somebody does who does not look, by chance.
void use(Opened &opened, QRandomGenerator &random)
{
    const auto upTo = [&random](int most) { return int(random.bounded(quint32(most))); };
    workspace::ShownState &shown = opened.open.shown;
    switch (upTo(10)) {
    case 0:
    case 1:
        return shown.change(&workspace::View::filters, filtersByChance(random));
    case 2:
        return shown.change(&workspace::View::filters, {});
    case 3:
        return shown.change(&workspace::View::search, upTo(2) ? u"is:unassigned"_s : QString());
    case 4:
    case 5: {
        QScrollBar *bar = opened.table().verticalScrollBar();
        return bar->setValue(upTo(bar->maximum() + 1));
    }
    case 6:
        return opened.session().refresh();
    case 7:
        return opened.session().reload();
    case 8:
        return upTo(4) ? opened.session().loadAll() : opened.session().stop();
    default:
        if (const int rows = opened.session().model().rowCount(); rows > 0)
            opened.table().goTo(opened.session().model().rowAt(upTo(rows))->id());
    }
}

// The other process, until it is killed.
int useForever(const QStringList &arguments)
{
    QRandomGenerator random(arguments.value(4).toUInt());
    Opened opened(QUrl(arguments.value(2)), arguments.value(3));
    QTimer timer;
    timer.callOnTimeout(&timer, [&] { use(opened, random); });
    timer.start(20);
    return QCoreApplication::exec();
}

} // namespace

// A window over a workspace that is kept on this computer: whatever happens to it or to its file,
// the list, the file and the server agree in the end. QUOIN_SEED repeats a run,
// QUOIN_RANDOM_SECONDS makes it longer.
class TestReopened : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    support::ScriptedServer m_server;
    bool m_isAway = false;
    Workspace m_workspace;
    int m_movesEach = 0; // things that happen after an answer, at most
    std::unique_ptr<Opened> m_opened;
    quint32 m_seed = 0;
    QRandomGenerator m_random;
    QHash<QString, QList<Conversation>> m_past; // all that each row has ever been
    QSet<QString> m_stayed;   // ids that were on the server ever since all were kept
    bool m_hasSilent = false; // something has happened that only reading everything again shows
    QStringList m_done;       // since all agreed

    int upTo(int most) { return int(m_random.bounded(quint32(most))); }

    Rows onServer(const QByteArray &query = {}) const
    {
        Workspace workspace = m_workspace;
        workspace.ignoresUpdatedAfter = false; // what it has, and not what it says
        Rows rows;
        const auto page = quo::decodePage(support::page(workspace.matching(query)));
        for (const Conversation &row : page->rows)
            rows.insert(row.id, row);
        return rows;
    }

    void remember()
    {
        const Rows rows = onServer();
        for (const Conversation &row : rows)
            if (QList<Conversation> &past = m_past[row.id]; past.isEmpty() || past.last() != row)
                past.append(row);
        m_stayed.removeIf([&rows](const QString &id) { return !rows.contains(id); });
    }

    void happen(int times)
    {
        for (int i = 0; i < times; ++i) {
            if (!m_workspace.happen(m_random))
                m_hasSilent = true;
            remember();
        }
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

    void setAway(bool away)
    {
        if (away != std::exchange(m_isAway, away))
            away ? m_server.goAway() : m_server.comeBack();
    }

    mirror::Place place() const { return Opened::placeIn(m_dir->path(), m_server.baseUrl()); }
    QStringList files() const
    {
        return QDir(m_dir->path()).entryList({u"workspace-*"_s}, QDir::Files);
    }

    void openIt(quo::milliseconds clockAhead = {}, const QString &key = u"a-key"_s)
    {
        m_opened.reset();
        m_opened = std::make_unique<Opened>(m_server.baseUrl(), m_dir->path(), clockAhead, key);
    }

    void waitUntilWhole()
    {
        QVERIFY2(QTest::qWaitFor(
                     [this] {
                         const inbox::SessionStatus status = m_opened->session().status();
                         return m_opened->rests() && status.isWorkspaceWhole &&
                                status.completeness.isWhole();
                     },
                     30'000),
                 "it does not come to rest");
    }

    // What Shift+F5 does, once there is something.
    void readAgain()
    {
        QTRY_VERIFY(m_opened->session().status().firstPageArrived);
        m_opened->session().reload();
        waitUntilWhole();
    }

    void listIsTheServers()
    {
        m_opened->session().showWaiting();
        const QByteArray query = m_opened->session().query().encoded(quo::ArrayStyle::Plain);
        const QString wrong = support::difference(m_opened->rows(), onServer(query));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u" of "_s + QString::fromLatin1(query)));
    }

    // Once it is closed.
    void fileIsTheServers()
    {
        mirror::Extent extent;
        const QString wrong = support::difference(support::keptRows(place(), &extent), onServer());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(extent.isWhole);
    }

    // No row is invented, and none is lost that was there all the time.
    void keptRowsWereThere()
    {
        const Rows rows = support::keptRows(place());
        for (const Conversation &row : rows)
            QVERIFY2(m_past.value(row.id).contains(row), qPrintable(row.id));
        for (const QString &id : std::as_const(m_stayed))
            QVERIFY2(rows.contains(id), qPrintable(id));
    }

    // Somewhere in what another process does with the same files.
    void killIt()
    {
        m_opened.reset();
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--use"_s, m_server.baseUrl().toString(), m_dir->path(),
                       QString::number(m_random.generate())});
        QTest::qWait(200 + upTo(800));
        QCOMPARE(process.state(), QProcess::Running);
        process.kill();
        QVERIFY(process.waitForFinished());
        keptRowsWereThere();
    }

    void doSomething()
    {
        const int what = upTo(14);
        m_done.append(QString::number(what));
        switch (what) {
        case 0:
            return setAway(!m_isAway);
        case 1:
            upTo(2) ? killIt() : m_opened.reset();
            if (upTo(3) == 0)
                hideOrShowALine(); // while it is open, the list would say that it lacks the line
            return;
        case 2:
        case 3:
            return happen(upTo(5));
        case 4:
            m_movesEach = upTo(3);
            return;
        default:
            if (!m_opened)
                openIt();
            use(*m_opened, m_random);
        }
    }

    // The network is well and nothing changes any more: then all agree.
    void quietMoment()
    {
        setAway(false);
        m_movesEach = 0;
        // Lines that were hidden meanwhile are read at the start.
        if (!m_opened || !m_opened->open.directory.hasAnswered())
            openIt();
        QTRY_VERIFY(m_opened->open.directory.hasAnswered());
        Filters filters = filtersByChance(m_random);
        filters.lines.removeIf(
            [this](const QString &line) { return m_workspace.hiddenLines.contains(line); });
        m_opened->open.shown.change(&workspace::View::search, {});
        m_opened->open.shown.change(&workspace::View::filters, filters);
        QTest::qWait(500); // filters rest before they are asked for
        m_opened->session().retry();
        QTRY_VERIFY(m_opened->session().status().firstPageArrived);
        const bool readsAll = m_hasSilent || m_workspace.ignoresUpdatedAfter;
        const auto before = m_opened->session().status().walkedAt;
        readsAll ? m_opened->session().reload() : m_opened->session().refresh();
        waitUntilWhole();
        QVERIFY(!readsAll || before != m_opened->session().status().walkedAt);
        if (QTest::currentTestFailed())
            return;
        listIsTheServers();
        m_opened.reset();
        fileIsTheServers();
        if (QTest::currentTestFailed())
            return;
        // And what is kept is shown as well without a network.
        setAway(true);
        openIt();
        QTRY_COMPARE(m_opened->session().status().known, int(onServer().size()));
        QTRY_VERIFY(!m_opened->session().status().isArranging);
        // An answer that only the server has may not have been read to its end.
        if (m_opened->session().status().completeness.isWhole())
            listIsTheServers();
        m_hasSilent = false;
        const QStringList ids = onServer().keys();
        m_stayed = QSet<QString>(ids.begin(), ids.end());
        m_done.clear();
    }

    void fileIsTheServersAfterAReload()
    {
        openIt();
        readAgain();
        m_opened.reset();
        fileIsTheServers();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = qEnvironmentVariableIsSet("QUOIN_SEED")
                     ? qEnvironmentVariable("QUOIN_SEED").toUInt()
                     : QRandomGenerator::system()->generate();
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

    void init()
    {
        // Qt has one where a connection ends in the middle of an answer.
        QTest::failOnWarning(QRegularExpression(
            u"^(?!QNetworkReplyImplPrivate::error: Internal problem|This plugin)"_s));
        setAway(false);
        m_movesEach = 0;
        m_random.seed(m_seed);
        m_dir = std::make_unique<QTemporaryDir>();
        m_workspace = Workspace::generate(m_random.generate(), conversations, u"lastActivityAt"_s);
        m_workspace.countsRows = true;
        m_past.clear();
        m_stayed.clear();
        m_done.clear();
        m_hasSilent = false;
        remember();
    }

    void cleanup() { m_opened.reset(); }

    void whateverIsDoneAllAgree()
    {
        const int seconds = qEnvironmentVariableIsSet("QUOIN_RANDOM_SECONDS")
                                ? qEnvironmentVariableIntValue("QUOIN_RANDOM_SECONDS")
                                : 15;
        m_workspace.pageCap = 20 + upTo(80);
        m_workspace.ignoresUpdatedAfter = upTo(4) == 0;
        QElapsedTimer timer;
        timer.start();
        int steps = 0;
        int quietMoments = 0;
        while (!timer.hasExpired(qint64(seconds) * 1000) && !QTest::currentTestFailed()) {
            for (int i = 5 + upTo(30); i > 0 && !QTest::currentTestFailed(); --i, ++steps) {
                doSomething();
                QTest::qWait(upTo(30));
            }
            if (!QTest::currentTestFailed())
                quietMoment();
            ++quietMoments;
        }
        if (QTest::currentTestFailed()) {
            std::printf("after %s, %d a page, %s\n", qPrintable(m_done.join(u' ')),
                        m_workspace.pageCap,
                        m_workspace.ignoresUpdatedAfter ? "changes cannot be asked for" : "");
            const auto gaps =
                m_opened ? m_opened->session().status().completeness.gaps() : QList<quo::Gap>();
            for (const quo::Gap gap : gaps)
                std::printf("gap %d\n", int(gap));
        }
        std::printf("%d steps, %d quiet moments\n", steps, quietMoments);
        QVERIFY(quietMoments > 0);
    }

    // Every combination of lines, dates and what only the server knows, in a run that knows
    // everything, and in one without a network that knows it from the file alone.
    void filtersAnswerAsTheServerDoes()
    {
        QList<Filters> all;
        for (const QStringList &lines :
             {QStringList(), {u"PN3"_s}, {u"PN0"_s, u"PN7"_s}, {u"+14155550105"_s}})
            for (const auto &created : {workspace::DateFilter(), custom(0, 1), custom(1, 2)})
                for (const auto &updated : {workspace::DateFilter(), custom(2, 9)})
                    for (const char *teammate : {"", "US0"})
                        for (const bool activeOnly : {false, true})
                            all.append({.lines = lines,
                                        .teammate = QLatin1String(teammate),
                                        .updated = updated,
                                        .created = created,
                                        .excludeInactive = activeOnly});
        openIt();
        waitUntilWhole();
        for (int time = 0; time < 2; ++time) {
            for (const Filters &filters : std::as_const(all)) {
                m_opened->session().setQuery(
                    filters.toQuery(m_opened->clock.now(), QTimeZone::utc()));
                if (time == 0)
                    waitUntilWhole();
                QTRY_VERIFY(!m_opened->session().status().isArranging);
                listIsTheServers();
                if (QTest::currentTestFailed())
                    return;
            }
            setAway(true);
            openIt();
            QTRY_COMPARE(m_opened->session().status().known, conversations);
        }
    }

    // What is shown at the start, before anything else happens.
    void aKeptAnswerIsShownWithoutANetwork_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("teammate");
        QTest::newRow("of a filter that only the server knows") << QString() << u"US1"_s;
        QTest::newRow("of a line by its number") << u"+14155550105"_s << QString();
        QTest::newRow("of both") << u"+14155550105"_s << u"US1"_s;
    }

    void aKeptAnswerIsShownWithoutANetwork()
    {
        QFETCH(QString, line);
        QFETCH(QString, teammate);
        openIt();
        m_opened->open.shown.change(&Filters::teammate, teammate);
        if (!line.isEmpty())
            m_opened->open.shown.change(&Filters::lines, {line});
        QTRY_COMPARE(m_opened->session().query().userId, teammate);
        QTRY_COMPARE(m_opened->session().query().phoneNumbers.value(0), line);
        waitUntilWhole();
        QTest::qWait(300);
        waitUntilWhole();
        setAway(true);
        openIt();
        QTRY_COMPARE(m_opened->session().status().known, conversations);
        QTRY_VERIFY(!m_opened->session().status().isArranging);
        QVERIFY(m_opened->session().status().completeness.isWhole());
        listIsTheServers();
    }

    // Answers of the server that were kept, after the workspace has changed meanwhile.
    void serversFiltersAreRightAfterAPause()
    {
        Filters filters;
        filters.teammate = u"US1"_s;
        filters.excludeInactive = true;
        openIt();
        m_opened->open.shown.change(&workspace::View::filters, filters);
        QTRY_COMPARE(m_opened->session().query().userId, u"US1"_s);
        waitUntilWhole();
        listIsTheServers();
        for (int day = 0; day < 5; ++day) {
            m_opened.reset();
            for (int i = 0; i < 40; ++i)
                while (!m_workspace.happen(m_random))
                    ;
            openIt(aDay * (day + 1));
            QTRY_COMPARE(m_opened->session().query().userId, u"US1"_s);
            waitUntilWhole();
            listIsTheServers();
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Before anything that is kept was read.
    void readingAgainAtOnceIsNotForgotten()
    {
        openIt();
        waitUntilWhole();
        m_opened.reset();
        m_workspace.rows.removeFirst();
        openIt();
        m_opened->session().reload();
        QTRY_COMPARE(m_opened->session().status().known, conversations - 1);
        waitUntilWhole();
        listIsTheServers();
    }

    // The network is gone while such an answer is read, and a row comes to where it was read
    // already.
    void readingAgainForgetsHalfAnAnswer()
    {
        m_workspace.pageCap = 20;
        const QJsonObject row = m_workspace.rows.takeFirst();
        openIt();
        waitUntilWhole();
        const qsizetype before = m_server.requests().size();
        m_opened->open.shown.change(&Filters::excludeInactive, true);
        QTRY_VERIFY(m_server.requests().size() > before + 3);
        setAway(true);
        QTRY_VERIFY(!m_opened->session().status().completeness.isWhole());
        m_workspace.rows.prepend(row);
        setAway(false);
        readAgain();
        QVERIFY(m_opened->rows().contains(row[u"id"_s].toString()));
        listIsTheServers();
    }

    void aClockThatWasSetDoesNoHarm_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("then"); // days ahead
        QTest::newRow("set back by a day") << 0 << -1;
        QTest::newRow("a day ahead, then right") << 1 << 0;
        QTest::newRow("a year ahead, then right") << 365 << 0;
        QTest::newRow("a year back, then right") << -365 << 0;
    }

    void aClockThatWasSetDoesNoHarm()
    {
        QFETCH(int, first);
        QFETCH(int, then);
        openIt(aDay * first);
        waitUntilWhole();
        happen(20);
        readAgain();
        listIsTheServers();
        // While it is open.
        m_opened->clock.setAhead(aDay * then);
        happen(20);
        readAgain();
        listIsTheServers();
        // And before the next start.
        m_opened.reset();
        fileIsTheServers();
        for (int i = 0; i < 20; ++i)
            while (!m_workspace.happen(m_random))
                ;
        openIt(aDay * then);
        QTRY_COMPARE(m_opened->session().status().known > 0, true);
        readAgain();
        listIsTheServers();
        m_opened.reset();
        fileIsTheServers();
    }

    // The second one shows what the first one keeps, and keeps nothing itself.
    void twoAtTheSameMomentAreBothRight()
    {
        for (int time = 0; time < 3; ++time) {
            Opened other(m_server.baseUrl(), m_dir->path());
            openIt();
            QTRY_VERIFY(other.session().status().firstPageArrived);
            other.session().reload();
            readAgain();
            listIsTheServers();
            QTRY_VERIFY(other.rests() && other.session().status().isWorkspaceWhole);
            QCOMPARE(support::difference(other.rows(), onServer()), QString());
            m_opened.reset();
            happen(20);
        }
        fileIsTheServersAfterAReload();
    }

    void aFileThatIsDeletedWhileItIsOpenIsWrittenAgain()
    {
        openIt();
        waitUntilWhole();
        for (const char *pattern : {"*.sqlite*", "*.sqlite", "*-wal"}) {
            QDir dir(m_dir->path());
            const QStringList names = dir.entryList({QLatin1String(pattern)}, QDir::Files);
            QVERIFY(!names.isEmpty());
            for (const QString &name : names)
                QVERIFY(dir.remove(name));
            happen(10);
            readAgain();
            listIsTheServers();
        }
        m_opened.reset();
        fileIsTheServersAfterAReload();
    }

    void switchedOffItLeavesNothing()
    {
        openIt();
        waitUntilWhole();
        QVERIFY(!files().isEmpty());
        QCOMPARE(m_opened->open.setKept(false), QStringList());
        QCOMPARE(files(), QStringList());
        happen(10);
        readAgain();
        listIsTheServers();
        m_opened.reset();
        QCOMPARE(files(), QStringList());
        openIt();
        waitUntilWhole();
        listIsTheServers();
        QCOMPARE(files(), QStringList());
        // On again, it is all there.
        QCOMPARE(m_opened->open.setKept(true), QStringList());
        happen(10);
        readAgain();
        m_opened.reset();
        fileIsTheServers();
    }

    // In the middle of everything.
    void switchedOffAtAnyMomentItLeavesNothing()
    {
        for (int time = 0; time < 20; ++time) {
            openIt();
            QTest::qWait(upTo(150));
            QCOMPARE(m_opened->open.setKept(false), QStringList());
            QTest::qWait(upTo(50));
            m_opened.reset();
            QCOMPARE(files(), QStringList());
            openIt();
            QTest::qWait(upTo(50));
            m_opened->open.setKept(true);
            QTest::qWait(upTo(50));
        }
        m_opened.reset();
        fileIsTheServersAfterAReload();
    }

    // Another key of the same account that sees fewer lines.
    void anotherKeyShowsNothingThatItMayNotSee()
    {
        openIt();
        waitUntilWhole();
        m_opened.reset();
        m_workspace.hiddenLines = {u"PN0"_s, u"PN4"_s};
        const Rows expected = onServer();
        setAway(true);
        openIt({}, u"another-key"_s);
        QTRY_VERIFY(m_opened->session().status().offlineSince && m_opened->rests());
        QCOMPARE(m_opened->rows().size(), 0); // nobody knows which lines it sees
        m_opened.reset();
        setAway(false);
        openIt({}, u"another-key"_s);
        bool hasShownHidden = false;
        const auto look = [&] {
            const QStringList ids = m_opened->rows().keys();
            for (const QString &id : ids)
                hasShownHidden |= !expected.contains(id);
        };
        connect(&m_opened->session().model(), &QAbstractItemModel::rowsInserted, this, look);
        connect(&m_opened->session().model(), &QAbstractItemModel::layoutChanged, this, look);
        connect(&m_opened->session().model(), &QAbstractItemModel::modelReset, this, look);
        waitUntilWhole();
        QVERIFY(!hasShownHidden);
        listIsTheServers();
        m_opened.reset();
        fileIsTheServers();
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "--use") == 0)
        return useForever(QCoreApplication::arguments());
    TestReopened test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reopened.moc"
