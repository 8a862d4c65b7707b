// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowcopy.h"
#include "support/json.h"
#include "support/timeouts.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/messagebar.h"
#include "widgets/export/exportdialog.h"
#include "widgets/inbox/conversationactions.h"
#include "words/viewsettings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

constexpr int perPage = 2500;

// So many rows, in pages.
std::function<QByteArray(const support::ScriptedServer::Request &)> pages(int rows)
{
    return [rows](const support::ScriptedServer::Request &request) {
        const qsizetype at = request.line.indexOf("pageToken=p");
        const int first = at < 0 ? 1 : request.line.mid(at + 11, 6).toInt();
        const int last = qMin(rows, first + perPage - 1);
        return support::page(first, last,
                             last == rows
                                 ? std::nullopt
                                 : std::optional(u"p%1"_s.arg(last + 1, 6, 10, QLatin1Char('0'))));
    };
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

QPushButton *buttonIn(const QWidget &part, const QString &text)
{
    const QList<QPushButton *> buttons = part.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

QPushButton *buttonOf(const Window &window, const QString &text)
{
    return buttonIn(*window.page, text);
}

exporting::RowSource selected(Window &window)
{
    inbox::InboxModel &model = window.session.model();
    return {model.rows(), window.table()->selectedOrder(),
            words::shownColumns(window.state.shown().columns), model.names().snapshot()};
}

} // namespace

// Many rows on their way to the clipboard.
class TestCopy : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCopiedIsTheMomentOfTheKey()
    {
        support::ScriptedWorld world;
        world.server.setFallback(pages(2000));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QGuiApplication::clipboard()->setText(u"before"_s);
        window.table()->selectAll();
        const exporting::CopiedRows expected =
            exporting::copied(selected(window), exporting::CopyFormat::Table);
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        // Whatever comes next is not copied.
        QTest::keyClick(window.table(), Qt::Key_Home);
        window.find<QLineEdit>("Search")->setText(u"CN77"_s);
        QTRY_VERIFY_WITH_TIMEOUT(clipboard() != u"before", support::workTimeout);
        QCOMPARE(clipboard(), expected.text); // at once, when it is whole
        QCOMPARE(clipboard().count(u'\n'), 2000);
        const QMimeData *formats = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(formats->html(), expected.html);
        QCOMPARE(formats->data(u"text/tab-separated-values"_s), expected.tsv);
    }

    void aLongCopyIsToldAndCanBeStopped()
    {
        support::ScriptedWorld world;
        world.server.setFallback(pages(widgets::ConversationActions::mostCopied + 1));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.session.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(window.session.model().rowCount(),
                                  widgets::ConversationActions::mostCopied + 1, 60'000);
        QGuiApplication::clipboard()->setText(u"before"_s);

        // So many are for a file.
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(window.texts().contains(u"50,001 rows are selected, and at most 50,000"),
                 qPrintable(window.texts()));
        QVERIFY(buttonOf(window, u"Export…"_s));
        QTest::mouseClick(buttonOf(window, u"Export…"_s), Qt::LeftButton);
        auto *dialog = window.page->findChild<widgets::ExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *scope = dialog->findChild<QRadioButton *>(u"selectedButton"_s);
        QVERIFY(scope->isChecked());
        QCOMPARE(scope->accessibleName(), u"Selected rows (50,001)"_s);
        QVERIFY(!buttonOf(window, u"Export…"_s)); // which has been followed
        dialog->close();
        window.widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
        window.table()->setFocus();

        const inbox::InboxModel &model = window.session.model();
        window.table()->selectionModel()->select(
            QItemSelection(model.index(1, 0),
                           model.index(model.rowCount() - 1, model.columnCount() - 1)),
            QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        auto *bar = window.page->findChild<widgets::MessageBar *>();
        QTRY_VERIFY2(window.texts().contains(u" of 50,000 rows"), qPrintable(window.texts()));
        QPushButton *const stop = buttonIn(*bar, u"Stop"_s);
        QVERIFY(stop);
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(window.texts().contains(u"Copying was stopped. The clipboard is as it was."));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents(); // nothing comes any more
        window.table()->setFocus();
        QCOMPARE(clipboard(), u"before"_s);

        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(clipboard() != u"before", support::workTimeout);
        QCOMPARE(clipboard().count(u'\n'), 50'000);
        QVERIFY(window.texts().contains(u"The rows were copied."));
    }

    void aWindowThatIsClosedCopiesNothing()
    {
        support::ScriptedWorld world;
        world.server.setFallback(pages(2000));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QGuiApplication::clipboard()->setText(u"before"_s);
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
        window.widget.reset();
        QTest::qWait(100);
        QCOMPARE(clipboard(), u"before"_s);
    }
};

QTEST_MAIN(TestCopy)
#include "tst_copy.moc"
