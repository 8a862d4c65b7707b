// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportjob.h"
#include "exporting/formats.h"
#include "quo/directoryloader.h"
#include "support/fail.h"
#include "support/faults.h"
#include "support/files.h"
#include "support/window.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>

#include <cstdio>

using namespace Qt::StringLiterals;
using quo::PageWalk;
using support::FaultProxy;
using support::Window;

namespace {

constexpr int conversations = 260;

// Quick to give up, so that many faults fit into a minute.
quo::Client::Settings settingsFor(const QUrl &baseUrl)
{
    quo::Client::Settings settings = support::impatientSettings(baseUrl);
    settings.idleTimeout = quo::milliseconds(1000);
    settings.totalTimeout = quo::milliseconds(3000);
    settings.maxBodySize = 2 << 20;
    return settings;
}

// The ids that the server has for a query, asked of it directly.
QStringList idsOnServer(demo::DemoApi &api, const quo::ConversationQuery &query)
{
    QStringList ids;
    QByteArray token;
    do {
        demo::DemoRequest request;
        request.method = "GET";
        request.path = "/v1/conversations";
        request.query = query.encoded(quo::ArrayStyle::Plain);
        if (!token.isEmpty())
            request.query += "&pageToken=" + token.toPercentEncoding();
        request.headers = {{"authorization", "key"}, {"user-agent", "test"}};
        const QJsonDocument page = QJsonDocument::fromJson(api.answer(request, 0).body);
        const QJsonArray rows = page[u"data"].toArray();
        for (const QJsonValue row : rows)
            ids.append(row[u"id"].toString());
        token = page[u"nextPageToken"].toString().toUtf8();
    } while (!token.isEmpty());
    ids.sort();
    return ids;
}

} // namespace

// The ids in an exported file, in its order.
QStringList idsIn(const QString &fileName)
{
    const QByteArray text = support::readFile(fileName);
    QStringList ids;
    if (fileName.endsWith(u".json")) {
        const QJsonArray rows = QJsonDocument::fromJson(text).array();
        for (const QJsonValue row : rows)
            ids.append(row[u"id"].toString());
        return ids;
    }
    QList<QByteArray> lines = text.split('\n');
    lines.removeLast(); // after the last line's end
    if (fileName.endsWith(u".ndjson")) {
        for (const QByteArray &line : lines)
            ids.append(QJsonDocument::fromJson(line)[u"id"].toString());
    } else {
        // The last column, which no comma or quote is in.
        for (const QByteArray &line : lines.mid(1))
            ids.append(QString::fromLatin1(
                line.trimmed().split(fileName.endsWith(u".csv") ? ',' : '\t').last()));
    }
    return ids;
}

// Somebody who does one thing after another without looking, over a network that does the same.
// QUOIN_SEED repeats a run, QUOIN_RANDOM_SECONDS makes it longer.
class TestRandom : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    support::DemoWorld m_demo{conversations};
    demo::DemoApi m_api{m_demo.workspace};
    support::ScriptedServer m_elsewhere;
    FaultProxy m_proxy{m_demo.baseUrl()};
    const QList<support::NamedFault> m_faults = support::allFaults(m_elsewhere.baseUrl());
    std::unique_ptr<quo::Client> m_client;
    std::unique_ptr<Window> m_window;
    std::unique_ptr<quo::DirectoryLoader> m_directory;
    std::unique_ptr<exporting::ExportJob> m_export;
    QString m_exportFile; // of the format that is being written
    QByteArray m_oldFile; // what stood there before the export began, and
    QByteArray m_whole;   // what is to stand there when it is done
    int m_exportsRead = 0;
    quint32 m_seed = 0;
    QRandomGenerator m_random;
    QStringList m_done; // what was done since the last quiet moment

    int upTo(int most) { return int(m_random.bounded(quint32(most))); }

    template <class T>
    const T &oneOf(const QList<T> &all)
    {
        return all[upTo(int(all.size()))];
    }

    void openWorkspace()
    {
        endExport();
        m_directory.reset();
        m_window.reset();
        m_client = std::make_unique<quo::Client>(settingsFor(m_proxy.baseUrl()), m_demo.clock,
                                                 [this] { return m_random.generateDouble(); });
        m_window = std::make_unique<Window>(*m_client, m_demo.clock,
                                            m_dir.filePath(u"%1.ini"_s.arg(upTo(3))));
        m_directory = std::make_unique<quo::DirectoryLoader>(*m_client, m_demo.clock);
        connect(m_directory.get(), &quo::DirectoryLoader::directoryChanged, m_window->page,
                [this] { m_window->names.setDirectory(m_directory->directory()); });
        m_directory->load();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_window->widget.get(), key, modifiers);
    }

    // What the rows of this moment look like in a file, written while nothing else goes on.
    QByteArray written(const exporting::RowSource &source, const exporting::ExportOptions &options)
    {
        const QString fileName = m_dir.filePath(u"expected"_s);
        exporting::ExportFile file(fileName, options, source.columns);
        if (file.open()) {
            support::fail(u"no file"_s);
            return {};
        }
        const inbox::CellContext context = source.names.context();
        for (const quint32 row : source.order.rows())
            file.write(source.rows.at(row), context);
        exporting::Manifest manifest;
        if (file.commit(manifest, false))
            support::fail(u"not written"_s);
        return support::readFile(fileName);
    }

    void startExport()
    {
        endExport();
        using exporting::Format;
        const exporting::ExportOptions options{
            .format = oneOf(QList{Format::Csv, Format::Tsv, Format::Json, Format::Ndjson})};
        const inbox::InboxModel &model = m_window->session.model();
        exporting::RowSource source{model.rows(), model.order(), {}, model.names().snapshot()};
        for (const inbox::Column &column : inbox::columns())
            source.columns.append(&column);
        m_exportFile = m_dir.filePath(u"export."_s + exporting::suffix(options.format));
        m_oldFile = support::readFile(m_exportFile);
        m_whole = written(source, options);
        auto file = std::make_unique<exporting::ExportFile>(m_exportFile, options, source.columns);
        m_export = std::make_unique<exporting::ExportJob>(
            exporting::ExportJob::Task{std::move(source), std::move(file), exporting::Manifest(),
                                       false},
            m_demo.clock);
        connect(m_export.get(), &exporting::ExportJob::stateChanged, this, [this] {
            QVERIFY(!std::holds_alternative<exporting::ExportFailed>(m_export->state()));
            if (!std::holds_alternative<exporting::ExportDone>(m_export->state()))
                return;
            QCOMPARE(support::readFile(m_exportFile), m_whole);
            ++m_exportsRead;
        });
    }

    bool isExporting() const
    {
        return m_export && std::holds_alternative<exporting::ExportJob::Working>(m_export->state());
    }

    // Whatever it is doing: the file is the old one, or whole.
    void endExport()
    {
        if (!m_export)
            return;
        m_export->cancel();
        using Job = exporting::ExportJob;
        const bool isCancelled = std::holds_alternative<Job::Cancelled>(m_export->state());
        m_export.reset();
        if (isCancelled)
            QCOMPARE(support::readFile(m_exportFile), m_oldFile);
        else
            QCOMPARE(support::readFile(m_exportFile), m_whole);
    }

    // One thing that a user or the network may do.
    void doSomething()
    {
        Window &window = *m_window;
        auto *search = window.find<QLineEdit>("Search");
        QVERIFY(search);
        const int what = upTo(24);
        m_done.append(QString::number(what));
        switch (what) {
        case 0:
        case 1:
            return search->setText(
                oneOf(QStringList{u"a"_s, u"lo"_s, u"is:muted"_s, u"415"_s, u"is:unassigned -a"_s,
                                  u"zzzzz"_s, u"before:2025-12"_s, u"line:"_s}));
        case 2:
            return search->clear();
        case 3:
        case 4: {
            QScrollBar *bar = window.table()->verticalScrollBar();
            return bar->setValue(upTo(bar->maximum() + 1));
        }
        case 5:
            return key(Qt::Key_PageDown);
        case 6:
            return window.state.change(&workspace::Filters::lines,
                                       {m_demo.workspace.lines[upTo(3)].id});
        case 7:
            return window.state.change(&workspace::Filters::teammate,
                                       m_demo.workspace.users[upTo(3)].id);
        case 8:
            return window.state.change(&workspace::Filters::excludeInactive,
                                       !window.state.shown().filters.excludeInactive);
        case 9:
            return window.state.change(&workspace::View::filters, {});
        case 10:
        case 11: {
            QHeaderView *header = window.table()->horizontalHeader();
            const int section = header->logicalIndex(upTo(4));
            return QTest::mouseClick(header->viewport(), Qt::LeftButton,
                                     upTo(2) ? Qt::ShiftModifier : Qt::NoModifier,
                                     {header->sectionViewportPosition(section) + 20, 10});
        }
        case 12:
            if (window.settings.views().size() < 5)
                key(Qt::Key_S, Qt::ControlModifier);
            return key(Qt::Key_Escape);
        case 13:
            return key(Qt::Key(Qt::Key_1 + upTo(5)), Qt::ControlModifier);
        case 14:
            return key(Qt::Key_F5);
        case 15:
            return key(Qt::Key_F5, Qt::ShiftModifier);
        case 16:
            return window.session.loadAll();
        case 17:
            return window.session.stop();
        case 18:
            return window.session.retry();
        case 19:
            if (const int rows = window.session.model().rowCount(); rows > 0)
                window.select(upTo(rows));
            return window.openDetails(upTo(2) ? "activity" : "fieldsArea");
        case 20:
            window.table()->setFocus();
            return window.table()->selectAll();
        case 21:
            return upTo(3) ? startExport() : endExport();
        case 22:
            return m_proxy.setFault(
                oneOf(QList<QByteArray>{"/v1/conversations", "/v1/conversations",
                                        "/v1/phone-numbers", "/v1/users", "/v1/messages",
                                        "/v1/calls", "/v1"}),
                oneOf(m_faults).fault);
        case 23:
            if (upTo(4) == 0)
                return openWorkspace();
            return m_proxy.heal();
        }
    }

    bool rests() const
    {
        const inbox::SessionStatus status = m_window->session.status();
        return std::holds_alternative<PageWalk::Ended>(status.walk) && !status.refreshing &&
               !status.loadingAll && !status.isArranging && m_client->load().inFlight == 0 &&
               m_client->load().waiting == 0;
    }

    // With a network that is well and nothing searched for, the list is what the server has.
    void quietMoment()
    {
        m_proxy.heal();
        m_window->state.change(&workspace::View::search, {});
        const bool isQuiet = QTest::qWaitFor(
            [this] {
                const inbox::SessionStatus status = m_window->session.status();
                if (std::holds_alternative<PageWalk::Failed>(status.walk))
                    m_window->session.retry();
                else if (std::holds_alternative<PageWalk::Idle>(status.walk) &&
                         !status.loadingAll && !status.refreshing)
                    m_window->session.loadAll();
                return rests();
            },
            60'000);
        QVERIFY2(isQuiet, "it does not come to rest");
        m_window->session.showWaiting(); // what a selection holds
        const QStringList order = m_window->shownIds();
        QStringList shown = order;
        shown.sort();
        QCOMPARE(shown, idsOnServer(m_api, m_window->session.query()));
        // And so is a file of it, as its format reads, and not as the program would write it again.
        startExport();
        QVERIFY2(QTest::qWaitFor([this] { return !isExporting(); }, 60'000), "no end of an export");
        QVERIFY(std::holds_alternative<exporting::ExportDone>(m_export->state()));
        QCOMPARE(idsIn(m_exportFile), order);
        m_done.clear();
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
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            u"^(?!QNetworkReplyImplPrivate::error: Internal problem|This plugin)"_s));
    }

    void whateverIsDoneTheListIsTheServers()
    {
        const int seconds = qEnvironmentVariableIsSet("QUOIN_RANDOM_SECONDS")
                                ? qEnvironmentVariableIntValue("QUOIN_RANDOM_SECONDS")
                                : 15;
        QElapsedTimer timer;
        timer.start();
        openWorkspace();
        int steps = 0;
        int quietMoments = 0;
        while (!timer.hasExpired(qint64(seconds) * 1000)) {
            const int stepsUntilQuiet = 10 + upTo(40);
            for (int step = 0; step < stepsUntilQuiet; ++step) {
                doSomething();
                ++steps;
                QTest::qWait(upTo(30));
            }
            quietMoment();
            ++quietMoments;
            if (QTest::currentTestFailed()) {
                std::printf("after %s\n", qPrintable(m_done.join(u' ')));
                break;
            }
        }
        std::printf("%d steps, %d quiet moments, %d exports read back\n", steps, quietMoments,
                    m_exportsRead);
        QVERIFY(quietMoments > 0);
        QVERIFY(m_exportsRead >= quietMoments);
    }

    void cleanupTestCase()
    {
        endExport();
        m_directory.reset();
        m_window.reset();
    }
};

QTEST_MAIN(TestRandom)
#include "tst_random.moc"
