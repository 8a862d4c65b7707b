// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fail.h"
#include "support/files.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/texts.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/common/theme.h"
#include "widgets/export/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

// Of the rows that are loaded and match, in their order. While the dialog is open, the list is
// held, so it may not show all of them.
QStringList matchingIds(Window &window)
{
    QStringList ids;
    window.session.arranger().order().forEach(
        [&](quint32 row) { ids.append(window.session.model().store()->at(row).id()); });
    return ids;
}

// The dialog as Ctrl+E opens it.
class Dialog
{
public:
    explicit Dialog(Window &window)
        : m_window(window)
    {
        window.widget->activateWindow(); // which a dialog before may have been
        if (!QTest::qWaitForWindowActive(window.widget.get()))
            support::fail(u"the window is not active"_s);
        QTest::keyClick(window.table(), Qt::Key_E, Qt::ControlModifier);
        for (auto *candidate : window.page->findChildren<widgets::ExportDialog *>())
            if (candidate->isVisible())
                dialog = candidate;
        if (!dialog)
            support::fail(u"no dialog"_s);
    }

    template <class W>
    W *find(const QString &objectName,
            const support::Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        auto *widget = dialog ? dialog->findChild<W *>(objectName) : nullptr;
        if (!widget)
            support::fail(u"no "_s + objectName, caller);
        return widget;
    }

    void fill(const QString &scope, const QString &format, const QString &fileName) const
    {
        find<QRadioButton>(scope)->click();
        find<QComboBox>(u"formatBox"_s)->setCurrentText(format);
        find<QLineEdit>(u"fileEdit"_s)->setText(fileName);
    }

    void click(const QString &button) const
    {
        auto *found = find<QPushButton>(button);
        QVERIFY2(found->isVisible() && found->isEnabled(), qPrintable(button));
        QTest::mouseClick(found, Qt::LeftButton);
    }

    // Once it has closed, what the window says of it.
    QString progress() const
    {
        if (dialog && dialog->isVisible())
            return find<QLabel>(u"progressLabel"_s)->text();
        const QList<QLabel *> labels = m_window.widget->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible() && label->text().startsWith(u"Exported "))
                return label->text();
        return {};
    }
    QString problem() const { return dialog ? find<QLabel>(u"problemLabel"_s)->text() : QString(); }

    QPointer<widgets::ExportDialog> dialog;

private:
    Window &m_window;
};

QList<QByteArrayList> readTsv(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<QByteArrayList> rows;
    for (const QByteArray &line : file.readAll().trimmed().split('\n'))
        rows.append(line.split('\t'));
    return rows;
}

QJsonArray readJson(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                      : QJsonArray();
}

// The ids in a file, in their order, as a reader that is not ours finds them.
QStringList idsIn(const QString &fileName)
{
    QProcess python;
    python.start(QStringLiteral(QUOIN_PYTHON), {QStringLiteral(QUOIN_READBACK), fileName, u","_s});
    if (!python.waitForFinished() || python.exitCode() != 0)
        support::fail(QString::fromUtf8(python.readAllStandardError()));
    const QJsonDocument file = QJsonDocument::fromJson(python.readAllStandardOutput());
    const QJsonArray rows =
        file.isObject() ? file[u"sheets"][u"Conversations"].toArray() : file.array();
    QStringList ids;
    if (rows.first().isObject()) {
        for (const QJsonValue row : rows)
            ids.append(row[u"id"].toString());
        return ids;
    }
    const QJsonArray titles = rows.first().toArray();
    int column = 0;
    while (column < titles.size() && titles[column].toString() != u"Conversation ID")
        ++column;
    if (column == titles.size())
        support::fail(u"no ids in "_s + fileName);
    for (int row = 1; row < rows.size(); ++row)
        ids.append(rows[row][column].toString());
    return ids;
}

enum class Change { Sort, Search, Refresh, Removal, OtherQuery, Columns, Close };

} // namespace

Q_DECLARE_METATYPE(Change)

class TestExportDialog : public support::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreLessProminentThanWhatTheyCount()
    {
        support::DemoWorld world(60);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const Dialog dialog(window);
        const widgets::Ground &ground = window.widget->themeSource().theme().base.plain;
        for (const auto *name : {"selectedCount", "loadedCount", "everythingCount"}) {
            const QLabel *count = dialog.find<QLabel>(QLatin1String(name));
            QCOMPARE(count->palette().color(count->foregroundRole()), ground.secondary);
        }
    }

    void theFileHasWhatIsOnTheScreen()
    {
        support::DemoWorld world(60);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        QHeaderView &header = *window.table()->horizontalHeader();
        header.moveSection(header.visualIndex(inbox::columnIndex(u"phoneNumberId")), 0);
        header.hideSection(inbox::columnIndex(u"lastActivityAt"));
        header.hideSection(inbox::columnIndex(u"snoozedUntil"));
        header.showSection(inbox::columnIndex(u"id"));
        Dialog dialog(window);
        const QString fileName = m_dir.filePath(u"screen.tsv"_s);
        dialog.fill(u"loadedButton"_s, u"TSV"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.progress().startsWith(u"Exported 60 conversations"),
                     qPrintable(dialog.progress()));
        const QList<QByteArrayList> rows = readTsv(fileName);
        QCOMPARE(rows.size(), 61);
        const QAbstractItemModel &model = *window.table()->model();
        int column = 0;
        for (int place = 0; place < header.count(); ++place) {
            const int shown = header.logicalIndex(place);
            if (header.isSectionHidden(shown))
                continue;
            QCOMPARE(rows[0].value(column),
                     model.headerData(shown, Qt::Horizontal, Qt::DisplayRole).toString().toUtf8());
            for (int row = 0; row < model.rowCount(); ++row) {
                QString text = model.index(row, shown).data().toString();
                if (text.startsWith(u'+')) // which a spreadsheet would run
                    text.prepend(u'\'');
                QCOMPARE(QString::fromUtf8(rows[row + 1].value(column)), text);
            }
            ++column;
        }
        QCOMPARE(rows[0].size(), column);
    }

    void everythingIsFetchedFirst()
    {
        support::DemoWorld world(730);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        Dialog dialog(window);
        QVERIFY(dialog.find<QRadioButton>(u"everythingButton"_s)
                    ->accessibleName()
                    .contains(u"(more than 100)"));
        const QString fileName = m_dir.filePath(u"everything.json"_s);
        dialog.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.progress().startsWith(u"Exported 730 conversations"),
                     qPrintable(dialog.progress()));
        QJsonArray rows = readJson(fileName);
        QStringList ids;
        for (const QJsonValue &row : rows)
            ids.append(row[u"id"_s].toString());
        QCOMPARE(ids, matchingIds(window));
        QCOMPARE(support::undated(window.textOf("Completeness")), u"All 730"_s);
        QTRY_VERIFY(!dialog.dialog);
    }

    void selectedRowsGoOutInTheirOrder()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 9));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        window.select(6);
        QTest::keyClick(window.table(), Qt::Key_Up, Qt::ShiftModifier);
        Dialog dialog(window);
        QCOMPARE(dialog.find<QRadioButton>(u"selectedButton"_s)->accessibleName(),
                 u"Selected rows (2)"_s);
        QVERIFY(dialog.find<QRadioButton>(u"selectedButton"_s)->isChecked());
        const QString fileName = m_dir.filePath(u"selected.json"_s);
        dialog.fill(u"selectedButton"_s, u"JSON"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(dialog.progress().startsWith(u"Exported 2 conversations"));
        const QJsonArray rows = readJson(fileName);
        QCOMPARE(rows[0][u"id"_s].toString(), u"CN6"_s);
        QCOMPARE(rows[1][u"id"_s].toString(), u"CN7"_s);
    }

    void namesAreProposedAndChoicesKept()
    {
        support::DemoWorld world(300);
        {
            Window window(*world.client, world.clock, m_settingsFile);
            QTRY_VERIFY(window.rests());
            Dialog dialog(window);
            const auto *file = dialog.find<QLineEdit>(u"fileEdit"_s);
            QVERIFY2(QRegularExpression(u"/quoin_\\d{4}-\\d\\d-\\d\\d_\\d{4}\\.xlsx$"_s)
                         .match(file->text())
                         .hasMatch(),
                     qPrintable(file->text()));
            dialog.find<QRadioButton>(u"loadedButton"_s)->click(); // and more exist
            QVERIFY(file->text().endsWith(u"_partial.xlsx"));
            dialog.fill(u"loadedButton"_s, u"JSON lines"_s, m_dir.filePath(u"kept.ndjson"_s));
            dialog.click(u"exportButton"_s);
            QTRY_VERIFY(dialog.progress().startsWith(u"Exported 100 conversations"));
        }
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        Dialog dialog(window);
        QCOMPARE(dialog.find<QComboBox>(u"formatBox"_s)->currentText(), u"JSON lines"_s);
        QVERIFY(dialog.find<QLineEdit>(u"fileEdit"_s)->text().startsWith(m_dir.path()));
    }

    // Or a workbook would be called .csv.
    void aTypedEndingChoosesTheFormat()
    {
        support::ScriptedWorld world;
        world.server.says(support::page(1, 3));
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const Dialog dialog(window);
        auto *file = dialog.find<QLineEdit>(u"fileEdit"_s);
        auto *format = dialog.find<QComboBox>(u"formatBox"_s);
        dialog.dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog.dialog);
        const auto type = [&](const QString &name) {
            file->setFocus();
            file->selectAll();
            QTest::keyClicks(file, m_dir.filePath(name));
        };
        QCOMPARE(format->currentText(), u"Excel workbook"_s);
        type(u"typed.tsv"_s);
        QTest::keyClick(file, Qt::Key_Tab);
        QCOMPARE(format->currentText(), u"TSV"_s);
        // Of two with this ending the one that is chosen stays.
        format->setCurrentText(u"CSV"_s);
        QCOMPARE(QFileInfo(file->text()).fileName(), u"typed.csv"_s);
        type(u"again.csv"_s);
        QTest::keyClick(file, Qt::Key_Tab);
        QCOMPARE(format->currentText(), u"CSV"_s);
        // What is no format's ending is a part of the name.
        type(u"v1.2"_s);
        QTest::keyClick(file, Qt::Key_Tab);
        QCOMPARE(format->currentText(), u"CSV"_s);
        QCOMPARE(QFileInfo(file->text()).fileName(), u"v1.2"_s);
        type(u"last.json"_s);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(QFileInfo::exists(m_dir.filePath(u"last.json"_s)));
        QCOMPARE(readJson(m_dir.filePath(u"last.json"_s)).size(), 3);
    }

    void anExistingFileIsReplacedOnlyWhenAskedTwice()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString fileName = m_dir.filePath(u"there.csv"_s);
        QFile old(fileName);
        QVERIFY(old.open(QFile::WriteOnly));
        old.close();
        Dialog dialog(window);
        dialog.fill(u"loadedButton"_s, u"CSV"_s, fileName);
        dialog.click(u"exportButton"_s);
        QVERIFY(dialog.problem().contains(u"already exists"));
        QCOMPARE(QFileInfo(fileName).size(), 0);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(dialog.progress().startsWith(u"Exported 5 conversations"));
        QVERIFY(QFileInfo(fileName).size() > 0);
    }

    void whatCannotBeWrittenIsSaidAndCanBeMended()
    {
        support::DemoWorld world(5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        Dialog dialog(window);
        dialog.fill(u"loadedButton"_s, u"CSV"_s, m_dir.filePath(u"no/folder.csv"_s));
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.problem().contains(u"No such file or directory"),
                     qPrintable(dialog.problem()));
        dialog.find<QComboBox>(u"zoneBox"_s)->setCurrentText(u"Europe/Nowhere"_s);
        dialog.click(u"exportButton"_s);
        QVERIFY(dialog.problem().contains(u"Unknown time zone"));
        dialog.find<QComboBox>(u"zoneBox"_s)->setCurrentText(u"Europe/Berlin"_s);
        dialog.find<QLineEdit>(u"fileEdit"_s)->setText(m_dir.filePath(u"mended.csv"_s));
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(dialog.progress().startsWith(u"Exported 5 conversations"));
        QFile file(m_dir.filePath(u"mended.csv"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().contains("Last activity (Europe/Berlin)"));
    }

    void whatIsIncompleteIsNamedSoOrFetchedAgain()
    {
        support::ScriptedWorld world(
            [](quo::Client::Settings &settings) { settings.retry.unreadableTries = 1; });
        bool isBroken = true;
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (request.line.contains("pageToken=a"))
                return isBroken ? QByteArray("no JSON") : support::page(41, 45);
            return support::page(1, 40, u"a"_s);
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_COMPARE(window.session.status().loaded, 40);
        const QString fileName = m_dir.filePath(u"part.json"_s);
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(dialog.find<QPushButton>(u"partialButton"_s)->isVisible());
        QVERIFY(!dialog.problem().isEmpty());
        dialog.click(u"partialButton"_s);
        QTRY_VERIFY(dialog.progress().startsWith(u"Exported 40 conversations"));
        QVERIFY(!QFileInfo::exists(fileName));
        QCOMPARE(readJson(m_dir.filePath(u"part_partial.json"_s)).size(), 40);
        dialog.click(u"closeButton"_s);
        QTRY_VERIFY(!dialog.dialog);

        // A second time that name is taken, too.
        Dialog second(window);
        second.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        second.click(u"exportButton"_s);
        QTRY_VERIFY(second.find<QPushButton>(u"partialButton"_s)->isVisible());
        second.click(u"partialButton"_s);
        QVERIFY2(second.problem().contains(u"already exists"), qPrintable(second.problem()));
        second.click(u"partialButton"_s);
        QTRY_VERIFY(second.progress().startsWith(u"Exported 40 conversations"));
        second.click(u"closeButton"_s);
        QTRY_VERIFY(!second.dialog);
        isBroken = false;
        Dialog again(window);
        again.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        again.click(u"exportButton"_s);
        if (again.find<QPushButton>(u"retryButton"_s)->isVisible())
            again.click(u"retryButton"_s);
        QTRY_VERIFY2(again.progress().startsWith(u"Exported 45 conversations"),
                     qPrintable(again.progress()));
        QCOMPARE(readJson(fileName).size(), 45);
    }

    // Only once all is read does it turn out that the name is another one.
    void aPartialFileThatIsThereIsReplacedOnlyWhenAskedTwice()
    {
        support::ScriptedWorld world;
        world.server.setFallback([](const support::ScriptedServer::Request &request) {
            if (request.line.contains("pageToken=a"))
                return support::page({support::conversation(u"CN41"_s),
                                      support::conversation(u"CN42"_s, {{u"participants"_s, 7}})});
            return support::page(1, 40, u"a"_s);
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.session.status().loaded >= 40);
        const QString fileName = m_dir.filePath(u"turnsout.json"_s);
        const QString partial = m_dir.filePath(u"turnsout_partial.json"_s);
        support::writeFile(partial, "old");
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.problem().contains(u"turnsout_partial.json” already exists"),
                     qPrintable(dialog.problem()));
        QCOMPARE(support::readFile(partial), "old");
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.progress().startsWith(u"Exported 41 conversations"),
                     qPrintable(dialog.progress()));
        QCOMPARE(readJson(partial).size(), 41);
        QVERIFY(!QFileInfo::exists(fileName));
    }

    void cancellingLeavesNothingAndTheWindowGoesOn()
    {
        support::DemoWorld world(3000, 20);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString fileName = m_dir.filePath(u"cancelled.csv"_s);
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"CSV"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(window.session.status().loaded > 300);
        QVERIFY(window.find<QPushButton>("Stop loading")->isVisible());
        QTest::keyClick(window.table(), Qt::Key_Down); // the list is not blocked
        QVERIFY(window.table()->selectedRow());
        QTest::keyClick(dialog.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog.dialog);
        QVERIFY(!window.session.status().loadingAll);
        QVERIFY(!QFileInfo::exists(fileName));
    }

    void whatIsStoppedElsewhereIsSaidAndCanBeginAgain()
    {
        support::DemoWorld world(3000, 20);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        Dialog dialog(window);
        const QString fileName = m_dir.filePath(u"again.json"_s);
        dialog.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(window.session.status().loaded > 300);
        window.click("Stop loading");
        QVERIFY(dialog.problem().contains(u"Stopped before everything"));
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog.progress().startsWith(u"Exported 3,000 conversations"),
                                 30'000);
        QCOMPARE(readJson(fileName).size(), 3000);
    }

    void theFileIsTheListAtThePressOfExport_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("sort") << Change::Sort;
        QTest::newRow("search") << Change::Search;
        QTest::newRow("refresh") << Change::Refresh;
        QTest::newRow("rows that leave") << Change::Removal;
        QTest::newRow("another query") << Change::OtherQuery;
        QTest::newRow("other columns") << Change::Columns;
        QTest::newRow("the window closes") << Change::Close;
    }

    void theFileIsTheListAtThePressOfExport()
    {
        QFETCH(Change, change);
        using Pair = std::pair<QString, QString>;
        for (const auto &[format, suffix] :
             {Pair(u"Excel workbook"_s, u"xlsx"_s), Pair(u"CSV"_s, u"csv"_s),
              Pair(u"TSV"_s, u"tsv"_s), Pair(u"JSON"_s, u"json"_s),
              Pair(u"JSON lines"_s, u"ndjson"_s)}) {
            constexpr int rows = 500;
            bool haveSomeLeft = false;
            support::ScriptedWorld world;
            world.server.setFallback([&](const support::ScriptedServer::Request &request) {
                if (request.line.contains("userId="))
                    return support::page(9000, 9100);
                QList<QJsonObject> all;
                const bool isChange = request.line.contains("updatedAfter=");
                for (int i = 1; i <= rows + (isChange ? 100 : 0); ++i)
                    if (!haveSomeLeft || i % 2 > 0)
                        all.append(support::conversation(
                            u"CN%1"_s.arg(i),
                            {{u"name"_s, isChange ? u"changed"_s : u"before"_s},
                             {u"updatedAt"_s, isChange ? u"2026-01-03T00:00:00.000Z"_s
                                                       : u"2026-01-02T00:00:00.000Z"_s},
                             {u"lastActivityAt"_s,
                              u"2026-01-%1T00:00:00.000Z"_s.arg(1 + (i * 7 + isChange) % 28, 2, 10,
                                                                QLatin1Char('0'))}}));
                return support::page(all);
            });
            support::ManualClock clock(*quo::parseInstant(u"2026-02-01T12:00:00Z"_s));
            Window window(world.client, clock, m_settingsFile + suffix);
            QTRY_COMPARE(window.session.model().rowCount(), rows);
            QTRY_VERIFY(window.rests());
            QHeaderView &header = *window.table()->horizontalHeader();
            header.showSection(inbox::columnIndex(u"id"));
            const QString fileName = m_dir.filePath(u"moment.%1"_s.arg(suffix));
            support::writeFile(fileName, "old");
            Dialog dialog(window);
            dialog.fill(u"loadedButton"_s, format, fileName);
            dialog.click(u"exportButton"_s); // it ” already exists
            const QStringList expected = window.shownIds();
            dialog.click(u"exportButton"_s);
            switch (change) {
            case Change::Sort:
                QTest::mouseClick(
                    header.viewport(), Qt::LeftButton, Qt::NoModifier,
                    {header.sectionViewportPosition(inbox::columnIndex(u"name")) + 20, 10});
                break;
            case Change::Search:
                window.find<QLineEdit>("Search")->setText(u"zzzz"_s);
                break;
            case Change::Refresh:
                window.session.refresh();
                break;
            case Change::Removal:
                haveSomeLeft = true;
                window.session.reload();
                break;
            case Change::OtherQuery:
                window.state.change(&workspace::Filters::teammate, u"US9"_s);
                clock.advance(support::anyRest);
                break;
            case Change::Columns:
                header.hideSection(inbox::columnIndex(u"id"));
                break;
            case Change::Close:
                window.widget.reset();
                break;
            }
            if (change == Change::Close) {
                // Which of the two it is depends on how far it was.
                if (support::readFile(fileName) != "old")
                    QCOMPARE(idsIn(fileName), expected);
                continue;
            }
            QTRY_VERIFY2(dialog.progress().startsWith(u"Exported 500 conversations"),
                         qPrintable(dialog.progress() + dialog.problem()));
            QCOMPARE(idsIn(fileName), expected);
            if (change != Change::Columns)
                QTRY_VERIFY(matchingIds(window) != expected); // it did change
            haveSomeLeft = false;
        }
    }

    // The list may go on while what was asked for is still being loaded.
    void whatIsLoadedLaterIsWhatWasAskedFor()
    {
        support::DemoWorld world(900, 5);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString fileName = m_dir.filePath(u"later.json"_s);
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"JSON"_s, fileName);
        dialog.find<QCheckBox>(u"manifestBox"_s)->setChecked(true);
        dialog.click(u"exportButton"_s);
        QVERIFY(window.session.status().loaded < 900);
        auto *search = window.find<QLineEdit>("Search");
        QVERIFY(search);
        search->setText(u"zzzz"_s);
        QTRY_VERIFY2(dialog.progress().startsWith(u"Exported 900 conversations"),
                     qPrintable(dialog.progress() + dialog.problem()));
        QCOMPARE(window.session.model().rowCount(), 0);
        search->clear();
        QTRY_COMPARE(window.session.model().rowCount(), 900);
        QCOMPARE(idsIn(fileName), window.shownIds());
        const QJsonDocument manifest =
            QJsonDocument::fromJson(support::readFile(fileName + u".manifest.json"_s));
        QCOMPARE(manifest[u"filters"].toString(), QString());
        QVERIFY(manifest[u"complete"].toBool());
    }

    // Rows, file name and manifest are those of the press, not those of when it was opened.
    void whatIsFilteredWhileTheDialogIsOpenIsInFileNameAndManifest()
    {
        support::DemoWorld world(300);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        Dialog dialog(window);
        dialog.find<QRadioButton>(u"everythingButton"_s)->click();
        dialog.find<QComboBox>(u"formatBox"_s)->setCurrentText(u"JSON"_s);
        dialog.find<QCheckBox>(u"manifestBox"_s)->setChecked(true);
        const QString user = world.workspace.users[0].id;
        window.state.change(&workspace::Filters::teammate, user);
        clock.advance(support::anyRest);
        auto *file = dialog.find<QLineEdit>(u"fileEdit"_s);
        QTRY_VERIFY2(file->text().contains(user), qPrintable(file->text())); // as it is followed
        QTRY_VERIFY(window.rests());
        window.find<QLineEdit>("Search")->setText(u"is:unassigned"_s);
        window.find<QLineEdit>("Search")->setText(u"is:assigned"_s); // which is not shown yet
        file->setText(m_dir.filePath(QFileInfo(file->text()).fileName()));
        const QString fileName = file->text();
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY2(dialog.progress().startsWith(u"Exported "), qPrintable(dialog.problem()));
        QTRY_VERIFY(!window.session.status().isArranging);
        QVERIFY(window.session.model().rowCount() > 0);
        QCOMPARE(idsIn(fileName), matchingIds(window));
        QVERIFY2(fileName.contains(user), qPrintable(fileName));
        const QJsonDocument manifest =
            QJsonDocument::fromJson(support::readFile(fileName + u".manifest.json"_s));
        QVERIFY(manifest[u"filters"].toString().contains(user));
        QVERIFY(manifest[u"filters"].toString().endsWith(u", is:assigned"));
        QVERIFY(manifest[u"requests"][0].toString().contains(user));
        QCOMPARE(manifest[u"rows"].toInt(), window.session.arranger().order().size());
    }

    void otherFiltersWhileLoadingEndTheExportWithASentence()
    {
        support::DemoWorld world(3000, 20);
        support::ManualClock clock(*quo::parseInstant(u"2026-01-01T00:00:00Z"_s));
        Window window(*world.client, clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString fileName = m_dir.filePath(u"other.csv"_s);
        support::writeFile(fileName, "old");
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"CSV"_s, fileName);
        dialog.click(u"exportButton"_s);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(window.session.status().loaded > 300);
        window.state.change(&workspace::Filters::teammate, world.workspace.users[0].id);
        clock.advance(support::anyRest);
        QTRY_VERIFY2(dialog.problem().contains(u"The filters were changed"),
                     qPrintable(dialog.problem()));
        QCOMPARE(support::readFile(fileName), "old");
        // The next one is of the new filters.
        QTRY_VERIFY(window.rests());
        dialog.click(u"exportButton"_s);
        if (dialog.problem().contains(u"already exists"))
            dialog.click(u"exportButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog.progress().startsWith(u"Exported "), 30'000);
        QTRY_VERIFY(window.rests());
        QCOMPARE(readTsv(fileName).size(), window.session.arranger().order().size() + 1);
    }

    void whatBecameOfACancelledExportIsSaid()
    {
        support::DemoWorld world(3000, 20);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        const QString fileName = m_dir.filePath(u"said.csv"_s);
        Dialog dialog(window);
        dialog.fill(u"everythingButton"_s, u"CSV"_s, fileName);
        dialog.click(u"exportButton"_s);
        QTRY_VERIFY(window.session.status().loaded > 300);
        dialog.click(u"closeButton"_s);
        QVERIFY2(window.texts().contains(u"The export was cancelled. Nothing was written to "_s +
                                         fileName),
                 qPrintable(window.texts()));
    }

    void loadAllLoadsAll()
    {
        support::DemoWorld world(730);
        Window window(*world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        auto *button = window.find<QPushButton>("Load all");
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(support::undated(window.textOf("Completeness")), u"All 730"_s);
        QVERIFY(!button->isVisible());
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
