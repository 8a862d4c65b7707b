// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openworkspace.h"
#include "app/programactions.h"
#include "app/runlog.h"
#include "support/fail.h"
#include "support/files.h"
#include "support/json.h"
#include "support/program.h"
#include "support/scriptedserver.h"
#include "support/texts.h"
#include "support/windowtest.h"
#include "widgets/common/theme.h"
#include "widgets/export/exportdialog.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/searchfield.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/shortcutsheet.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QJsonArray>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Program : support::Program
{
    app::RunLog log;
    app::ProgramActions actions;

    Program(const QString &settingsName, const QString &runFolder)
        : support::Program({.settingsFile = settingsName})
        , log(runFolder + u"/run-1.log"_s)
        , actions({window, controller, settings, runFolder, log.fileName()})
    {
    }

    // As Ctrl+K would, whose own tests are elsewhere.
    void run(const QString &name)
    {
        const QList<QAction *> all = window.actions();
        for (QAction *action : all)
            if (QString(action->text()).remove(u'&') == name)
                return action->trigger();
        support::fail(u"no action "_s + name);
    }

    // The dialog that is open.
    QDialog *dialog() const
    {
        const QList<QDialog *> all = window.findChildren<QDialog *>();
        for (QDialog *candidate : all)
            if (candidate->isVisible())
                return candidate;
        return nullptr;
    }

    template <class W>
    W *find(const QString &objectName,
            const support::Caller &caller = {__builtin_FILE(), __builtin_LINE()}) const
    {
        auto *widget = dialog() ? dialog()->findChild<W *>(objectName) : nullptr;
        if (!widget)
            support::fail(u"no "_s + objectName, caller);
        return widget;
    }

    void choose(const QString &box, const QString &text) const
    {
        auto *found = find<QComboBox>(box);
        const int row = found->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        found->setCurrentIndex(row);
    }

    void press(QDialogButtonBox::StandardButton button) const
    {
        QTest::mouseClick(find<QDialogButtonBox>(u"buttons"_s)->button(button), Qt::LeftButton);
    }

    QString problem() const { return find<QLabel>(u"problemLabel"_s)->text(); }

    QString messages() const
    {
        QString texts;
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (label->isVisible())
                texts += label->text() + u'\n';
        return texts;
    }
};

} // namespace

class TestProgramActions : public support::WindowTest
{
    Q_OBJECT

    QTemporaryDir m_runs;

    // What the section KEYS has: keys by the names of what they do.
    static QMap<QString, QString> keysInManPage()
    {
        const QString page = QString::fromUtf8(support::readFile(QStringLiteral(QUOIN_MAN_PAGE)));
        const QString section = page.section(u".SH KEYS\n"_s, 1).section(u"\n.SH"_s, 0, 0);
        const QStringList entries = section.split(u".TP\n"_s).mid(1);
        QMap<QString, QString> all;
        for (const QString &entry : entries) {
            const QStringList lines = entry.split(u'\n');
            const QString keys =
                QString(lines.first().mid(3)).replace(u"\\e"_s, u"\\"_s); // after '.B '
            const QString name = lines.value(1);
            if (!name.endsWith(u" 1 to 9"))
                all.insert(name, keys);
            else
                for (char16_t digit = u'1'; digit <= u'9'; ++digit)
                    all.insert(name.chopped(6) + digit,
                               keys.section(u" to "_s, 0, 0).chopped(1) + digit);
        }
        return all;
    }

private Q_SLOTS:
    void theManPageHasTheKeys()
    {
        Program program(m_settingsFile, m_runs.path());
        program.openDemo();
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QTest::keyClick(&program.window, Qt::Key_F1);
        auto *sheet = program.window.findChild<widgets::ShortcutSheet *>();
        QVERIFY(sheet->isVisible());
        QMap<QString, QString> keys;
        const QList<QLabel *> labels = sheet->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            if (const QString all = label->accessibleDescription(); !all.isEmpty())
                keys.insert(label->accessibleName().isEmpty() ? label->text()
                                                              : label->accessibleName(),
                            all.section(u", "_s, 0, 0));
        // A desktop says what quits, and here is none.
        if (QKeySequence::keyBindings(QKeySequence::Quit).isEmpty())
            keys.insert(u"Quit"_s, u"Ctrl+Q"_s);
        QVERIFY(keys.size() > 20);
        const QMap<QString, QString> told = keysInManPage();
        QCOMPARE(told.keys(), keys.keys());
        for (auto it = keys.cbegin(); it != keys.cend(); ++it)
            QCOMPARE(it.key() + u": "_s + told.value(it.key()), it.key() + u": "_s + it.value());
    }

    void aSearchSaysThatContactsAreSwitchedOff()
    {
        Program program(m_settingsFile, m_dir.path());
        program.openDemo();
        auto *search = program.window.findChild<widgets::SearchField *>();
        const auto says = [&](const QString &text) {
            const QList<QLabel *> labels = program.window.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&text](const QLabel *label) {
                return label->accessibleName() == u"Completeness" &&
                       support::undated(label->text()).endsWith(text);
            });
        };
        search->setText(u"a"_s);
        QTRY_VERIFY(says(u" of 60"_s));
        const auto toggle = [&] {
            const QList<QAction *> all = program.window.findChildren<QAction *>();
            for (QAction *action : all)
                if (action->text() == u"Show &contact names")
                    return action->trigger();
            support::fail(u"no such action"_s);
        };
        toggle();
        QTRY_VERIFY(says(u" of 60, incomplete: contact names not searched"_s));
        toggle();
        QTRY_VERIFY(says(u" of 60"_s));
    }

    void anotherTimeZoneIsShownAtOnceAndKept()
    {
        {
            Program program(m_settingsFile, m_runs.path());
            program.openDemo();
            auto *search = program.window.findChild<widgets::SearchField *>();
            search->setText(u"ana"_s);
            QTest::keyClick(&program.window, Qt::Key_Comma, Qt::ControlModifier);
            program.choose(u"zoneBox"_s, u"Asia/Tokyo"_s);
            program.press(QDialogButtonBox::Ok);
            QVERIFY(!program.dialog());
            program.waitForRows();
            const inbox::Reader &reader = program.controller.openWorkspace()->names.reader();
            QCOMPARE(reader.zone, QTimeZone("Asia/Tokyo"));
            // What was shown is shown again.
            QCOMPARE(program.window.findChild<widgets::SearchField *>()->text(), u"ana"_s);
        }
        Program again(m_settingsFile, m_runs.path());
        again.openDemo();
        QCOMPARE(again.controller.openWorkspace()->names.reader().zone, QTimeZone("Asia/Tokyo"));
    }

    void aZoneIsTypedInAnyCaseOrRefused()
    {
        Program program(m_settingsFile, m_runs.path());
        program.run(u"Settings…"_s);
        auto *zone = program.find<QComboBox>(u"zoneBox"_s);
        zone->setCurrentText(u"Atlantis/Poseidonis"_s);
        program.press(QDialogButtonBox::Ok);
        QVERIFY(program.problem().contains(u"Atlantis/Poseidonis"_s));
        QVERIFY(program.problem().contains(u"Europe/Berlin"_s));
        QCOMPARE(program.settings.preferences(), workspace::Preferences());
        zone->setCurrentText(u"europe/lisbon"_s);
        program.press(QDialogButtonBox::Ok);
        QVERIFY(!program.dialog());
        QCOMPARE(program.settings.preferences().timeZone, u"Europe/Lisbon"_s);
    }

    void aProxyNeedsItsHost()
    {
        Program program(m_settingsFile, m_runs.path());
        program.run(u"Settings…"_s);
        auto *host = program.find<QLineEdit>(u"hostEdit"_s);
        QVERIFY(!host->isEnabled());
        program.choose(u"proxyBox"_s, u"SOCKS 5"_s);
        QVERIFY(host->isEnabled());
        program.press(QDialogButtonBox::Ok);
        QVERIFY(program.problem().contains(u"host"_s));
        QTest::keyClicks(host, u"no host"_s);
        QVERIFY(program.problem().isEmpty());
        program.press(QDialogButtonBox::Ok);
        QVERIFY(!program.problem().isEmpty());
        host->clear();
        QTest::keyClicks(host, u"10.0.0.7"_s);
        program.find<QSpinBox>(u"portBox"_s)->setValue(1080);
        program.press(QDialogButtonBox::Ok);
        QVERIFY(!program.dialog());
        const workspace::Proxy expected{workspace::Proxy::Kind::Socks5, u"10.0.0.7"_s, 1080};
        QCOMPARE(program.settings.preferences().proxy, expected);
    }

    void cancelChangesNothing()
    {
        Program program(m_settingsFile, m_runs.path());
        program.openDemo();
        program.run(u"Settings…"_s);
        program.choose(u"zoneBox"_s, u"Asia/Tokyo"_s);
        program.choose(u"refreshBox"_s, u"Every 5 minutes"_s);
        QVERIFY(program.dialog());
        QTest::keyClick(program.dialog(), Qt::Key_Escape);
        QVERIFY(!program.dialog());
        QCOMPARE(program.settings.preferences(), workspace::Preferences());
        QCOMPARE(program.controller.openWorkspace()->settings.refreshInterval(), 60);
    }

    void aWorkspaceHasItsOwn()
    {
        Program program(m_settingsFile, m_runs.path());
        program.openDemo();
        program.run(u"Settings…"_s);
        program.choose(u"refreshBox"_s, u"Every 5 minutes"_s);
        program.choose(u"exportBox"_s, u"TSV"_s);
        program.press(QDialogButtonBox::Ok);
        // The menu shows the same.
        const QList<QAction *> actions = program.window.findChildren<QAction *>();
        QStringList checked;
        for (const QAction *action : actions)
            if (action->isChecked() && action->text().startsWith(u"Every"_s))
                checked.append(QString(action->text()).remove(u'&'));
        QCOMPARE(checked, QStringList{u"Every 5 minutes"_s});
        QCOMPARE(program.controller.openWorkspace()->settings.refreshInterval(), 300);
        QTest::keyClick(program.controller.inboxPage(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(program.dialog());
        QCOMPARE(program.find<QComboBox>(u"formatBox"_s)->currentText(), u"TSV"_s);
    }

    void withoutAWorkspaceThereIsNothingOfIt()
    {
        Program program(m_settingsFile, m_runs.path());
        program.run(u"Settings…"_s);
        QVERIFY(!program.find<QWidget>(u"workspaceBox"_s)->isVisible());
        program.press(QDialogButtonBox::Ok);
        QVERIFY(!program.dialog());
    }

    void anotherLanguageIsForTheNextStart()
    {
        Program program(m_settingsFile, m_runs.path());
        program.run(u"Settings…"_s);
        program.choose(u"languageBox"_s, u"Deutsch"_s);
        program.press(QDialogButtonBox::Ok);
        QCOMPARE(program.settings.preferences().language, u"de"_s);
        QVERIFY(program.messages().contains(u"Restart Quoin"_s));
    }

    void diagnosticsSayNothingOfPeople()
    {
        Program program(m_settingsFile, m_runs.path());
        program.openDemo();
        qInfo("cannot open \"%s\"", qPrintable(QDir::home().filePath(u"secret.txt"_s)));
        program.run(u"Copy diagnostics"_s);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(u"Qt: 6."_s), qPrintable(text));
        QVERIFY2(text.contains(u"Loaded: 60, shown 60"_s), qPrintable(text));
        QVERIFY2(text.contains(u"List: ended"_s), qPrintable(text));
        QVERIFY(text.contains(QRegularExpression(u"Lines: \\d+, unreadable 0\n"_s)));
        QVERIFY(text.contains(QRegularExpression(u"Teammates: \\d+, unreadable 0\n"_s)));
        QVERIFY2(text.contains(QRegularExpression(
                     u"GET /v1/conversations 200, \\d+ ms, try 1, ok, \\d+ bytes\n"_s)),
                 qPrintable(text));
        QVERIFY2(text.contains(u"cannot open"_s), qPrintable(text)); // the log's end
        QVERIFY(program.messages().contains(u"Diagnostics copied"_s));

        const auto &workspace = *program.controller.openWorkspace();
        QStringList secrets{u"secret.txt"_s, QDir::homePath(), workspace.account.baseUrl.host(),
                            workspace.account.name};
        for (const quo::Line &line : workspace.directory.directory().lines())
            secrets.append({line.id, line.number, line.name});
        for (const quo::Teammate &teammate : workspace.directory.directory().teammates())
            secrets.append({teammate.id, teammate.firstName, teammate.lastName, teammate.email});
        for (int row = 0; row < 60; ++row) {
            const auto conversation =
                *program.controller.openWorkspace()->session.model().rowAt(row);
            secrets.append(conversation.id());
            secrets.append(conversation.participants());
        }
        QVERIFY(secrets.size() > 150);
        for (const QString &secret : std::as_const(secrets))
            if (secret.size() > 2) // '/' is a home as well
                QVERIFY2(!text.contains(secret), qPrintable(secret));
    }

    void theLogOfThisRunAndOfCrashesAreShown()
    {
        const QString crash = m_runs.filePath(u"crash-20260101-120000000-2.log"_s);
        QFile file(crash);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("crashed with signal 11 at\n");
        file.close();
        Program program(m_settingsFile, m_runs.path());
        program.run(u"Log…"_s);
        QVERIFY(program.dialog());
        auto *text = program.dialog()->findChild<QPlainTextEdit *>();
        QVERIFY2(text->toPlainText().contains(u"Qt 6."_s), qPrintable(text->toPlainText()));
        program.dialog()->findChild<QComboBox *>()->setCurrentIndex(1);
        QCOMPARE(text->toPlainText().trimmed(), u"crashed with signal 11 at"_s);
        for (QPushButton *button : program.dialog()->findChildren<QPushButton *>())
            if (button->text() == u"&Copy"_s)
                button->click();
        QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"crashed with signal 11 at"_s);
        QFile::remove(crash);
    }

    void theLastRequestsAreShown()
    {
        Program program(m_settingsFile, m_runs.path());
        program.openDemo();
        program.run(u"Log…"_s);
        QVERIFY(program.dialog());
        auto *box = program.dialog()->findChild<QComboBox *>();
        QPushButton *folder = nullptr;
        for (QPushButton *button : program.dialog()->findChildren<QPushButton *>())
            if (button->text() == u"&Show in folder"_s)
                folder = button;
        QVERIFY(folder && folder->isEnabled());
        box->setCurrentIndex(box->findText(u"Last requests"_s));
        const QString text = program.dialog()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(text.contains(QRegularExpression(u"GET /v1/conversations 200, .* ok, "_s)),
                 qPrintable(text));
        QVERIFY(!folder->isEnabled());
    }

    void aboutHasItsLicence()
    {
        Program program(m_settingsFile, m_runs.path());
        program.run(u"About Quoin…"_s);
        QVERIFY(program.dialog());
        QVERIFY(program.dialog()->findChild<QTreeWidget *>()->topLevelItemCount() > 5);
        QVERIFY(program.dialog()->findChild<QPlainTextEdit *>()->toPlainText().contains(
            u"GNU GENERAL PUBLIC LICENSE"_s));
        const QList<QLabel *> labels = program.dialog()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(u"Not affiliated with Quo");
        }));
    }

    // In no dialog of the program two controls have one mnemonic, and Return does what is filled.
    void dialogsCanBeUsedByKeyboard_data()
    {
        QTest::addColumn<QString>("action");
        for (const auto &action : {u"Settings…"_s, u"Log…"_s, u"About Quoin…"_s})
            QTest::newRow(qPrintable(action)) << action;
    }

    void dialogsCanBeUsedByKeyboard()
    {
        QFETCH(QString, action);
        Program program(m_settingsFile, m_runs.path());
        program.run(action);
        QDialog *dialog = program.dialog();
        QVERIFY(dialog);
        QSet<QString> seen;
        const auto look = [&seen](const QString &text) {
            const QString keys = QKeySequence::mnemonic(text).toString();
            QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(text));
            seen.insert(keys);
        };
        for (const auto *button : dialog->findChildren<QAbstractButton *>())
            look(button->text());
        for (const auto *label : dialog->findChildren<QLabel *>())
            if (label->buddy())
                look(label->text());
        for (const auto *tabs : dialog->findChildren<QTabBar *>())
            for (int i = 0; i < tabs->count(); ++i) {
                look(tabs->tabText(i));
                // The names of two tabs do not run into each other.
                const int text =
                    tabs->fontMetrics().size(Qt::TextShowMnemonic, tabs->tabText(i)).width();
                QVERIFY(tabs->tabRect(i).width() >= text + widgets::space::wide);
            }
        QVERIFY(!seen.isEmpty());
        // Nothing of them is hidden where the screen has room.
        for (const auto *area : dialog->findChildren<QScrollArea *>())
            if (area->widget() && area->isVisible()) {
                QVERIFY(area->viewport()->width() >= area->widget()->minimumSizeHint().width());
                QVERIFY(area->viewport()->height() >= area->widget()->minimumSizeHint().height());
            }
        // They lie on the surface of the list.
        QCOMPARE(dialog->grab().toImage().pixelColor(3, 3),
                 dialog->palette().color(QPalette::Base));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
    }

    void aContactIsRecognisedByANumberWithoutItsCountry()
    {
        support::ScriptedServer server;
        server.setFallback([](const support::ScriptedServer::Request &request) -> QByteArray {
            if (request.line.contains("/phone-numbers"))
                return R"({"data":[{"id":"PN1","number":"+442079460001","name":"London"}]})";
            if (request.line.contains("/contacts"))
                return R"({"data":[{"id":"CT1","defaultFields":{"firstName":"Cleo","lastName":null,)"
                       R"("company":null,"phoneNumbers":[{"value":"020 7946 0018"}]}}],)"
                       R"("totalItems":1,"nextPageToken":null})";
            if (request.line.contains("/conversations"))
                return support::page({support::conversation(
                    u"CN1"_s, {{u"name"_s, QJsonValue()},
                               {u"participants"_s, QJsonArray{u"+442079460018"_s}}})});
            return R"({"data":[],"totalItems":0,"nextPageToken":null})";
        });
        support::Program program({.settingsFile = m_settingsFile, .baseUrl = server.baseUrl()});
        program.controller.openWithKey(quo::ApiKey::fromUserInput(u"canary-key"_s));
        const inbox::InboxModel &model = program.controller.openWorkspace()->session.model();
        const int name = inbox::columnIndex(u"name");
        QTRY_VERIFY(model.index(0, name).data().toString().startsWith(u"Cleo · "));
    }
};

QTEST_MAIN(TestProgramActions)
#include "tst_programactions.moc"
