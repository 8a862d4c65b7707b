// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/naming.h"
#include "mirror/reader.h"
#include "support/fail.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/program.h"
#include "support/scriptedserver.h"
#include "support/windowtest.h"
#include "support/workspace.h"
#include "workspace/mirrorfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

using namespace Qt::StringLiterals;

namespace {

const QString customer = u"+14155550101"_s;

QByteArray list(const QJsonArray &data)
{
    return QJsonDocument({{u"data"_s, data}, {u"nextPageToken"_s, QJsonValue()}}).toJson();
}

QJsonObject line(const QString &id, const QString &number, const QString &name)
{
    return {{u"id"_s, id}, {u"number"_s, number}, {u"name"_s, name}, {u"users"_s, QJsonArray()}};
}

// Ends with its test.
struct Run : support::Program
{
    using support::Program::Program;

    app::OpenWorkspace &open() { return *controller.openWorkspace(); }

    QString lineName(const QString &id)
    {
        return open().names.directory().line(id).value_or(quo::Line()).name;
    }
    QString contactName()
    {
        return open().names.contacts().find(customer).value_or(quo::ContactName()).name;
    }
    // All cells of the list.
    QString cells()
    {
        const inbox::InboxModel &model = open().session.model();
        QString cells;
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                cells += model.index(row, column).data().toString() + u'\n';
        return cells;
    }
    QString teammateName(const QString &id)
    {
        return inbox::shownAssignee(id, open().names.directory());
    }
};

// A workspace over a file of its own.
struct Opened
{
    quo::SystemClock clock;
    workspace::SettingsFile settingsFile;
    quo::Client client;
    app::OpenWorkspace workspace;

    Opened(const support::ScriptedServer &server, const QString &settings,
           const mirror::Place &place)
        : settingsFile(settings)
        , client(support::impatientSettings(server.baseUrl()), clock, [] { return 0.5; })
        , workspace({u"a"_s, u"A"_s, server.baseUrl()}, client, clock,
                    {QLocale::c(), QTimeZone::utc(), u"US"_s}, settingsFile, std::optional(place))
    {
        workspace.begin();
    }
};

} // namespace

// Names of lines, teammates and customers from one run to the next.
class TestNames : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedServer> m_server;
    QString m_folder;
    QJsonArray m_lines;
    QJsonArray m_users;
    QJsonArray m_contacts;
    bool m_refusesUsers = false;
    std::function<QByteArray(const QByteArray &query)> m_conversations; // null: the usual one

    support::Program::Options options() const
    {
        return {.settingsFile = m_settingsFile,
                .baseUrl = m_server->baseUrl(),
                .demoConversations = 0,
                .dataFolder = m_folder};
    }

    static quo::ApiKey key() { return quo::ApiKey::fromUserInput(u"a-key"_s); }

    // With everything that this test's server says.
    void fill()
    {
        Run run(options());
        run.controller.openWithKey(key());
        waitForNames(run);
    }

    void waitForNames(Run &run)
    {
        QTRY_VERIFY(!run.open().directory.isLoading() && !run.open().directory.linesError() &&
                    run.open().directory.hasAnswered());
        QTRY_VERIFY(run.open().contacts.contacts().size() == m_contacts.size());
        QTRY_COMPARE(run.open().session.status().loaded, 1);
    }

    std::optional<mirror::KeptContacts> keptContacts() const
    {
        const auto file = workspace::mirrorFileOf(m_folder, m_server->baseUrl(), key());
        const auto reader = mirror::Reader::open({file->fileName, file->owner});
        if (!reader || !*reader) {
            support::fail(u"no file"_s);
            return std::nullopt;
        }
        return *(*reader)->contacts();
    }

private Q_SLOTS:
    void init()
    {
        support::WindowTest::init();
        m_folder = m_settingsFile + u"-data"_s;
        m_lines = {line(u"PN1"_s, u"+14155550001"_s, u"Support"_s)};
        m_users = {QJsonObject{{u"id"_s, u"US1"_s},
                               {u"firstName"_s, u"Dana"_s},
                               {u"lastName"_s, u"Kim"_s},
                               {u"email"_s, u"d@a.example"_s}}};
        m_contacts = {QJsonObject{
            {u"id"_s, u"1"_s},
            {u"defaultFields"_s,
             QJsonObject{{u"firstName"_s, u"Ana"_s},
                         {u"phoneNumbers"_s, QJsonArray{QJsonObject{{u"value"_s, customer}}}}}}}};
        m_refusesUsers = false;
        m_conversations = nullptr;
        m_server = std::make_unique<support::ScriptedServer>();
        m_server->setRefusal([this](const support::ScriptedServer::Request &request) {
            return m_refusesUsers && request.line.startsWith("GET /v1/users");
        });
        m_server->setFallback([this](const support::ScriptedServer::Request &request) {
            if (request.line.startsWith("GET /v1/phone-numbers"))
                return list(m_lines);
            if (request.line.startsWith("GET /v1/users"))
                return list(m_users);
            if (request.line.startsWith("GET /v1/contacts"))
                return list(m_contacts);
            if (m_conversations)
                return m_conversations(request.query());
            return support::page(
                {support::conversation(u"CN1"_s, {{u"phoneNumberId"_s, u"PN1"_s},
                                                  {u"name"_s, QJsonValue()},
                                                  {u"participants"_s, QJsonArray{customer}},
                                                  {u"assignedTo"_s, u"US1"_s}})});
        });
    }

    void aStartWithoutANetworkShowsThem()
    {
        fill();
        m_server->goAway();
        Run run(options());
        run.controller.openWithKey(key());
        QTRY_COMPARE(run.lineName(u"PN1"_s), u"Support"_s);
        QTRY_COMPARE(run.contactName(), u"Ana"_s);
        QCOMPARE(run.teammateName(u"US1"_s), u"Dana Kim"_s);
        QCOMPARE(run.teammateName(u"US9"_s), u"Former teammate"_s);
        QVERIFY(!run.open().directory.hasAnswered());
        QTRY_VERIFY(!run.open().session.contactsProblem());
        QTRY_VERIFY2(run.cells().contains(u"Ana"_s), qPrintable(run.cells()));
        QVERIFY2(run.cells().contains(u"Support"_s), qPrintable(run.cells()));
        QVERIFY2(run.cells().contains(u"Dana Kim"_s), qPrintable(run.cells()));
    }

    void theyAreThereLongBeforeTheWholeWorkspaceIs()
    {
        m_lines = {};
        for (const QString &id : support::Workspace::lines())
            m_lines.append(line(id, u"+1415555000"_s + id.last(1), id));
        const auto workspace =
            support::Workspace::generate(1, 5000, QStringLiteral("lastActivityAt"));
        qsizetype pages = 0;
        m_conversations = [&](const QByteArray &query) {
            ++pages;
            return workspace.answer(query);
        };
        Run run(options());
        run.controller.openWithKey(key());
        QTRY_COMPARE_WITH_TIMEOUT(run.contactName(), u"Ana"_s, 60'000);
        QVERIFY2(pages < 25, qPrintable(QString::number(pages)));
    }

    void whatHasChangedMeanwhileReplacesThem()
    {
        fill();
        m_lines = {line(u"PN2"_s, u"+14155550002"_s, u"Sales"_s)};
        m_users = {QJsonObject{{u"id"_s, u"US2"_s}, {u"firstName"_s, u"Ben"_s}}};
        for (int run = 0; run < 2; ++run) {
            if (run == 1)
                m_server->goAway();
            Run next(options());
            next.controller.openWithKey(key());
            QTRY_COMPARE(next.lineName(u"PN2"_s), u"Sales"_s);
            QTRY_COMPARE(next.teammateName(u"US2"_s), u"Ben"_s);
            QTRY_COMPARE(next.lineName(u"PN1"_s), QString());
            QTRY_COMPARE(next.teammateName(u"US1"_s), u"Former teammate"_s);
        }
    }

    void theAddressBookIsReadOnceAnHourHoweverOftenItStarts()
    {
        fill();
        const auto readings = [this] {
            return std::ranges::count_if(m_server->requests(),
                                         [](const support::ScriptedServer::Request &request) {
                                             return request.line.startsWith("GET /v1/contacts");
                                         });
        };
        QCOMPARE(readings(), 1);
        fill();
        QCOMPARE(readings(), 1);
    }

    void aKeyThatMayNoLongerReadUsersKeepsThoseItKnows()
    {
        fill();
        m_refusesUsers = true;
        Run run(options());
        run.controller.openWithKey(key());
        QTRY_VERIFY(run.open().directory.teammatesError());
        QCOMPARE(run.teammateName(u"US1"_s), u"Dana Kim"_s);
        QCOMPARE(run.teammateName(u"US9"_s), u"US9"_s); // who may have come since
    }

    void aKeyThatMayNotReadUsersKeepsLinesAndContacts()
    {
        m_refusesUsers = true;
        fill();
        m_server->goAway();
        Run run(options());
        run.controller.openWithKey(key());
        QTRY_COMPARE(run.lineName(u"PN1"_s), u"Support"_s);
        QTRY_COMPARE(run.contactName(), u"Ana"_s);
        QCOMPARE(run.teammateName(u"US1"_s), u"US1"_s);
    }

    void namesThatAnotherKeyHasKeptAreNotShown()
    {
        const mirror::Place ours{m_folder + u"/workspace-a.sqlite"_s, "ours"};
        {
            Opened opened(*m_server, m_settingsFile, ours);
            QTRY_COMPARE(opened.workspace.names.contacts().size(), 1);
            QTRY_VERIFY(!opened.workspace.directory.isLoading());
        }
        m_server->goAway();
        {
            Opened opened(*m_server, m_settingsFile, ours);
            QTRY_COMPARE(opened.workspace.names.contacts().size(), 1);
            QVERIFY(opened.workspace.names.directory().line(u"PN1"_s));
        }
        {
            Opened opened(*m_server, m_settingsFile, {ours.fileName, "another"});
            QTRY_VERIFY(
                opened.workspace.contacts.problem() &&
                std::holds_alternative<quo::ApiError>(*opened.workspace.contacts.problem()));
            QVERIFY(opened.workspace.names.directory() == quo::Directory());
            QCOMPARE(opened.workspace.names.contacts().size(), 0);
        }
        // Nothing of them is left to be taken for the other key's later.
        const auto reader = mirror::Reader::open(ours);
        QVERIFY(reader && *reader);
        QVERIFY(*(*reader)->directory() == quo::Directory());
        QVERIFY(!*(*reader)->contacts());
    }

    void contactsThatAreOffAreNotInTheFile()
    {
        fill();
        QCOMPARE(keptContacts()->index.size(), 1);
        {
            Run run(options());
            run.controller.openWithKey(key());
            QTRY_COMPARE(run.contactName(), u"Ana"_s);
            run.open().enableContacts(false);
            QTRY_COMPARE(run.contactName(), QString());
        }
        QVERIFY(!keptContacts());
        const qsizetype requests = m_server->requests().size();
        {
            Run run(options()); // they stay off
            run.controller.openWithKey(key());
            QTRY_VERIFY(run.open().directory.hasAnswered() && !run.open().directory.isLoading());
            QCOMPARE(run.contactName(), QString());
        }
        QVERIFY(!keptContacts());
        for (const auto &request : m_server->requests().mid(requests))
            QVERIFY(!request.line.startsWith("GET /v1/contacts"));
    }
};

QTEST_MAIN(TestNames)
#include "tst_names.moc"
