// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/json.h"
#include "support/program.h"
#include "support/warnings.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/sidebarmodel.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "workspace/mirrorfile.h"

#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

const QString key = u"canary-key-4711"_s;

struct Program : support::Program
{
    Program(const QString &folder, const QUrl &baseUrl)
        : support::Program({.settingsFile = folder + u"/quoin.ini"_s,
                            .baseUrl = baseUrl,
                            .demoConversations = 30,
                            .dataFolder = folder + u"/data"_s})
    {
    }

    template <class W>
    W *find(const char *accessibleName) const
    {
        for (W *candidate : window.findChildren<W *>())
            if (candidate->accessibleName() == QString::fromUtf8(accessibleName))
                return candidate;
        return nullptr;
    }

    void click(const char *accessibleName,
               const support::Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        if (auto *button = find<QPushButton>(accessibleName); button && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
        else
            support::fail(u"no button "_s + QString::fromUtf8(accessibleName), caller);
    }

    QString texts() const
    {
        QString texts;
        for (const QLabel *label : window.findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text() + u'\n' + label->toolTip() + u'\n';
        return texts;
    }

    void signIn(const QString &typedKey, const QString &name = {})
    {
        QTest::keyClicks(find<QLineEdit>("Name of the workspace"), name);
        QTest::keyClicks(find<QLineEdit>("API key"), typedKey + u'\r');
    }

    void saveView()
    {
        for (QAction *action : window.findChildren<QAction *>())
            if (action->text() == u"Save &as a view")
                return action->trigger();
        support::fail(u"no view can be saved"_s);
    }

    // Clicks an entry of the workspace menu.
    void choose(const QString &text)
    {
        for (QAction *action : window.findChild<widgets::WorkspaceMenu *>()->actions())
            if (action->text().remove(u'&') == text)
                return action->trigger();
        support::fail(u"no entry "_s + text);
    }

    int rows() const
    {
        const auto *table = find<widgets::ConversationTable>("Conversations");
        return table ? table->model()->rowCount() : -1;
    }
};

} // namespace

// Runs twice: with a keychain, and where there is none.
class TestSignIn : public QObject
{
    Q_OBJECT

    const bool m_hasKeychain = qEnvironmentVariable("QUOIN_TEST_KEYCHAIN") == u"with";
    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void aFirstStartAsksForAKeyAndOffersTheDemo()
    {
        support::ScriptedServer server;
        Program program(m_dir->path(), server.baseUrl());
        program.controller.openLast();
        auto *edit = program.find<QLineEdit>("API key");
        QVERIFY(edit);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QVERIFY(program.find<QPushButton>("Get a key in Quo")
                    ->toolTip()
                    .contains(u"https://my.quo.com/settings/api"));
        QVERIFY(program.texts().contains(u"only sent to 127.0.0.1"));
        program.signIn(u"   "_s);
        QVERIFY(program.texts().contains(u"Enter an API key"));
        program.click("Try the demo");
        QTRY_COMPARE(program.rows(), 30);
        QCOMPARE(program.window.windowTitle(), u"Demo workspace – Quoin"_s);
        QVERIFY(server.requests().isEmpty());
        // Having looked around is not having signed in.
        Program again(m_dir->path(), server.baseUrl());
        again.controller.openLast();
        QVERIFY(again.find<QLineEdit>("API key"));
    }

    void aKeyIsPastedAndShownOnlyOnRequest()
    {
        support::ScriptedServer server;
        Program program(m_dir->path(), server.baseUrl());
        program.controller.openLast();
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        auto *edit = program.find<QLineEdit>("API key");
        QGuiApplication::clipboard()->setText(u"old"_s);
        program.click("Paste key");
        QGuiApplication::clipboard()->setText(key + u'\n');
        program.click("Paste key");
        QCOMPARE(edit->text(), key);
        QVERIFY(edit->hasFocus());
        QVERIFY(server.requests().isEmpty());
        program.click("Show key");
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
        program.click("Show key");
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        // Nobody looks over the shoulder while the key is checked, or after it was refused.
        server.says(401, support::errorBody(401, u"0400401"_s, u"Unauthorized"_s));
        program.click("Show key");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QTRY_VERIFY(program.texts().contains(u"didn’t accept this key"));
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
    }

    void theCardIsInTheMiddleUnlessItIsScrolled()
    {
        support::ScriptedServer server;
        Program program(m_dir->path(), server.baseUrl());
        program.controller.openLast();
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        const auto middleOf = [&program](QWidget *widget) {
            return widget->mapTo(&program.window, widget->rect().center());
        };
        auto *button = program.find<QPushButton>("Sign in");
        for (const QSize size : {QSize(1280, 800), QSize(683, 350)}) {
            program.window.resize(size);
            QTRY_VERIFY(qAbs(middleOf(button).x() - program.window.width() / 2) <= 8);
            QCOMPARE(button->width(), program.find<QLineEdit>("Name of the workspace")->width());
            // What has the focus is in sight, by the keyboard alone.
            auto *demo = program.find<QPushButton>("Try the demo");
            program.find<QLineEdit>("API key")->setFocus();
            for (int i = 0; i < 20 && !demo->hasFocus(); ++i)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(demo->hasFocus());
            QTRY_VERIFY(program.window.rect().contains(middleOf(demo)));
        }
    }

    void aKeyIsTriedWithOneRequestAndKept()
    {
        support::DemoWorld world(40);
        {
            Program program(m_dir->path(), world.baseUrl());
            program.controller.openLast();
            program.signIn(u" Bearer  "_s + key + u" "_s, u"Acme"_s);
            QTRY_COMPARE(program.rows(), 40);
            const demo::DemoRequest first = world.requests().first();
            QCOMPARE(first.path, "/v1/phone-numbers");
            QCOMPARE(first.headers.value("authorization"), key.toLatin1());
            QCOMPARE(world.requests().at(1).path, "/v1/conversations");
            QCOMPARE(program.window.windowTitle(), u"Acme – Quoin"_s);
            auto *hint = program.find<QLabel>("Key");
            QTRY_COMPARE(hint->isVisible(), !m_hasKeychain);
            if (!m_hasKeychain)
                QVERIFY(hint->toolTip().contains(u"sign in again next time"));
        }
        Program program(m_dir->path(), world.baseUrl());
        program.controller.openLast();
        if (m_hasKeychain) {
            QTRY_COMPARE(program.rows(), 40);
            return;
        }
        QTRY_VERIFY(program.texts().contains(u"No keychain found"));
        QVERIFY(program.texts().contains(u"Sign in to Acme"));
        program.find<QLineEdit>("API key")->setFocus();
        QTest::keyClicks(program.find<QLineEdit>("API key"), key + u'\r');
        QTRY_COMPARE(program.rows(), 40);
        QCOMPARE(program.settings.accounts().size(), 1);
    }

    void aKeyThatIsRefusedIsNotKept()
    {
        support::ScriptedServer server;
        server.says(401, support::errorBody(401, u"0400401"_s, u"Unauthorized "_s + key));
        Program program(m_dir->path(), server.baseUrl());
        program.controller.openLast();
        program.signIn(key);
        auto *problem = program.find<QLabel>("Sign-in problem");
        QTRY_VERIFY(problem->text().contains(u"didn’t accept this key"));
        QVERIFY(!problem->text().contains(key));
        QVERIFY(program.settings.accounts().isEmpty());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(program.find<QLineEdit>("API key")->text(), key); // to be mended
        // A key that may not read lines is a good key.
        server.says(403, support::errorBody(403, u"0400403"_s, u"Forbidden"_s));
        server.setFallback([](const auto &) { return support::page(1, 3); });
        QTest::keyClick(program.find<QLineEdit>("API key"), Qt::Key_Return);
        QTRY_COMPARE(program.rows(), 3);
    }

    void tryingCanBeCancelled()
    {
        support::ScriptedServer server;
        server.staysSilent();
        Program program(m_dir->path(), server.baseUrl());
        program.controller.openLast();
        program.signIn(key);
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(program.texts().contains(u"Checking key"));
        program.click("Cancel sign-in");
        QTRY_VERIFY(program.find<QPushButton>("Sign in")->isVisible());
        QVERIFY(program.settings.accounts().isEmpty());
    }

    void workspacesKeepTheirOwnFiltersAndViews()
    {
        support::DemoWorld world(40);
        Program program(m_dir->path(), world.baseUrl());
        program.controller.openLast();
        program.signIn(key, u"One"_s);
        QTRY_COMPARE(program.rows(), 40);
        QTest::mouseClick(program.find<QAbstractButton>("Active only"), Qt::LeftButton);
        // Contacts may be asked for at any time in between, and the filter is tried out.
        QTRY_VERIFY(std::ranges::any_of(world.requests(), [](const demo::DemoRequest &request) {
            return request.path == "/v1/conversations" &&
                   request.query == "excludeInactive=true&maxResults=100";
        }));
        program.saveView();

        program.choose(u"Add a workspace…"_s);
        QTRY_VERIFY(program.find<QLineEdit>("API key"));
        program.signIn(u"another-key"_s, u"One"_s);
        QTRY_COMPARE(program.window.windowTitle(), u"One 2 – Quoin"_s); // told apart
        QTRY_COMPARE(program.rows(), 40);
        program.choose(u"Add a workspace…"_s);
        QTRY_VERIFY(program.find<QLineEdit>("API key"));
        program.signIn(u"another-key"_s, u"Two"_s);
        QTRY_COMPARE(program.window.windowTitle(), u"Two – Quoin"_s);
        QTRY_COMPARE(program.rows(), 40);
        QVERIFY(!program.find<QAbstractButton>("Active only")->isChecked());
        const auto views = [&program] {
            const auto *items = program.find<QListView>("Views and lines")->model();
            return items
                ->match(items->index(0, 0), widgets::SideBarModel::KindRole,
                        int(widgets::SideBarModel::Kind::View), -1)
                .size();
        };
        QCOMPARE(views(), 0);
        program.choose(u"One"_s);
        QTRY_COMPARE(program.window.windowTitle(), u"One – Quoin"_s);
        QTRY_VERIFY(program.find<QAbstractButton>("Active only") &&
                    program.find<QAbstractButton>("Active only")->isChecked());
        QCOMPARE(views(), 1);
        QTRY_COMPARE(world.requests().last().headers.value("authorization"), key.toLatin1());
    }

    void signingOutRemovesTheKeyAndWhatIsKept()
    {
        support::DemoWorld world(10);
        Program program(m_dir->path(), world.baseUrl());
        program.controller.openLast();
        program.signIn(key, u"One"_s);
        QTRY_COMPARE(program.rows(), 10);
        const QString id = program.settings.accounts().first().id;
        const QString kept = workspace::mirrorFileName(m_dir->filePath(u"data"_s), id);
        QTRY_VERIFY(QFile::exists(kept));
        program.choose(u"Sign out"_s);
        program.choose(u"Sign out"_s); // twice before anything has happened
        QTRY_VERIFY(program.texts().contains(u"Sign in to One"));
        QTRY_VERIFY(program.find<QPushButton>("Sign in")->isVisible());
        QVERIFY(!QFile::exists(kept));
        bool hasKey = true;
        QObject context;
        program.keys.read(id, &context, [&hasKey](const auto &read) { hasKey = bool(read); });
        QTRY_VERIFY(!hasKey);
        // Another key, the same workspace.
        QTest::keyClicks(program.find<QLineEdit>("API key"), u"another-key\r"_s);
        QTRY_COMPARE(program.rows(), 10);
        QCOMPARE(world.requests().last().headers.value("authorization"), "another-key");
        QCOMPARE(program.settings.accounts().first().id, id);

        program.choose(u"Sign out"_s);
        QTRY_VERIFY(program.find<QPushButton>("Remove workspace") &&
                    program.find<QPushButton>("Remove workspace")->isEnabled());
        program.click("Remove workspace");
        QTRY_VERIFY(program.settings.accounts().isEmpty());
        QTRY_VERIFY(program.texts().contains(u"Sign in to a Quo workspace"));
    }

    void contactNamesCanBeSwitchedOff()
    {
        support::DemoWorld world(10);
        Program program(m_dir->path(), world.baseUrl());
        program.controller.openLast();
        program.signIn(key, u"One"_s);
        QTRY_COMPARE(program.rows(), 10);
        const auto names = [&program] {
            return program.controller.openWorkspace()->contacts.contacts().size();
        };
        QTRY_VERIFY(names() > 0);
        program.choose(u"Show contact names"_s);
        QTRY_COMPARE(names(), 0);
        program.choose(u"One"_s); // the open one: nothing happens, and it stays off
        QCOMPARE(names(), 0);
        program.choose(u"Show contact names"_s);
        QTRY_VERIFY(names() > 0);
    }

    void theKeyIsNowhereToBeFound()
    {
        support::DemoWorld world(10);
        QStringList seen;
        {
            Program program(m_dir->path(), world.baseUrl());
            program.controller.openLast();
            program.signIn(key, u"One"_s);
            QTRY_COMPARE(program.rows(), 10);
            QTRY_VERIFY(!program.find<QLabel>("Key")->isVisible() || !m_hasKeychain);
            program.saveView();
            QTRY_VERIFY(!program.controller.openWorkspace()->contacts.problem());
            for (const QWidget *widget : program.window.findChildren<QWidget *>())
                seen << widget->windowTitle() << widget->toolTip() << widget->accessibleName()
                     << widget->accessibleDescription();
            seen << program.texts() << QCoreApplication::arguments();
        }
        QVERIFY(!seen.join(u'\n').contains(key));
        int files = 0;
        QDirIterator it(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(key.toLatin1()), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(key.toLatin1().toBase64()), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 3); // settings, what is kept, and the salt
    }
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
