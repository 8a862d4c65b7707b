// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/inbox/savedviews.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::Window;

namespace {

const QString megabyte = QString(1 << 20, u'W');

// What somebody may call themselves, of whom a browser or a terminal would do as they say.
QStringList hostileTexts(const QUrl &tracker)
{
    return {u"<img src=\"%1/pixel.png\">"_s.arg(tracker.toString()),
            u"<a href=\"%1/link\">click</a>"_s.arg(tracker.toString()),
            u"<style>* { color: white }</style><h1>Urgent</h1>"_s,
            u"\u001b[2J\u001b]0;owned\u0007"_s,
            u"Ana \u202Egnp.exe"_s,
            u"\u2067\u2067\u2067never closed"_s,
            QString::fromUtf16(u"before\0after", 12),
            megabyte,
            QString(5000, u'\n') + u"below"_s,
            u"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"_s,
            u"%1 %2 %n &amp; && {0}"_s};
}

bool isHarmful(QChar c)
{
    return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) ||
           (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t');
}

} // namespace

// A workspace in which everybody has an odd name and sends odd messages.
class TestHostile : public support::WindowTest
{
    Q_OBJECT

    // Everything in the window that says something says it as text.
    static void verifyTexts(const Window &window)
    {
        for (const QWidget *widget : window.widget->findChildren<QWidget *>()) {
            const QString toolTip = widget->toolTip();
            QVERIFY2(!toolTip.contains(u"<img") && !toolTip.contains(u"<a "), qPrintable(toolTip));
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (!label)
                continue;
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                     qPrintable(label->text().left(100)));
            QVERIFY2(label->text().size() < 5000, qPrintable(label->objectName()));
            QVERIFY2(std::ranges::none_of(label->text(), isHarmful), qPrintable(label->text()));
        }
    }

private Q_SLOTS:
    void whatPeopleWriteIsShownAsText()
    {
        support::ScriptedServer tracker;
        const QStringList texts = hostileTexts(tracker.baseUrl());
        support::ScriptedWorld world;
        world.server.setFallback([&texts](const support::ScriptedServer::Request &request) {
            if (request.line.contains("/v1/conversations")) {
                QList<QJsonObject> rows;
                for (const QString &text : texts)
                    rows.append(
                        support::conversation(u"CN%1"_s.arg(rows.size()), {{u"name"_s, text}}));
                // Named by its contact.
                rows.append(support::conversation(u"CNcontact"_s, {{u"name"_s, QJsonValue()}}));
                return support::page(rows);
            }
            QJsonArray messages;
            if (request.line.contains("/v1/messages"))
                for (const QString &text : texts)
                    messages.append(QJsonObject{{u"id"_s, u"AC%1"_s.arg(messages.size())},
                                                {u"text"_s, text},
                                                {u"from"_s, u"+14155552671"_s},
                                                {u"createdAt"_s, u"2026-01-01T10:00:00Z"_s}});
            return QJsonDocument(
                       QJsonObject{{u"data"_s, messages}, {u"nextPageToken"_s, QJsonValue()}})
                .toJson();
        });
        Window window(world.client, world.clock, m_settingsFile);
        QTRY_VERIFY(window.rests());
        for (const QString &text : texts) {
            quo::Directory directory;
            directory.setLines({{u"PN1"_s, u"+14155550100"_s, text, text.left(10)}});
            directory.add({{u"US1"_s, text, text, text}});
            window.names.setDirectory(directory);
            quo::ContactIndex contacts;
            contacts.add(u"+14155552671"_s, {text, text});
            window.names.setContacts(contacts);
            for (int row = 0; row < window.session.model().rowCount(); ++row) {
                window.openDetails("fieldsArea");
                window.select(row);
                verifyTexts(window);
            }
            // In the list itself, which paints all of this meanwhile.
            for (int row = 0; row < window.session.model().rowCount(); ++row)
                for (int column = 0; column < window.session.model().columnCount(); ++column) {
                    const QModelIndex index = window.session.model().index(row, column);
                    const QString cell = index.data().toString();
                    QVERIFY(cell.size() <= 500);
                    QVERIFY2(std::ranges::none_of(cell, isHarmful), qPrintable(cell));
                    const QString toolTip = index.data(Qt::ToolTipRole).toString();
                    QVERIFY(!toolTip.contains(u"<img") && !toolTip.contains(u"<a "));
                    QVERIFY(toolTip.size() < 30'000);
                }
            QVERIFY(!window.widget->grab().isNull());
        }
        window.openDetails("activity");
        auto *list = window.find<QListView>("Messages and calls");
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), int(texts.size()));
        QVERIFY(!window.widget->grab().isNull());
        verifyTexts(window);
        QVERIFY(tracker.requests().isEmpty()); // nothing was fetched
        // What is copied is what they wrote.
        for (int row = 0; row < window.session.model().rowCount(); ++row) {
            const QString id = window.session.model().rowAt(row)->id();
            window.select(row);
            QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
            const QJsonObject copied =
                QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
            QCOMPARE(copied[u"id"].toString(), id);
            bool isNamed = false;
            const int text = id.mid(2).toInt(&isNamed);
            QCOMPARE(copied[u"name"].toString(), isNamed ? texts.value(text) : QString());
        }
    }

    void aServersOwnWordsAreText()
    {
        support::ScriptedServer tracker;
        for (const QString &text : hostileTexts(tracker.baseUrl())) {
            support::ScriptedWorld world;
            world.server.says(404, support::errorBody(404, text, text, text));
            Window window(world.client, world.clock, m_settingsFile + QString::number(qHash(text)));
            QTRY_VERIFY(
                std::holds_alternative<quo::PageWalk::Failed>(window.session.status().walk));
            window.click("Show technical details");
            QVERIFY(window.texts().contains(u"404"));
            verifyTexts(window);
            QVERIFY(!window.widget->grab().isNull());
        }
        QVERIFY(tracker.requests().isEmpty());
    }

    void aFileIsCalledWhatAFileMayBeCalled_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << u"My lines"_s << u"My lines.quoinview"_s;
        QTest::newRow("a way out") << u"../../etc/passwd"_s << u"_.._etc_passwd.quoinview"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u"bashrc.quoinview"_s;
        QTest::newRow("folder") << u".."_s << u"view.quoinview"_s;
        QTest::newRow("reversed") << u"a\u202Egpj"_s << u"agpj.quoinview"_s;
        QTest::newRow("for no system") << u"a:b*c?\"<>|\\"_s << u"a_b_c______.quoinview"_s;
        QTest::newRow("control") << u"a\u0007b\nc"_s << u"a�b c.quoinview"_s;
        QTest::newRow("long") << QString(200, u'x') << QString(80, u'x') + u".quoinview"_s;
    }

    void aFileIsCalledWhatAFileMayBeCalled()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(widgets::viewFileName(name), file);
    }
};

QTEST_MAIN(TestHostile)
#include "tst_hostile.moc"
