// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfile.h"
#include "exporting/manifest.h"
#include "inbox/activityfeed.h"
#include "quo/directoryloader.h"
#include "quo/fullwalk.h"
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/faults.h"
#include "support/files.h"
#include "support/manualclock.h"
#include "support/session.h"
#include "syncing/contactsync.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using quo::ApiError;
using quo::PageWalk;
using support::FaultProxy;
using support::NamedFault;

namespace {

constexpr int conversations = 130; // two pages, and three in parts

// Under sanitizers: how much slower the program is, and so how much longer to wait before nothing
// more comes; and how much freed memory (in KiB) AddressSanitizer keeps before it is used again.
#ifdef QUOIN_IS_SANITIZED
constexpr int slowness = 8;
constexpr qint64 heldBack = 256 << 10;
#else
constexpr int slowness = 1;
constexpr qint64 heldBack = 0;
#endif

enum class Endpoint { Conversations, Lines, Users, Contacts, Messages, Calls };

struct NamedEndpoint
{
    Endpoint endpoint;
    QByteArray path;
};
const NamedEndpoint endpoints[]{
    {Endpoint::Conversations, "/v1/conversations"},
    {Endpoint::Lines, "/v1/phone-numbers"},
    {Endpoint::Users, "/v1/users"},
    {Endpoint::Contacts, "/v1/contacts"},
    {Endpoint::Messages, "/v1/messages"},
    {Endpoint::Calls, "/v1/calls"},
};

enum class Operation { List, Refresh, Reload, LoadAll, Export, Activity };

struct NamedOperation
{
    Operation operation;
    const char *name;
};
constexpr NamedOperation operations[]{
    {Operation::List, "list"},     {Operation::Refresh, "refresh"},
    {Operation::Reload, "reload"}, {Operation::LoadAll, "load all"},
    {Operation::Export, "export"}, {Operation::Activity, "activity"},
};

// Lines, users and contacts are read beside everything; the list is what all but activity reads.
bool asks(Operation operation, Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Conversations:
        return operation != Operation::Activity;
    case Endpoint::Messages:
    case Endpoint::Calls:
        return operation == Operation::Activity;
    default:
        return true;
    }
}

// Whether it is among the cases that run each time. What is read beside everything is hit during
// another operation by each fault; and where all is slow, so is the list, and each fault hits two
// of the six endpoints.
bool hasItsTurn(Operation operation, Endpoint endpoint, int fault)
{
    const bool isBeside = endpoint == Endpoint::Lines || endpoint == Endpoint::Users ||
                          endpoint == Endpoint::Contacts;
    const bool isList = endpoint == Endpoint::Conversations;
    const bool isSlow = slowness > 1;
    if (isSlow && (fault + int(endpoint)) % 3 != 0)
        return false;
    if (isBeside || (isList && isSlow))
        return int(operation) == fault / 3 % (isBeside ? 6 : 5);
    return true;
}

quo::Client::Settings clientSettings(const QUrl &baseUrl)
{
    quo::Client::Settings settings = support::impatientSettings(baseUrl);
    settings.maxBodySize = 2 << 20;
    return settings;
}

inbox::ActivityKey keyOf(const inbox::ConversationRow &row, const demo::DemoWorkspace &workspace)
{
    QStringList participants = row.participants();
    for (const demo::DemoLine &line : workspace.lines)
        participants.removeAll(line.number);
    return {row.id(), row.lastActivityId().value_or(QString()), row.phoneNumberId(), participants};
}

// Everything that reads a workspace, as a window has it.
class Reading
{
public:
    Reading(FaultProxy &proxy, const demo::DemoWorkspace &workspace, const QString &exportFile)
        : clock(quo::Instant(quo::milliseconds(support::demoPresent)))
        , client(clientSettings(proxy.baseUrl()), clock, [] { return 0.5; })
        , names(clock, {QLocale::c(), QTimeZone::utc(), u"US"_s})
        , session(client, clock, names, words::listWords())
        , directory(client, clock)
        , contacts(client, clock)
        , activity(client, clock)
        , m_proxy(proxy)
        , m_workspace(workspace)
        , m_exportFile(exportFile)
        , m_tester(&session.model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        m_tester.setUseFetchMore(false);
    }

    support::ManualClock clock;
    quo::Client client;
    inbox::Names names;
    support::Session session;
    quo::DirectoryLoader directory;
    syncing::ContactSync contacts;
    inbox::ActivityFeed activity;
    std::unique_ptr<quo::FullWalk> exportWalk;
    bool isLeftWaiting = false; // the fault is one that only time ends

    void readNames()
    {
        directory.load();
        if (contacts.isEnabled())
            return contacts.readAgain();
        contacts.setEnabled(true);
        contacts.begin(std::nullopt);
    }

    void begin(Operation operation)
    {
        switch (operation) {
        case Operation::List:
            return session.setQuery({});
        case Operation::Refresh:
            return session.refresh();
        case Operation::Reload:
            return session.reload();
        case Operation::LoadAll:
            return session.loadAll();
        case Operation::Export:
            return beginExport();
        case Operation::Activity:
            activity.show(keyOf(*personRow(), m_workspace));
            clock.advance(std::chrono::milliseconds(400)); // it waits whether the eye moves on
        }
    }

    // Runs until nothing is asked for any more; false where that takes for ever. Time goes as it
    // does, except where a client waits for what never comes: there it has passed.
    bool settle()
    {
        QElapsedTimer sinceStart;
        sinceStart.start();
        QTimer tick;
        tick.start(2);
        qint64 passed = 0;
        qint64 stillSince = 0;
        while (!isQuiet()) {
            if (sinceStart.hasExpired(30'000 * slowness))
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // or for the tick
            const qint64 elapsed = sinceStart.elapsed();
            clock.advance(quo::milliseconds(elapsed - passed));
            passed = elapsed;
            if (m_proxy.isMoving() || client.load().inFlight == 0)
                stillSince = elapsed;
            if (elapsed - stillSince > patience() * slowness) {
                clock.advance(quo::Client::Settings().idleTimeout);
                stillSince = elapsed;
            }
        }
        return true;
    }

    QStringList ids()
    {
        QStringList ids;
        for (int row = 0; row < session.model().rowCount(); ++row)
            ids.append(session.model().rowAt(row)->id());
        return ids;
    }

    // What went wrong with an endpoint, as the program knows it; null where nothing did.
    std::optional<ApiError> errorOf(Operation operation, Endpoint endpoint) const
    {
        const auto failure = [](const PageWalk::State &state) -> std::optional<ApiError> {
            const auto *failed = std::get_if<PageWalk::Failed>(&state);
            return failed ? std::optional(failed->error) : std::nullopt;
        };
        switch (endpoint) {
        case Endpoint::Conversations:
            return failure(operation == Operation::Export ? exportWalk->state()
                                                          : session.status().walk);
        case Endpoint::Lines:
        case Endpoint::Users:
            return directory.error();
        case Endpoint::Contacts:
            return std::nullopt; // names that are missing are all that shows
        case Endpoint::Messages:
            return activity.thread()->error(quo::Activity::Kind::Message);
        case Endpoint::Calls:
            return activity.thread()->error(quo::Activity::Kind::Call);
        }
        return std::nullopt;
    }

private:
    // One with a single person, of whom calls can be asked for.
    std::optional<inbox::ConversationRow> personRow()
    {
        for (int row = 0; row < session.model().rowCount(); ++row)
            if (keyOf(*session.model().rowAt(row), m_workspace).participants.size() == 1)
                return session.model().rowAt(row);
        return std::nullopt;
    }

    void beginExport()
    {
        exporting::Columns columns;
        for (const inbox::Column &column : inbox::columns())
            columns.append(&column);
        m_file = std::make_unique<exporting::ExportFile>(
            m_exportFile, exporting::ExportOptions{.format = exporting::Format::Ndjson}, columns);
        if (m_file->open()) {
            m_file.reset();
            return support::fail(u"cannot export"_s);
        }
        m_held = {};
        exportWalk =
            std::make_unique<quo::FullWalk>(client, clock, quo::ConversationQuery(),
                                            directory.directory().lineIds(), quo::Priority::Walk);
        QObject::connect(exportWalk.get(), &quo::FullWalk::pageArrived, &session,
                         [this](const quo::Page &page) { m_held.merge(page.rows); });
        QObject::connect(exportWalk.get(), &quo::FullWalk::stateChanged, &session, [this] {
            if (isAtRest(exportWalk->state()))
                endExport();
        });
        exportWalk->start();
    }

    void endExport()
    {
        if (!m_file)
            return;
        if (!exportWalk->completeness().isWhole() && m_file->markPartial())
            support::fail(u"cannot call it partial"_s);
        for (quint32 row = 0; row < m_held.size(); ++row)
            m_file->write(m_held.at(row), names.context());
        exporting::Manifest manifest;
        if (m_file->commit(manifest, false))
            support::fail(u"cannot write"_s);
        m_file.reset();
    }

    // Milliseconds after which nothing more is taken to come: what client and proxy have just sent
    // is yet to arrive and to be read.
    int patience() const
    {
        if (!isLeftWaiting)
            return 5000;
        return client.load().inFlight > 1 ? 1000 : 150; // another is on its way, maybe
    }

    static bool isAtRest(const PageWalk::State &state)
    {
        return std::holds_alternative<PageWalk::Idle>(state) ||
               std::holds_alternative<PageWalk::Ended>(state) ||
               std::holds_alternative<PageWalk::Failed>(state);
    }

    bool isQuiet() const
    {
        const inbox::SessionStatus status = session.status();
        const quo::Pacer::Load load = client.load();
        return isAtRest(status.walk) && !status.loadingAll && !status.isArranging &&
               !directory.isLoading() && !contacts.isAwaited() && !activity.isLoading() &&
               (!exportWalk || isAtRest(exportWalk->state())) && load.inFlight == 0 &&
               load.waiting == 0;
    }

    FaultProxy &m_proxy;
    const demo::DemoWorkspace &m_workspace;
    const QString m_exportFile;
    QAbstractItemModelTester m_tester;
    std::unique_ptr<exporting::ExportFile> m_file;
    inbox::ConversationStore m_held;
};

QStringList idsIn(const QString &ndjsonFile)
{
    QStringList ids;
    const QList<QByteArray> lines = support::readFile(ndjsonFile).split('\n');
    for (const QByteArray &line : lines)
        if (!line.isEmpty())
            ids.append(QJsonDocument::fromJson(line)[u"id"].toString());
    return ids;
}

bool hasTwice(QStringList ids)
{
    return ids.removeDuplicates() > 0;
}

// Kilobytes of memory that the process has.
qint64 memory()
{
    const QList<QByteArray> lines = support::readFile(u"/proc/self/status"_s).split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    return 0;
}

} // namespace

// Every fault of an answer, at every endpoint, during everything that reads: nothing hangs, nothing
// is lost or doubled, the error is the right one, and it goes on once the fault is gone.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    support::DemoWorld m_demo{conversations};
    support::ScriptedServer m_elsewhere;
    FaultProxy m_proxy{m_demo.baseUrl()};
    QStringList m_allIds;
    struct Count
    {
        int run = 0;
        int held = 0;
    };
    QMap<QString, QMap<QString, Count>> m_table; // by fault, then by endpoint

    // Empty if it held.
    QString run(Operation operation, const NamedEndpoint &at, const NamedFault &fault)
    {
        const QString exportFile = m_dir.filePath(u"export.ndjson"_s);
        const QString partial = m_dir.filePath(u"export_partial.ndjson"_s);
        QFile::remove(exportFile);
        QFile::remove(partial);
        m_proxy.heal();
        Reading reading(m_proxy, m_demo.workspace, exportFile);
        if (operation != Operation::List) {
            reading.session.setQuery({});
            reading.readNames();
            if (!reading.settle() || reading.ids().size() != 100)
                return u"no healthy list to begin with"_s;
        }
        const QStringList before = reading.ids();

        m_proxy.setFault(at.path, fault.fault);
        reading.isLeftWaiting = fault.kinds.contains(ApiError::Kind::Timeout);
        reading.begin(operation);
        reading.readNames();
        if (!reading.settle())
            return u"hangs"_s;
        if (m_proxy.faults() == 0)
            return u"was not asked"_s;
        if (const QString wrong = wrongError(reading, operation, at.endpoint, fault);
            !wrong.isEmpty())
            return wrong;
        const QStringList during = reading.ids();
        if (hasTwice(during))
            return u"rows twice"_s;
        for (const QString &id : before)
            if (!during.contains(id))
                return u"a row was lost"_s;
        if (m_proxy.mostSent() > 64 << 20)
            return u"took %1 bytes"_s.arg(m_proxy.mostSent());
        if (operation == Operation::Export) {
            const bool isWhole = reading.exportWalk->completeness().isWhole();
            if (isWhole && reading.errorOf(operation, Endpoint::Conversations))
                return u"whole in spite of an error"_s;
            if (QFile::exists(exportFile) != isWhole || QFile::exists(partial) == isWhole)
                return u"wrong file"_s;
            const QStringList written = idsIn(isWhole ? exportFile : partial);
            if (hasTwice(written) || (isWhole && written.size() != conversations))
                return u"%1 rows exported"_s.arg(written.size());
        }

        // And it goes on.
        m_proxy.heal();
        reading.isLeftWaiting = false;
        reading.session.retry();
        reading.activity.retry();
        if (reading.exportWalk)
            reading.exportWalk->retry();
        reading.readNames();
        if (!reading.settle())
            return u"hangs once it is well again"_s;
        reading.session.loadAll();
        if (!reading.settle())
            return u"does not load the rest"_s;
        QStringList after = reading.ids();
        after.sort();
        if (after != m_allIds)
            return u"%1 rows in the end"_s.arg(after.size());
        for (const Endpoint endpoint : {Endpoint::Conversations, Endpoint::Lines})
            if (const auto error = reading.errorOf(operation, endpoint))
                return u"still fails"_s;
        if (operation == Operation::Activity && (reading.errorOf(operation, Endpoint::Messages) ||
                                                 reading.errorOf(operation, Endpoint::Calls)))
            return u"activity still fails"_s;
        if (reading.directory.directory().lineIds().size() != m_demo.workspace.lines.size())
            return u"lines are missing"_s;
        if (reading.contacts.contacts().names().isEmpty())
            return u"contacts are missing"_s;
        return {};
    }

    static QString wrongError(const Reading &reading, Operation operation, Endpoint at,
                              const NamedFault &fault)
    {
        for (const NamedEndpoint &other : endpoints) {
            if (!asks(operation, other.endpoint))
                continue;
            // The directory has one error for both of its lists.
            const bool isHit = other.endpoint == at ||
                               (at == Endpoint::Lines && other.endpoint == Endpoint::Users) ||
                               (at == Endpoint::Users && other.endpoint == Endpoint::Lines);
            const std::optional<ApiError> error = reading.errorOf(operation, other.endpoint);
            if (!isHit && error)
                return u"%1 fails as well"_s.arg(QString::fromLatin1(other.path));
            if (!isHit || other.endpoint == Endpoint::Contacts)
                continue;
            if (fault.kinds.isEmpty() != !error || (error && !fault.kinds.contains(error->kind)))
                return error ? u"error %1, %2"_s.arg(int(error->kind)).arg(error->detail)
                             : u"no error"_s;
        }
        return {};
    }

    void printTable() const
    {
        std::printf("%-32s", "held/run");
        for (const NamedEndpoint &at : endpoints)
            std::printf("%14s", at.path.mid(4).constData());
        Count all;
        for (auto fault = m_table.cbegin(); fault != m_table.cend(); ++fault) {
            std::printf("\n%-32s", qPrintable(fault.key()));
            for (const NamedEndpoint &at : endpoints) {
                const Count count = fault->value(QString::fromLatin1(at.path));
                std::printf("%14s", qPrintable(u"%1/%2"_s.arg(count.held).arg(count.run)));
                all.run += count.run;
                all.held += count.held;
            }
        }
        std::printf("\n%d of %d cases held\n", all.held, all.run);
    }

private Q_SLOTS:
    void init()
    {
        // Qt 6.4 says this of itself where a broken or huge gzip ends a reply twice.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!QNetworkReplyImplPrivate::error: Internal problem)"_s));
    }

    void initTestCase()
    {
        for (const demo::DemoConversation &conversation : m_demo.workspace.conversations)
            m_allIds.append(conversation.id);
        m_allIds.sort();
    }

    void everyFault_data()
    {
        QTest::addColumn<NamedFault>("fault");
        QTest::addColumn<int>("number");
        int number = 0;
        for (const NamedFault &fault : support::allFaults(m_elsewhere.baseUrl()))
            QTest::newRow(fault.name) << fault << number++;
    }

    void everyFault()
    {
        QFETCH(NamedFault, fault);
        QFETCH(int, number);
        const bool isWhole = qEnvironmentVariableIsSet("QUOIN_WHOLE_MATRIX");
        QStringList broken;
        for (const NamedEndpoint &at : endpoints) {
            for (const NamedOperation &operation : operations) {
                if (!asks(operation.operation, at.endpoint))
                    continue;
                if (!isWhole && !hasItsTurn(operation.operation, at.endpoint, number))
                    continue;
                const QString problem = run(operation.operation, at, fault);
                Count &count =
                    m_table[QString::fromLatin1(fault.name)][QString::fromLatin1(at.path)];
                ++count.run;
                count.held += problem.isEmpty() ? 1 : 0;
                if (!problem.isEmpty())
                    broken.append(u"%1 at %2: %3"_s.arg(QString::fromLatin1(operation.name),
                                                        QString::fromLatin1(at.path), problem));
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
        QVERIFY(m_elsewhere.requests().isEmpty()); // nothing went where a redirect led
    }

    void cleanupTestCase()
    {
        printTable();
        // What the client, the demo server and the proxy need together, however much was sent.
        QVERIFY2(memory() < 400'000 + heldBack, qPrintable(QString::number(memory())));
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
