// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/warnings.h"
#include "workspace/keystore.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// Commands for the workspace that was open last, with its key from the keychain.
class TestAccountCommands : public QObject
{
    Q_OBJECT

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QString err;
    };

    QTemporaryDir m_home;

    QString path(const QString &name) const { return m_home.filePath(name); }
    QString dataFolder() const { return path(u"data/quoin"_s); }
    QString settingsFile() const { return path(u"config/quoin/quoin.ini"_s); }
    QStringList keptFiles() const
    {
        return QDir(dataFolder()).entryList({u"workspace-*.sqlite"_s});
    }

    Run run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "QT_QPA_PLATFORM", "QUO_API_KEY", "QUO_API_BASE_URL"})
            env.remove(QString::fromLatin1(name));
        env.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
        env.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
        process.setProcessEnvironment(env);
        process.start(QStringLiteral(QUOIN_PROGRAM), arguments);
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                QString::fromUtf8(process.readAllStandardError())};
    }

    static void keepKey(const QString &accountId, const QString &key)
    {
        workspace::KeyStore keys(u"quoin"_s);
        bool isDone = false;
        keys.write(accountId, quo::ApiKey::fromUserInput(key), &keys,
                   [&](const std::optional<workspace::KeyProblem> &problem) { isDone = !problem; });
        if (!QTest::qWaitFor([&] { return isDone; }, 20'000))
            support::fail(u"the keychain does not take the key"_s);
    }

    template <class F>
    void change(F change) const
    {
        workspace::SettingsFile file(settingsFile());
        workspace::Settings settings(file, u"acme"_s);
        change(settings);
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theWorkspaceThatWasOpenLastIsKept()
    {
        if (qEnvironmentVariable("QUOIN_TEST_KEYCHAIN") != u"with")
            QSKIP("needs a keychain");
        support::DemoWorld world(60);
        const auto contactRequests = [&] {
            qsizetype count = 0;
            for (const demo::DemoRequest &request : world.requests())
                count += request.path.endsWith("/contacts");
            return count;
        };
        QVERIFY(QDir().mkpath(path(u"config/quoin"_s)));
        {
            workspace::SettingsFile file(settingsFile());
            workspace::ProgramSettings settings(file);
            settings.setAccounts({{u"acme"_s, u"Acme"_s, world.baseUrl()}});
            settings.setLastAccount(u"acme"_s);
        }
        keepKey(u"acme"_s, u"canary-key"_s);

        // Switched off, nothing is kept and nothing is asked.
        change([](workspace::Settings &settings) { settings.setKept(false); });
        const Run off = run({u"sync"_s});
        QCOMPARE(off.exitCode, 1);
        QVERIFY2(off.err.contains(u"Settings"_s), qPrintable(off.err));
        QCOMPARE(keptFiles(), QStringList());
        QCOMPARE(world.requests().size(), 0);

        change([](workspace::Settings &settings) {
            settings.setKept(true);
            settings.setContactsEnabled(false);
        });
        const Run sync = run({u"sync"_s});
        QVERIFY2(sync.exitCode == 0, qPrintable(sync.err));
        QCOMPARE(keptFiles(), QStringList{u"workspace-acme.sqlite"_s});
        QCOMPARE(contactRequests(), 0);
        const QStringList command{u"export"_s, u"-o"_s, u"-"_s, u"--from-mirror"_s};
        QCOMPARE(run(command).exitCode, 0);
        const Run search = run(command + QStringList{u"--search"_s, u"a"_s});
        QCOMPARE(search.exitCode, 3);
        QVERIFY2(search.err.contains(u"workspace menu"_s), qPrintable(search.err));

        change([](workspace::Settings &settings) { settings.setContactsEnabled(true); });
        const Run unread = run(command + QStringList{u"--search"_s, u"a"_s});
        QCOMPARE(unread.exitCode, 3);
        QVERIFY2(unread.err.contains(u"aren’t kept"_s), qPrintable(unread.err));
        QCOMPARE(run({u"sync"_s}).exitCode, 0);
        QVERIFY(contactRequests() > 0);
        QCOMPARE(run(command + QStringList{u"--search"_s, u"a"_s}).exitCode, 0);

        // Another key of the account.
        keepKey(u"acme"_s, u"another-key"_s);
        QCOMPARE(run(command).exitCode, 1);
        QCOMPARE(run({u"sync"_s}).exitCode, 0);
        QCOMPARE(run(command).exitCode, 0);
        QCOMPARE(keptFiles(), QStringList{u"workspace-acme.sqlite"_s});
    }
};

QTEST_GUILESS_MAIN(TestAccountCommands)
#include "tst_accountcommands.moc"
