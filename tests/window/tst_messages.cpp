// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programmessages.h"
#include "app/runguard.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/windowtest.h"
#include "widgets/common/messagebar.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// What the program says of itself at a start.
class TestMessages : public support::WindowTest
{
    Q_OBJECT

    struct Program
    {
        workspace::SettingsFile file;
        workspace::ProgramSettings settings{file};
        quo::SystemClock clock;
        widgets::MainWindow window{settings, QLocale::c(), clock};

        explicit Program(const QString &settingsFile)
            : file(settingsFile)
        {
            app::announceSettings(file, window.messages());
            window.showPage(std::make_unique<QWidget>(), u"Test"_s);
            window.show();
        }

        QString texts() const
        {
            QString texts;
            for (const QLabel *label : window.findChildren<QLabel *>())
                if (label->isVisible())
                    texts += label->text() + u'\n';
            return texts;
        }

        template <class Button>
        void click(const QString &name)
        {
            for (Button *button : window.findChildren<Button *>())
                if (button->isVisible() &&
                    (button->text() == name || button->accessibleName() == name))
                    return QTest::mouseClick(button, Qt::LeftButton);
            support::fail(u"no button "_s + name);
        }
    };

    // Where two runs are found that ended without saying so; 'of it' is in the log of the later.
    QString folderOfCrashes(bool isRestoring) const
    {
        const QString folder = QFileInfo(m_settingsFile).path() + u"/runs"_s;
        const pid_t run = ::fork();
        if (run == 0) {
            const app::RunGuard earlier(folder);
            app::RunGuard later(folder);
            support::writeFile(earlier.logFile(), "of another");
            support::writeFile(later.logFile(), "of it");
            later.setRestoring(isRestoring);
            ::_exit(0);
        }
        ::waitpid(run, nullptr, 0);
        return folder;
    }

private Q_SLOTS:
    void aGoodStartSaysNothing()
    {
        Program program(m_settingsFile);
        QCOMPARE(program.texts(), QString());
        QVERIFY(!program.window.messages().isVisible());
    }

    void aDamagedFileIsNamedAndItsFolderShown()
    {
        support::writeFile(m_settingsFile, QByteArray("\0", 1));
        support::LinkCatcher catcher(u"file"_s);
        Program program(m_settingsFile);
        QVERIFY(program.texts().contains(u"was damaged"));
        QVERIFY(program.texts().contains(QFileInfo(program.file.setAside()->fileName).fileName()));
        program.click<QPushButton>(u"Show folder"_s);
        QCOMPARE(catcher.opened.toLocalFile(), QFileInfo(m_settingsFile).path());
        program.click<QToolButton>(u"Close this message"_s);
        QCOMPARE(program.texts(), QString());
        QVERIFY(!program.window.messages().isVisible());
    }

    void aNewerFileIsNamed()
    {
        support::writeFile(m_settingsFile, "[settings]\nversion=2\n");
        const Program program(m_settingsFile);
        QVERIFY(program.texts().contains(u"newer version of Quoin"));
    }

    void whatCannotBeReadIsNamedUntilItIsSetAgain()
    {
        support::writeFile(m_settingsFile, "[demo]\nrefreshInterval=often\nviews\\a={\n\n"
                                           "[program]\nproxy=sideways\n\n"
                                           "[settings]\nversion=1\n");
        Program program(m_settingsFile);
        program.settings.preferences();
        QTRY_VERIFY(program.texts().contains(u": proxy"));
        workspace::Settings workspace(program.file, u"demo"_s);
        workspace.refreshInterval();
        workspace.views();
        QTRY_VERIFY(program.texts().contains(u"automatic refresh"));
        QVERIFY(program.texts().contains(u"a saved view"));
        workspace.setRefreshInterval(30);
        QTRY_VERIFY(!program.texts().contains(u"automatic refresh"));
        QVERIFY(program.texts().contains(u"a saved view"));
        program.settings.setPreferences({});
        program.file.remove(u"demo"_s);
        QTRY_COMPARE(program.texts(), QString());
    }

    void whatIsNotKeptIsSaidUntilItIs()
    {
        support::writeFile(m_settingsFile, "a file where a folder should be");
        Program program(m_settingsFile + u"/quoin.ini"_s);
        program.settings.setLastAccount(u"a"_s);
        QTRY_VERIFY(program.texts().contains(u"Changes last until you quit"));
        QVERIFY(QFile::remove(m_settingsFile));
        program.click<QPushButton>(u"Try again"_s);
        QTRY_COMPARE(program.texts(), QString());
        QVERIFY(QFile::exists(m_settingsFile + u"/quoin.ini"_s));
    }

    void aCrashIsSaidAndItsLogShown()
    {
        const app::RunGuard guard(folderOfCrashes(false));
        QCOMPARE(guard.crashLogs().size(), 2);
        support::LinkCatcher catcher(u"file"_s);
        Program program(m_settingsFile);
        app::announceCrash(guard, program.window.messages());
        QVERIFY(program.texts().contains(u"closed unexpectedly"));
        QVERIFY(program.texts().contains(u"are restored"));
        program.click<QPushButton>(u"Show log"_s);
        QCOMPARE(support::readFile(catcher.opened.toLocalFile()), "of it");
    }

    void aCrashOfWhatWasShownAgainIsSaid()
    {
        const app::RunGuard guard(folderOfCrashes(true));
        Program program(m_settingsFile);
        app::announceCrash(guard, program.window.messages());
        QVERIFY(program.texts().contains(u"started with a clean list"));
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
