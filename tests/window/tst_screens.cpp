// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programactions.h"
#include "support/program.h"
#include "support/windowtest.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/shell/commandpalette.h"

#include <QApplication>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace {

// But for the frame at its sides, which is a few pixels wide.
bool fits(const QWidget &window)
{
    constexpr int frame = 4;
    return window.screen()
        ->availableGeometry()
        .adjusted(-frame, -frame, frame, frame)
        .contains(window.geometry());
}

QString described(const QWidget &window)
{
    QString text;
    QDebug(&text) << window.metaObject()->className() << window.geometry() << "on"
                  << window.screen()->availableGeometry();
    return text;
}

} // namespace

// What opens is whole on its screen, whatever that is. Sizes are in device-independent pixels: a
// screen of 1920 x 1080 at 200 % has 960 x 540.
class TestScreens : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowFits()
    {
        support::Program program({.settingsFile = m_settingsFile});
        program.controller.openLast(); // the sign-in page
        QTRY_VERIFY(program.window.isVisible());
        QVERIFY2(fits(program.window), qPrintable(described(program.window)));
        program.openDemo();
        QVERIFY2(fits(program.window), qPrintable(described(program.window)));
        // No smaller than it has to be.
        const QSize room = program.window.screen()->availableSize();
        QVERIFY(program.window.width() >= qMin(1280, room.width() - 40));
        QVERIFY(program.window.height() >= qMin(780, room.height() - 80));
    }

    void aKeptSizeOfALargerScreenFits()
    {
        {
            support::Program program({.settingsFile = m_settingsFile});
            program.window.resize(5000, 4000);
            program.window.close();
        }
        support::Program program({.settingsFile = m_settingsFile});
        program.openDemo();
        QVERIFY2(fits(program.window), qPrintable(described(program.window)));
    }

    void whatOpensOverItFits()
    {
        support::Program program({.settingsFile = m_settingsFile});
        const app::ProgramActions actions({program.window, program.controller, program.settings,
                                           m_dir.path(), m_dir.filePath(u"run.log"_s)});
        program.openDemo();
        int opened = 0;
        const QList<QAction *> all = program.window.findChildren<QAction *>();
        for (QAction *action : all) {
            const QString text = action->text();
            const bool opens = text.startsWith(u"Filter by ") || text == u"Command palette" ||
                               text == u"Keyboard shortcuts" || text.endsWith(u"…");
            if (!opens || !action->isEnabled() || text.contains(u"Change") ||
                text.contains(u"Add") || text.contains(u"file"))
                continue;
            action->trigger();
            const QList<QWidget *> windows = QApplication::topLevelWidgets();
            for (QWidget *window : windows) {
                if (!window->isVisible() || window == &program.window)
                    continue;
                ++opened;
                QVERIFY2(fits(*window), qPrintable(text + u": "_s + described(*window)));
                window->close();
            }
        }
        QVERIFY2(opened >= 7, qPrintable(QString::number(opened)));
    }
};

int main(int argc, char **argv)
{
    int failures = 0;
    for (const QSize size : {QSize(3840, 2160), QSize(1366, 768), QSize(1280, 720), QSize(960, 540),
                             QSize(683, 384)}) {
        QTemporaryFile file;
        if (!file.open())
            return 1;
        file.write(QJsonDocument(QJsonObject{{u"screens"_s,
                                              QJsonArray{QJsonObject{{u"name"_s, u"one"_s},
                                                                     {u"x"_s, 0},
                                                                     {u"y"_s, 0},
                                                                     {u"width"_s, size.width()},
                                                                     {u"height"_s, size.height()},
                                                                     {u"logicalDpi"_s, 96},
                                                                     {u"logicalBaseDpi"_s, 96},
                                                                     {u"dpr"_s, 1}}}}})
                       .toJson());
        file.close();
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toUtf8());
        QApplication application(argc, argv);
        if (application.primaryScreen()->size() != size) {
            qWarning("The screen does not have the size that was asked for.");
            return 1;
        }
        TestScreens test;
        failures += QTest::qExec(&test, argc, argv);
    }
    return failures;
}

#include "tst_screens.moc"
