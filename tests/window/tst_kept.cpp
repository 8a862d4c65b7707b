// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"
#include "app/programactions.h"
#include "mirror/reader.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/fixture.h"
#include "support/manualclock.h"
#include "support/program.h"
#include "support/scriptedserver.h"
#include "support/texts.h"
#include "support/windowtest.h"
#include "support/workspace.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"
#include "widgets/shell/workspacemenu.h"
#include "workspace/mirrorfile.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int conversations = 250;

struct Program : support::Program
{
    app::ProgramActions actions;

    explicit Program(const Options &chosen)
        : support::Program(chosen)
        , actions({window, controller, settings, {}, {}})
    {
    }

    app::OpenWorkspace &open() { return *controller.openWorkspace(); }

    template <class W>
    W *find(const char *accessibleName,
            const support::Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        const QList<W *> all = window.findChildren<W *>();
        for (W *candidate : all)
            if (candidate->accessibleName() == QLatin1String(accessibleName) &&
                candidate->isVisible())
                return candidate;
        support::fail(u"nothing is called "_s + QLatin1String(accessibleName), caller);
        return nullptr;
    }

    QString texts() const
    {
        QString texts;
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                texts += label->text() + u'\n';
        return texts;
    }

    void openSettings() const
    {
        const QList<QAction *> all = window.actions();
        for (QAction *action : all)
            if (action->text() == u"S&ettings…")
                return action->trigger();
        support::fail(u"no settings"_s);
    }

    QDialog *dialog() const
    {
        const QList<QDialog *> all = window.findChildren<QDialog *>();
        for (QDialog *candidate : all)
            if (candidate->isVisible())
                return candidate;
        return nullptr;
    }

    template <class W>
    W *inDialog(const char *objectName) const
    {
        return dialog()->findChild<W *>(QLatin1String(objectName));
    }

    void press(QDialogButtonBox::StandardButton button) const
    {
        QTest::mouseClick(inDialog<QDialogButtonBox>("buttons")->button(button), Qt::LeftButton);
    }

    void clickLink(const QString &text) const
    {
        const QList<QPushButton *> all = window.findChildren<QPushButton *>();
        for (QPushButton *button : all)
            if (button->isVisible() && QString(button->text()).remove(u'&') == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        support::fail(u"no button "_s + text);
    }
};

// A workspace over a file of its own, by a clock that a test moves.
struct Opened
{
    support::ManualClock clock{*quo::parseInstant(u"2026-06-02T12:00:00Z"_s)};
    workspace::SettingsFile settingsFile;
    quo::SystemClock clientClock;
    quo::Client client;
    app::OpenWorkspace workspace;
    QList<mirror::Problem> problems;

    Opened(const QUrl &server, const QString &settings, const mirror::Place &place)
        : settingsFile(settings)
        , client(support::impatientSettings(server), clientClock, [] { return 0.5; })
        , workspace({u"a"_s, u"A"_s, server}, client, clock,
                    {QLocale::c(), QTimeZone::utc(), u"US"_s}, settingsFile, std::optional(place))
    {
        QObject::connect(&workspace.kept, &app::KeptWorkspace::problemFound, &workspace.kept,
                         [this](const mirror::Problem &problem) { problems.append(problem); });
        workspace.session.setQuery({});
    }

    int shown() { return workspace.session.model().rowCount(); }
};

} // namespace

// What is kept of a workspace on this computer, as the user sees it.
class TestKept : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    support::Workspace m_workspace;
    std::unique_ptr<support::ScriptedServer> m_server;

    QString folder() const { return m_home->filePath(u"data"_s); }
    support::Program::Options options() const
    {
        return {.settingsFile = m_home->filePath(u"quoin.ini"_s),
                .baseUrl = m_server->baseUrl(),
                .demoConversations = 60,
                .dataFolder = folder()};
    }

    static quo::ApiKey key() { return quo::ApiKey::fromUserInput(u"first"_s); }

    // Of the key from outside.
    QString fileName() const
    {
        return workspace::mirrorFileOf(folder(), m_server->baseUrl(), key())->fileName;
    }

    // All but the salt.
    QStringList files() const
    {
        QStringList names = QDir(folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        names.removeAll(u"salt"_s);
        return names;
    }

    // Of all kept rows, if they are all that there are; otherwise none.
    QStringList keptIds(const QString &name) const
    {
        QStringList ids;
        const auto reader = mirror::Reader::open({name, {}});
        if (!reader || !*reader || !(*reader)->extent().isWhole)
            return {};
        const auto problem = (*reader)->forEachRow(0, [&ids](const mirror::RowView &row) {
            ids.append(QString::fromUtf8(row.id));
            return true;
        });
        if (problem)
            return {};
        ids.sort();
        return ids;
    }

    QStringList allIds(const QSet<QString> &hiddenLines = {}) const
    {
        QStringList ids;
        for (const QJsonObject &row : m_workspace.rows)
            if (!hiddenLines.contains(row[u"phoneNumberId"_s].toString()))
                ids.append(row[u"id"_s].toString());
        ids.sort();
        return ids;
    }

    static QStringList shownIds(Program &program)
    {
        QStringList ids;
        inbox::InboxModel &model = program.open().session.model();
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.rowAt(row)->id());
        return ids;
    }

    static QStringList sorted(QStringList ids)
    {
        ids.sort();
        return ids;
    }

    // A run that reads everything and keeps it.
    void fill()
    {
        Program program(options());
        program.controller.openWithKey(key());
        waitUntilKept(program);
    }

    void waitUntilKept(Program &program)
    {
        QTRY_VERIFY(!program.open().directory.isLoading());
        QTRY_VERIFY(program.open().session.status().isWorkspaceWhole);
        if (program.open().kept.writer() && !program.open().kept.problem())
            QTRY_COMPARE(keptIds((**program.open().kept.place()).fileName).size(),
                         program.open().session.status().known);
    }

    void signIn(Program &program, const QString &text)
    {
        auto *field = program.find<QLineEdit>("API key");
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(program.controller.openWorkspace());
    }

private Q_SLOTS:
    void init()
    {
        support::WindowTest::init();
        m_home = std::make_unique<QTemporaryDir>();
        m_workspace = support::Workspace::generate(7, conversations, u"lastActivityAt"_s);
        m_server = std::make_unique<support::ScriptedServer>();
        m_server->setFallback([this](const support::ScriptedServer::Request &request) {
            support::Workspace seen = m_workspace;
            if (request.headers.value("authorization") == "second")
                seen.hiddenLines = {u"PN0"_s, u"PN3"_s};
            return seen.answer(request);
        });
    }

    void itStartsWithEverythingWithoutANetwork()
    {
        fill();
        m_server->goAway();
        Program program(options());
        program.controller.openWithKey(key());
        QTRY_COMPARE(shownIds(program).size(), conversations);
        QCOMPARE(sorted(shownIds(program)), allIds());
        QVERIFY(program.texts().contains(u"All 250 as of "));
        QVERIFY(!program.texts().contains(u"Loading"));
        QCOMPARE(program.open().names.directory().lines().size(), 10);
        QTRY_VERIFY(program.texts().contains(u"Offline since "));
        const QString completeness = program.find<QLabel>("Completeness")->text();
        QVERIFY2(completeness.contains(u". All 250 as of "), qPrintable(completeness));
        // Filters need no network either.
        program.open().shown.change(&workspace::Filters::lines, QStringList{u"PN0"_s});
        QTRY_VERIFY(shownIds(program).size() < conversations);
        QCOMPARE(shownIds(program).size(), m_workspace.matching("phoneNumbers=PN0").size());
        // The network brings what is new, and nothing else is requested again.
        QRandomGenerator random(1);
        program.open().shown.change(&workspace::Filters::lines, {});
        for (int i = 0; i < 5; ++i)
            m_workspace.rows.prepend(support::conversation(
                u"CNnew%1"_s.arg(i), {{u"updatedAt"_s, support::Workspace::at(2000)},
                                      {u"lastActivityAt"_s, support::Workspace::at(2000 + i)}}));
        const qsizetype before = m_server->requests().size();
        m_server->comeBack();
        program.open().session.refresh();
        QTRY_COMPARE(sorted(shownIds(program)), allIds());
        QTRY_VERIFY(!program.texts().contains(u"Offline since "));
        QVERIFY(m_server->requests().size() - before < 10);
    }

    void theRowsAreThereBeforeTheNetworkAnswers()
    {
        fill();
        m_server->setFallback([](const auto &) { return QByteArray(); });
        const qsizetype before = m_server->requests().size();
        Program program(options());
        QStringList said;
        program.controller.openWithKey(key());
        connect(&program.open().session, &inbox::InboxSession::statusChanged, this,
                [&] { said.append(program.find<QLabel>("Completeness")->text()); });
        QTRY_COMPARE(shownIds(program).size(), conversations);
        for (const QString &text : std::as_const(said))
            QVERIFY2(!text.contains(u"Loading"), qPrintable(text));
        for (const auto &request : m_server->requests().mid(before))
            QVERIFY2(!request.line.contains("/v1/conversations") ||
                         request.line.contains("updatedAfter="),
                     request.line.constData());
    }

    void aFileThatDoesNotOpenInTimeIsReadAndLeftAlone()
    {
        fill();
        const auto file = workspace::mirrorFileOf(folder(), m_server->baseUrl(), key());
        m_server->goAway();
        Opened opened(m_server->baseUrl(), m_settingsFile, {file->fileName, file->owner});
        opened.workspace.begin();
        opened.clock.advance(app::KeptWorkspace::longestWait); // before its thread is heard
        QCOMPARE(opened.problems.size(), 1);
        QCOMPARE(opened.problems.first().kind, mirror::Problem::Kind::Failed);
        QVERIFY(!opened.workspace.kept.writer());
        QTRY_COMPARE(opened.shown(), conversations);
        QCOMPARE(opened.problems.size(), 1);
    }

    void aFileThatIsNotReadInTimeIsNotWaitedFor()
    {
        fill();
        const auto file = workspace::mirrorFileOf(folder(), m_server->baseUrl(), key());
        m_workspace.rows.resize(100);
        Opened opened(m_server->baseUrl(), m_settingsFile, {file->fileName, file->owner});
        connect(&opened.workspace.kept, &app::KeptWorkspace::ready, &opened.workspace.kept,
                [&] { opened.clock.advance(app::KeptWorkspace::longestWait); });
        opened.workspace.begin();
        QTRY_COMPARE(opened.problems.size(), 1);
        QCOMPARE(opened.problems.first().kind, mirror::Problem::Kind::Failed);
        QVERIFY(!opened.workspace.kept.writer());
        QTRY_COMPARE(opened.shown(), 100);                       // by the network
        QCOMPARE(keptIds(file->fileName).size(), conversations); // whatever is in there
        // The user may try again, which keeps what is known anew.
        QTRY_VERIFY(opened.workspace.sync.status().isWorkspaceWhole);
        QCOMPARE(opened.workspace.deleteKept(), QStringList());
        QTRY_COMPARE((opened.clock.advance(quo::milliseconds(1)), keptIds(file->fileName)),
                     allIds());
    }

    void anotherKeyOfTheAccountShowsOnlyWhatItSees()
    {
        Program program(options());
        program.controller.openLast(); // there is none
        signIn(program, u"first"_s);
        waitUntilKept(program);
        const QString name = (**program.open().kept.place()).fileName;
        QCOMPARE(keptIds(name), allIds());
        QSet<QString> ofOthers;
        for (const QJsonObject &row : std::as_const(m_workspace.rows))
            if (const QString line = row[u"phoneNumberId"_s].toString();
                line == u"PN0" || line == u"PN3")
                ofOthers.insert(row[u"id"_s].toString());
        QVERIFY(ofOthers.size() > 10 && ofOthers.size() < conversations - 10);

        auto *menu = program.window.findChild<widgets::WorkspaceMenu *>();
        Q_EMIT menu->changeKeyRequested();
        QTRY_VERIFY(!program.controller.openWorkspace());
        signIn(program, u"second"_s);
        QCOMPARE((**program.open().kept.place()).fileName, name);
        bool haveOthersBeenShown = false;
        connect(&program.open().session.model(), &QAbstractItemModel::rowsInserted, this, [&] {
            for (const QString &id : shownIds(program))
                haveOthersBeenShown = haveOthersBeenShown || ofOthers.contains(id);
        });
        QTRY_COMPARE(shownIds(program).size(), conversations - ofOthers.size());
        waitUntilKept(program);
        QVERIFY(!haveOthersBeenShown);
        const QStringList left = keptIds(name);
        QCOMPARE(left.size(), conversations - ofOthers.size());
        for (const QString &id : left)
            QVERIFY(!ofOthers.contains(id));
        QTRY_COMPARE((*mirror::Reader::open({name, {}}))->owner(),
                     (**program.open().kept.place()).owner);
    }

    void aTakeOverThatWasCutShortBeginsAgain()
    {
        fill();
        const auto file = workspace::mirrorFileOf(folder(), m_server->baseUrl(), key());
        {
            quo::Conversation other;
            other.id = u"CNother"_s;
            other.phoneNumberId = u"PNother"_s;
            mirror::Writer writer({file->fileName, file->owner}); // writes at its end
            writer.setOwner("nobody");
            writer.write({.rows = {other}});
        }
        QCOMPARE(keptIds(file->fileName).size(), conversations + 1);
        Program program(options());
        program.controller.openWithKey(key());
        QTRY_COMPARE(shownIds(program).size(), conversations);
        waitUntilKept(program);
        QTRY_COMPARE(keptIds(file->fileName), allIds());
        QTRY_COMPARE((*mirror::Reader::open({file->fileName, {}}))->owner(), file->owner);
    }

    void anotherKeyShowsNothingBeforeItsLinesAreKnown()
    {
        Program program(options());
        program.controller.openLast();
        signIn(program, u"first"_s);
        waitUntilKept(program);
        const QString name = (**program.open().kept.place()).fileName;
        auto *menu = program.window.findChild<widgets::WorkspaceMenu *>();
        Q_EMIT menu->changeKeyRequested();
        QTRY_VERIFY(!program.controller.openWorkspace());
        connect(&program.controller, &app::WorkspaceController::opened, this,
                [this] { m_server->goAway(); });
        signIn(program, u"second"_s); // tried with one request
        QTRY_VERIFY(!program.open().directory.isLoading());
        QTRY_VERIFY(program.texts().contains(u"Offline since "));
        QCOMPARE(shownIds(program), QStringList());
        QCOMPARE(keptIds(name), allIds()); // for when they are known
    }

    void whatAnotherKeyMaySeeIsReadAgainIfItsLinesStayUnknown()
    {
        Program program(options());
        program.controller.openLast();
        signIn(program, u"first"_s);
        waitUntilKept(program);
        const QString name = (**program.open().kept.place()).fileName;
        auto *menu = program.window.findChild<widgets::WorkspaceMenu *>();
        Q_EMIT menu->changeKeyRequested();
        QTRY_VERIFY(!program.controller.openWorkspace());
        m_server->setRefusal([](const support::ScriptedServer::Request &request) {
            return request.line.contains("/v1/phone-numbers");
        });
        signIn(program, u"second"_s);
        waitUntilKept(program);
        const QStringList expected = allIds({u"PN0"_s, u"PN3"_s});
        QTRY_COMPARE(sorted(shownIds(program)), expected);
        QTRY_COMPARE(keptIds(name), expected);
        QCOMPARE((*mirror::Reader::open({name, {}}))->owner(),
                 (**program.open().kept.place()).owner);
    }

    void theSwitchLeavesNoFileBehind()
    {
        Program program(options());
        program.controller.openWithKey(key());
        waitUntilKept(program);
        QVERIFY(QFile::exists(fileName()));
        program.openSettings();
        auto *box = program.inDialog<QCheckBox>("keptBox");
        QVERIFY(box->isChecked());
        QVERIFY(program.inDialog<QLabel>("keptLabel")->text().contains(u"B"));
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(5, box->height() / 2));
        QVERIFY(!box->isChecked());
        QCOMPARE(program.inDialog<QLabel>("keptLabel")->text(), u"OK deletes what is kept."_s);
        QVERIFY(QFile::exists(fileName())); // not before
        program.press(QDialogButtonBox::Ok);
        QCOMPARE(files(), QStringList());
        QVERIFY(program.texts().contains(u"Deleted from this computer."));
        // It stays off, in this run and the next.
        program.open().session.reload();
        program.open().readContactsAgain();
        waitUntilKept(program);
        QCOMPARE(files(), QStringList());
        Program next(options());
        next.controller.openWithKey(key());
        waitUntilKept(next);
        QCOMPARE(files(), QStringList());
        next.openSettings();
        QVERIFY(!next.inDialog<QCheckBox>("keptBox")->isChecked());
        QCOMPARE(next.inDialog<QLabel>("keptLabel")->text(), u"Nothing is kept"_s);
        next.inDialog<QCheckBox>("keptBox")->click();
        next.press(QDialogButtonBox::Ok);
        QTRY_COMPARE(keptIds(fileName()), allIds()); // what is known already
    }

    void cancelLeavesTheSwitchAlone()
    {
        Program program(options());
        program.controller.openWithKey(key());
        waitUntilKept(program);
        program.openSettings();
        program.inDialog<QCheckBox>("keptBox")->click();
        program.press(QDialogButtonBox::Cancel);
        QVERIFY(QFile::exists(fileName()));
        QVERIFY(program.open().settings.isKept());
    }

    void whatIsDeletedIsKeptAnew()
    {
        Program program(options());
        program.controller.openWithKey(key());
        waitUntilKept(program);
        const qsizetype requests = m_server->requests().size();
        program.openSettings();
        program.clickLink(u"Delete now"_s);
        QCOMPARE(program.inDialog<QLabel>("keptLabel")->text(),
                 u"Deleted, and being kept again. To keep nothing, turn this off."_s);
        QVERIFY(program.dialog()); // it is still open
        program.press(QDialogButtonBox::Cancel);
        QTRY_COMPARE(keptIds(fileName()), allIds());
        QVERIFY(!program.open().kept.problem());
        QCOMPARE(m_server->requests().size(), requests);
    }

    void theDemoIsNotKept()
    {
        Program program(options());
        program.openDemo();
        program.openSettings();
        QVERIFY(!program.inDialog<QCheckBox>("keptBox")->isVisible());
        QVERIFY(!program.inDialog<QLabel>("keptHint")->isVisible());
        QVERIFY(!program.inDialog<QPushButton>("deleteButton")->isVisible());
        QVERIFY(!QDir(folder()).exists());
    }

    void signingOutRemovesTheFiles()
    {
        Program program(options());
        program.controller.openLast(); // there is none
        signIn(program, u"first"_s);
        waitUntilKept(program);
        const QString id = program.open().account.id;
        QVERIFY(QFile::exists(workspace::mirrorFileName(folder(), id)));
        auto *menu = program.window.findChild<widgets::WorkspaceMenu *>();
        Q_EMIT menu->signOutRequested();
        QTRY_VERIFY(!program.controller.openWorkspace());
        QCOMPARE(files(), QStringList());
    }

    void removingTheWorkspaceRemovesTheFiles()
    {
        {
            Program program(options());
            program.controller.openLast();
            signIn(program, u"first"_s);
            waitUntilKept(program);
        }
        QVERIFY(!files().isEmpty());
        Program program(options());
        program.controller.openLast(); // its key is not in any keychain here
        auto *page = program.window.findChild<widgets::SignInPage *>();
        QVERIFY(page);
        Q_EMIT page->removeRequested();
        QTRY_VERIFY(program.settings.accounts().isEmpty());
        QCOMPARE(files(), QStringList());
    }

    void eachProblemIsSaidOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("offers"); // empty: nothing
        QTest::newRow("damaged") << u"damaged"_s << u"was damaged. It was renamed to “"_s
                                 << u"Show folder"_s;
        QTest::newRow("newer") << u"newer"_s << u"A newer version of Quoin keeps"_s << QString();
        QTest::newRow("foreign") << u"foreign"_s << u"belongs to another program."_s
                                 << u"Show folder"_s;
        QTest::newRow("folder") << u"folder"_s << u"isn’t a file."_s << u"Show folder"_s;
        QTest::newRow("no folder") << u"no folder"_s << u"isn’t writable."_s << u"Show folder"_s;
    }

    void eachProblemIsSaidOnce()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, says);
        QFETCH(const QString, offers);
        if (what == u"no folder")
            support::writeFile(folder(), {}); // in its place
        else if (what == u"folder")
            QVERIFY(QDir().mkpath(fileName()));
        else
            fill();
        if (what == u"damaged") {
            QFile file(fileName());
            QVERIFY(file.open(QFile::ReadWrite) && file.seek(0));
            QVERIFY(file.write(QByteArray(int(file.size()), 'x')) > 0);
        } else if (what == u"newer" || what == u"foreign") {
            QFile file(fileName()); // numbers of its header that are SQLite's for its users
            QVERIFY(file.open(QFile::ReadWrite) && file.seek(what == u"newer" ? 60 : 68));
            QCOMPARE(file.write("\0\0\x7f\xff", 4), 4);
        }
        Program program(options());
        program.controller.openWithKey(key());
        QTRY_VERIFY2(program.texts().contains(says), qPrintable(program.texts()));
        if (!offers.isEmpty())
            QVERIFY(program.find<QPushButton>(offers.toUtf8().constData()));
        // The program goes on.
        QTRY_VERIFY(program.open().session.status().isWorkspaceWhole);
        QCOMPARE(sorted(shownIds(program)), allIds());
        QCOMPARE(program.texts().count(says), 1);
        if (what == u"damaged")
            QTRY_COMPARE(keptIds(fileName()), allIds());
    }

    void twoProcessesThatStartAtOnceKeepItTogether()
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
                                 "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "HOME", "TMPDIR"})
            env.insert(QLatin1String(name), m_home->path());
        env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        env.insert(u"QUO_API_KEY"_s, u"first"_s);
        env.insert(u"QUO_API_BASE_URL"_s, m_server->baseUrl().toString());
        QProcess processes[2];
        for (QProcess &process : processes) {
            process.setProcessEnvironment(env);
            process.start(QStringLiteral(QUOIN_PROGRAM), QStringList());
        }
        const QString data = m_home->filePath(u"quoin"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(data + u"/salt"_s), 30'000);
        const QString name = workspace::mirrorFileOf(data, m_server->baseUrl(), key())->fileName;
        QTRY_COMPARE_WITH_TIMEOUT(keptIds(name), allIds(), 30'000);
        for (QProcess &process : processes) {
            QCOMPARE(process.state(), QProcess::Running);
            process.terminate();
        }
        for (QProcess &process : processes) {
            QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        }
        QCOMPARE(keptIds(name), allIds());
        QCOMPARE(QDir(data).entryList({u"*damaged*"_s}), QStringList());
    }

    void anotherWindowThatKeepsItIsNoAlarm()
    {
        fill();
        Program first(options());
        first.controller.openWithKey(key());
        waitUntilKept(first);
        Program second(options());
        second.controller.openWithKey(key());
        QTRY_VERIFY(
            second.texts().contains(u"Another Quoin window or command keeps this workspace"));
        waitUntilKept(second);
        QVERIFY(!first.texts().contains(u"Another Quoin window"));
        second.openSettings();
        QCOMPARE(second.inDialog<QLabel>("keptLabel")->text(),
                 u"Kept by another Quoin window or command"_s);
        second.clickLink(u"Delete now"_s);
        QTRY_VERIFY(!second.texts().contains(u"Another Quoin window"));
        QTRY_COMPARE(keptIds(fileName()), allIds());
    }

    void whatAnotherWindowKeepsIsTakenOverOnceThatIsGone_data()
    {
        QTest::addColumn<QByteArray>("owner");
        QTest::newRow("with the same key") << QByteArray();
        QTest::newRow("with another key") << QByteArray("another");
    }

    void whatAnotherWindowKeepsIsTakenOverOnceThatIsGone()
    {
        QFETCH(QByteArray, owner);
        fill();
        const auto file = workspace::mirrorFileOf(folder(), m_server->baseUrl(), key());
        if (owner.isEmpty())
            owner = file->owner;
        auto first = std::make_unique<Opened>(m_server->baseUrl(), m_settingsFile,
                                              mirror::Place{file->fileName, file->owner});
        first->workspace.begin();
        QTRY_VERIFY(first->workspace.kept.writer()->isOpen());
        QTRY_COMPARE(first->shown(), conversations);
        Opened second(m_server->baseUrl(), m_settingsFile, {file->fileName, owner});
        second.workspace.begin();
        QTRY_COMPARE(second.shown(), conversations);
        QCOMPARE(second.problems.size(), 1);
        QCOMPARE(second.problems.first().kind, mirror::Problem::Kind::InUse);
        // Only the second one learns that a row is gone.
        m_workspace.rows.removeFirst();
        second.workspace.sync.reload();
        QTRY_COMPARE(second.shown(), conversations - 1);
        for (int i = 0; i < 3; ++i) {
            QSignalSpy changed(&second.workspace.kept, &app::KeptWorkspace::writerChanged);
            second.clock.advance(app::KeptWorkspace::pause);
            QVERIFY(!changed.wait(100)); // however long it would be waited for
        }
        first.reset();
        QTRY_COMPARE((second.clock.advance(app::KeptWorkspace::pause), keptIds(file->fileName)),
                     allIds());
        QCOMPARE((*mirror::Reader::open({file->fileName, {}}))->owner(), owner);
        QVERIFY(!second.workspace.kept.problem());
        QCOMPARE(second.problems.size(), 1);
        // And it goes on.
        m_workspace.rows.removeFirst();
        second.workspace.sync.reload();
        QTRY_COMPARE((second.clock.advance(quo::milliseconds(1)), keptIds(file->fileName)),
                     allIds());
    }
};

QTEST_MAIN(TestKept)
#include "tst_kept.moc"
