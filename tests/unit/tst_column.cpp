// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/qtcompat.h"
#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/phonenumber.h"
#include "support/json.h"
#include "support/texts.h"
#include "support/warnings.h"
#include "words/columnwords.h"
#include "words/instanttext.h"
#include "words/widgettext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::Conversation;

class TestColumn : public QObject
{
    Q_OBJECT

    const inbox::Reader m_reader{QLocale(QLocale::English, QLocale::UnitedStates),
                                 QTimeZone("America/New_York"), u"US"_s};
    const quo::Instant m_now = *quo::parseInstant(u"2026-06-03T16:00:00Z"_s); // Wed 12:00 there

    quo::Directory m_directory;
    quo::ContactIndex m_contacts;

    QString text(const char *column, const Conversation &row) const
    {
        inbox::ConversationStore store;
        store.merge({row});
        const int index = inbox::columnIndex(QString::fromLatin1(column));
        return words::columnWords(inbox::ColumnId(index))
            .text(store.at(0), {m_reader, m_now, m_directory, m_contacts});
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_directory = {};
        m_contacts = {};
    }

    void everyFieldOfTheApiIsOneColumn()
    {
        QSet<QString> ids;
        for (const inbox::Column &column : inbox::columns()) {
            if (column.isField())
                ids.insert(column.name);
            const words::ColumnWords &words = words::columnWords(column.id);
            QVERIFY(!words.title().isEmpty());
            QVERIFY(!words.tip().isEmpty());
            QVERIFY(words.width > 0);
        }
        const QStringList fields = support::conversation(u"CN1"_s).keys();
        QCOMPARE(ids, QSet<QString>(fields.begin(), fields.end()));
        QCOMPARE(inbox::columnIndex(u"no such column"), -1);
    }

    void lastUpdatedStandsBeforeThreadCreated()
    {
        QVERIFY(inbox::columnIndex(u"updatedAt") < inbox::columnIndex(u"createdAt"));
    }

    void aConversationIsCalledByNameElseByItsPeople()
    {
        Conversation row;
        row.id = u"CN1"_s;
        row.participants = {u"+14155552671"_s, u"+442079460018"_s, u"anonymous"_s};
        QCOMPARE(text("name", row), u"(415) 555-2671, +44 20 7946 0018, anonymous"_s);
        row.name = u" "_s;
        QCOMPARE(text("name", row), u"(415) 555-2671, +44 20 7946 0018, anonymous"_s);
        row.name = u"Two\nlines"_s;
        QCOMPARE(text("name", row), u"Two lines"_s);
        row.name.reset();
        row.participants.clear();
        QCOMPARE(text("name", row), u"No participants"_s);
    }

    void idsAreShownByNameWhereItIsKnown()
    {
        Conversation row;
        row.id = u"CN1"_s;
        row.phoneNumberId = u"PN1"_s;
        row.assignedTo = u"US1"_s;
        QCOMPARE(text("phoneNumberId", row), u"PN1"_s);
        QCOMPARE(text("assignedTo", row), u"US1"_s);

        m_directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, u"🛟"_s},
                              {u"PN2"_s, u"+14155550101"_s, {}, {}}});
        m_directory.add(
            QList<quo::Teammate>{{u"US1"_s, u"Dana"_s, u"Kim"_s, u"dana@a.example"_s},
                                 {u"US2"_s, u"Robert"_s, u"Fields"_s, u"r1@a.example"_s},
                                 {u"US3"_s, u"Robert"_s, u"Fields"_s, u"r2@a.example"_s},
                                 {u"US4"_s, {}, {}, u"new@a.example"_s}});
        QCOMPARE(text("phoneNumberId", row), u"🛟 Support"_s);
        QCOMPARE(text("assignedTo", row), u"Dana Kim"_s);
        row.phoneNumberId = u"PN2"_s;
        row.assignedTo = u"US3"_s; // told apart from US2
        QCOMPARE(text("phoneNumberId", row), u"(415) 555-0101"_s);
        QCOMPARE(text("assignedTo", row), u"Robert Fields (r2@a.example)"_s);
        row.assignedTo = u"US4"_s;
        QCOMPARE(text("assignedTo", row), u"new@a.example"_s);
        row.assignedTo = u"SYU9"_s;
        QCOMPARE(text("assignedTo", row), u"Quo (automatic)"_s);

        // Own lines are no people of a conversation, unless there is nobody else.
        row.participants = {u"+14155550100"_s, u"+14155552671"_s};
        QCOMPARE(text("name", row), u"(415) 555-2671"_s);
        QCOMPARE(text("participants", row), u"(415) 555-0100, (415) 555-2671"_s);
        row.participants = {u"+14155550100"_s};
        QCOMPARE(text("name", row), u"(415) 555-0100"_s);
    }

    void peopleAreCalledAsTheirContacts()
    {
        m_contacts.add(quo::Contact{u"Ana"_s, u" Lopes "_s, u"Acme"_s, {u"+14155550100"_s}});
        m_contacts.add(quo::Contact{u"Ben"_s, {}, {}, {u"+14155550101"_s}});
        m_contacts.add(quo::Contact{{}, {}, u"Globex"_s, {u"+14155550102"_s}});
        m_contacts.add(quo::Contact{u"נועה"_s, u"כהן"_s, {}, {u"+972500000665"_s}});
        m_directory.setLines({{u"PN1"_s, u"+14155550109"_s, u"Support"_s, {}}});
        Conversation row;
        row.id = u"CN1"_s;
        row.participants = {u"+14155550109"_s, u"+14155550100"_s};
        QCOMPARE(text("name", row), u"Ana Lopes (Acme) · (415) 555-0100"_s);
        row.participants = {u"+14155550100"_s, u"+14155550101"_s, u"+14155550102"_s,
                            u"+14155550103"_s};
        QCOMPARE(text("name", row), u"Ana Lopes (Acme), Ben, Globex, (415) 555-0103"_s);
        QVERIFY(text("participants", row).contains(u"Ben · (415) 555-0101, Globex ·"));
        row.name = u"Given name"_s;
        QCOMPARE(text("name", row), u"Given name"_s);
        // The number keeps its own direction beside a name that is read from the right.
        row.name.reset();
        row.participants = {u"+972500000665"_s};
        QCOMPARE(text("name", row), u"\u2068נועה כהן\u2069 · +972 50-000-0665"_s);
    }

    void allWhoShareANumberAreNamedWhereThereIsRoom()
    {
        m_contacts.add(quo::Contact{u"Ana"_s, {}, u"Acme"_s, {u"+14155550100"_s}});
        m_contacts.add(quo::Contact{u"Ben"_s, {}, {}, {u"+1 (415) 555-0100"_s}});
        Conversation row;
        row.id = u"CN1"_s;
        row.participants = {u"+14155550100"_s};
        QCOMPARE(text("name", row), u"Ana (Acme) · (415) 555-0100"_s);
        inbox::ConversationStore store;
        store.merge({row});
        const words::ColumnWords &column = words::columnWords(inbox::ColumnId::Participants);
        QCOMPARE(column.fullText(store.at(0), {m_reader, m_now, m_directory, m_contacts}),
                 u"Ana (Acme) · Ben · (415) 555-0100"_s);
    }

    void timesAreAsShortAsTheyCanBeToldApart_data()
    {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("shown");
        QTest::newRow("today") << u"2026-06-03T13:05:00Z"_s << u"9:05 AM"_s;
        QTest::newRow("yesterday there, today in UTC")
            << u"2026-06-03T03:59:59Z"_s << u"Yesterday"_s;
        QTest::newRow("tomorrow") << u"2026-06-04T12:00:00Z"_s << u"Thu 4 Jun"_s;
        QTest::newRow("this week") << u"2026-05-29T12:00:00Z"_s << u"Fri 8:00 AM"_s;
        QTest::newRow("a week ago") << u"2026-05-27T12:00:00Z"_s << u"27 May"_s;
        QTest::newRow("another year") << u"2025-12-31T12:00:00Z"_s << u"31 Dec 2025"_s;
    }

    void timesAreAsShortAsTheyCanBeToldApart()
    {
        QFETCH(QString, instant);
        Conversation row;
        row.id = u"CN1"_s;
        QCOMPARE(text("lastActivityAt", row), QString());
        row.lastActivityAt = quo::parseInstant(instant);
        QTEST(support::plainSpaces(text("lastActivityAt", row)), "shown");
    }

    void noTimeIsShownAsNothing()
    {
        for (const QString &instant :
             {u"-271821-04-20T00:00:00Z"_s, u"-000001-12-31T23:59:59Z"_s, u"0000-01-01T00:00:00Z"_s,
              u"9999-12-31T23:59:59.999Z"_s, u"+010000-01-01T12:00:00Z"_s,
              u"+275760-09-13T00:00:00Z"_s}) {
            Conversation row;
            row.id = u"CN1"_s;
            row.createdAt = quo::parseInstant(instant);
            QVERIFY2(!text("createdAt", row).isEmpty(), qPrintable(instant));
            QVERIFY2(!words::exactInstant(*row.createdAt, m_reader).isEmpty(), qPrintable(instant));
        }
    }

    void valuesAreAsTheApiHasThem()
    {
        Conversation row;
        row.id = u"CN1"_s;
        row.createdAt = m_now;
        row.name = QString(u""_s);
        inbox::ConversationStore store;
        store.merge({row});
        const auto value = [&store](const char16_t *column) {
            return inbox::columns()[size_t(inbox::columnIndex(column))].value(store.at(0));
        };
        QCOMPARE(value(u"createdAt"), QVariant(QDateTime({2026, 6, 3}, {16, 0}, common::utc)));
        QVERIFY(!value(u"updatedAt").isValid());
        QVERIFY(!value(u"assignedTo").isValid());
        QCOMPARE(value(u"name"), QVariant(QString(u""_s)));
        QVERIFY(value(u"name").isValid());
    }

    void typedNumbersBecomeE164_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("number");
        QTest::newRow("US") << u"(415) 555-2671"_s << u"US"_s << u"+14155552671"_s;
        QTest::newRow("dots") << u"415.555.2671"_s << u"US"_s << u"+14155552671"_s;
        QTest::newRow("E.164") << u"+14155552671"_s << u"FR"_s << u"+14155552671"_s;
        QTest::newRow("plus and blanks") << u"+1 415 555 2671"_s << u"FR"_s << u"+14155552671"_s;
        QTest::newRow("FR") << u"06 12 34 56 78"_s << u"FR"_s << u"+33612345678"_s;
        QTest::newRow("dialled from abroad")
            << u"011 33 6 12 34 56 78"_s << u"US"_s << u"+33612345678"_s;
    }

    void typedNumbersBecomeE164()
    {
        QFETCH(QString, typed);
        QFETCH(QString, region);
        const auto number = inbox::parseNumber(typed, {region});
        QVERIFY(number);
        QTEST(*number, "number");
    }

    void whatIsNoNumberIsRefusedWithTheReason()
    {
        using inbox::NumberProblem;
        QCOMPARE(inbox::parseNumber(u"hello"_s, {u"US"_s}).error(), NumberProblem::NotANumber);
        QCOMPARE(inbox::parseNumber(u"555-2671"_s, {u"US"_s}).error(), NumberProblem::TooShort);
        QCOMPARE(inbox::parseNumber(u"+1 415 555 2671 99"_s, {u"US"_s}).error(),
                 NumberProblem::TooLong);
        QCOMPARE(inbox::parseNumber(u"415 555 2671"_s, {u"ZZ"_s}).error(),
                 NumberProblem::NoCountry);
    }

    void toolTipsAreNeverMarkup()
    {
        QCOMPARE(words::toolTipText(u"<img src=x>\n&"_s), u"<qt>&lt;img src=x&gt;<br>&amp;</qt>"_s);
        QCOMPARE(words::toolTipText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
