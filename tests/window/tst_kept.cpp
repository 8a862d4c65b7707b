// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"
#include "app/programactions.h"
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/program.h"
#include "support/texts.h"
#include "support/windowtest.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workspacemenu.h"
#include "workspace/mirrorfile.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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

} // namespace

// What is kept of a workspace on this computer, as the user sees it.
class TestKept : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<support::DemoWorld> m_world;

    QString folder() const { return m_home->filePath(u"data"_s); }
    support::Program::Options options() const
    {
        return {.settingsFile = m_home->filePath(u"quoin.ini"_s),
                .baseUrl = m_world->baseUrl(),
                .demoConversations = 60,
                .dataFolder = folder()};
    }

    static quo::ApiKey key(const char *text = "demo")
    {
        return quo::ApiKey::fromUserInput(QLatin1String(text));
    }

    // Of the key from outside.
    QString fileName(const quo::ApiKey &of = key()) const
    {
        return workspace::mirrorFileOf(folder(), m_world->baseUrl(), of)->fileName;
    }

    // All but the salt.
    QStringList files() const
    {
        QStringList names = QDir(folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        names.removeAll(u"salt"_s);
        return names;
    }

    // A run that reads everything and keeps it.
    void fill()
    {
        Program program(options());
        program.controller.openWithKey(key());
        waitUntilKept(program);
    }

    static void waitUntilKept(Program &program)
    {
        QTRY_VERIFY(!program.open().directory.isLoading());
        QTRY_VERIFY(program.open().contacts.problem() == std::nullopt);
    }

private Q_SLOTS:
    void init()
    {
        support::WindowTest::init();
        m_home = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<support::DemoWorld>(conversations);
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
        program.open().readContactsAgain();
        waitUntilKept(program);
        QCOMPARE(files(), QStringList());
        Program next(options());
        next.controller.openWithKey(key());
        waitUntilKept(next);
        QCOMPARE(files(), QStringList());
        next.openSettings();
        QVERIFY(!next.inDialog<QCheckBox>("keptBox")->isChecked());
        QCOMPARE(next.inDialog<QLabel>("keptLabel")->text(), u"Nothing yet"_s);
        next.inDialog<QCheckBox>("keptBox")->click();
        next.press(QDialogButtonBox::Ok);
        QTRY_VERIFY(QFile::exists(fileName()));
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
        QFile before(fileName()); // which stays another file than the one after
        QVERIFY(before.open(QFile::ReadOnly));
        program.openSettings();
        program.clickLink(u"Delete now"_s);
        QCOMPARE(program.inDialog<QLabel>("keptLabel")->text(),
                 u"Deleted. What is open is being kept anew."_s);
        QVERIFY(program.dialog()); // it is still open
        program.press(QDialogButtonBox::Cancel);
        QTRY_VERIFY(QFile::exists(fileName()));
        QTRY_VERIFY(program.open().kept.writer()->isOpen());
        QVERIFY(!program.open().kept.problem());
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
        auto *field = program.find<QLineEdit>("API key");
        field->setText(u"demo"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(program.controller.openWorkspace());
        waitUntilKept(program);
        const QString id = program.open().account.id;
        QVERIFY(QFile::exists(workspace::mirrorFileName(folder(), id)));
        auto *menu = program.window.findChild<widgets::WorkspaceMenu *>();
        Q_EMIT menu->signOutRequested();
        QTRY_VERIFY(!program.controller.openWorkspace());
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
        QTest::newRow("no folder") << u"no folder"_s << u"isn’t writable."_s << u"Try again"_s;
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
        QTRY_VERIFY(!program.open().directory.isLoading());
        QTRY_VERIFY(program.open().session.status().loaded > 0);
        QCOMPARE(program.texts().count(says), 1);
    }

    void anotherWindowThatKeepsItIsNoAlarm()
    {
        fill();
        Program first(options());
        first.controller.openWithKey(key());
        waitUntilKept(first);
        Program second(options());
        second.controller.openWithKey(key());
        QTRY_VERIFY(second.texts().contains(u"Another Quoin window keeps this workspace"));
        waitUntilKept(second);
        QVERIFY(!first.texts().contains(u"Another Quoin window"));
        second.openSettings();
        QCOMPARE(second.inDialog<QLabel>("keptLabel")->text(), u"Kept by another Quoin window"_s);
    }
};

QTEST_MAIN(TestKept)
#include "tst_kept.moc"
