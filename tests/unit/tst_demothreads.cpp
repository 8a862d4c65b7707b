// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoactivity.h"
#include "demo/demoplaces.h"
#include "demo/demothread.h"
#include "demo/officehours.h"
#include "support/warnings.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using demo::DemoConversation;
using demo::DemoItem;
using demo::DemoWorkspace;
using demo::Dialogue;
using demo::Language;
using demo::Millis;
using demo::Topic;

namespace {

constexpr Millis present = Q_INT64_C(1767225600000); // 2026-01-01
constexpr Millis eastOfGreenwich = 2 * demo::hour;

struct Spoken
{
    Language language;
    bool isByStaff;
    bool isFirst; // of its dialogue
    const Dialogue *dialogue;
};

// Every line of every dialogue that is more than a picture.
QHash<QString, Spoken> allLines()
{
    QHash<QString, Spoken> lines;
    for (int i = 0; i < demo::languageCount; ++i)
        for (const Dialogue *const dialogue : demo::dialoguesIn(Language(i)))
            for (int line = 0; line < dialogue->size(); ++line) {
                const QString text = QString::fromUtf16(dialogue->lines[line]);
                if (text.size() == 1)
                    continue;
                if (lines.contains(text.mid(1)))
                    qWarning("twice: %s", qPrintable(text.mid(1)));
                lines.insert(text.mid(1),
                             {Language(i), text.startsWith(u'>'), line == 0, dialogue});
            }
    return lines;
}

bool isAnswered(const DemoConversation &conversation)
{
    return conversation.participants.first().startsWith(u'+');
}

} // namespace

class TestDemoThreads : public QObject
{
    Q_OBJECT

    const DemoWorkspace m_workspace = DemoWorkspace::generate(1, 5000, present, eastOfGreenwich);
    QHash<QString, Spoken> m_lines;

    // The latest ones, and those with the most to say.
    QList<DemoConversation> some() const
    {
        QList<DemoConversation> some = m_workspace.conversations.first(600);
        for (const DemoConversation &conversation : m_workspace.conversations)
            if (conversation.earlierMatters > 9)
                some.append(conversation);
        return some;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void initTestCase()
    {
        support::failOnWarnings(); // of a line that occurs twice
        m_lines = allLines();
        QVERIFY(m_lines.size() > 500);
    }

    void everyTopicHasEnoughToSay()
    {
        for (int i = 0; i < demo::languageCount; ++i)
            for (const Topic topic : {Topic::FrontDesk, Topic::Sales, Topic::Support,
                                      Topic::Billing, Topic::Dispatch}) {
                const qsizetype dialogues = demo::dialoguesIn(Language(i), {&topic, 1}).size();
                QVERIFY(dialogues >= (Language(i) == Language::English ? 15 : 1));
            }
    }

    void customersAskAndStaffAnswer()
    {
        for (int i = 0; i < demo::languageCount; ++i)
            for (const Dialogue *const dialogue : demo::dialoguesIn(Language(i))) {
                QCOMPARE(QChar(dialogue->lines[0][0]), u'<');
                bool isAnswered = false;
                for (int line = 0; line < dialogue->size(); ++line) {
                    QVERIFY(u"<>23"_s.contains(QChar(dialogue->lines[line][0])));
                    isAnswered |= dialogue->lines[line][0] == u'>';
                }
                QCOMPARE(isAnswered, dialogue->topic != Topic::Notice);
            }
        for (const DemoConversation &conversation : some())
            for (const DemoItem &item : demo::threadOf(m_workspace, conversation))
                if (item.kind == DemoItem::Kind::Message) {
                    QVERIFY(!item.isOutgoing);
                    QVERIFY(m_lines.value(QString::fromUtf16(item.text)).isFirst);
                    break;
                }
    }

    void aThreadIsInTheLanguageOfItsPeople()
    {
        QSet<int> languages;
        for (const DemoConversation &conversation : some()) {
            const demo::Place &place = demo::places()[size_t(conversation.place)];
            const QString country = QString::fromUtf16(place.countryCode);
            for (const QString &number : demo::customersOf(m_workspace, conversation))
                QVERIFY(number.startsWith(country) || !isAnswered(conversation));
            for (const DemoItem &item : demo::threadOf(m_workspace, conversation)) {
                const QString text = QString::fromUtf16(item.text ? item.text : u"");
                if (text.isEmpty())
                    continue;
                QVERIFY2(m_lines.contains(text), qPrintable(text));
                const Spoken spoken = m_lines.value(text);
                QCOMPARE(int(spoken.language), int(place.language));
                QCOMPARE(spoken.isByStaff, item.isOutgoing);
                languages.insert(int(spoken.language));
            }
        }
        QCOMPARE(languages.size(), demo::languageCount);
    }

    void theLineAnswersForItself()
    {
        for (const DemoConversation &conversation : some()) {
            const QList<int> &staff = m_workspace.lines[conversation.line].users;
            for (const DemoItem &item : demo::threadOf(m_workspace, conversation))
                QVERIFY(staff.contains(item.user));
            if (conversation.assignedTo && conversation.assignedTo->startsWith(u"US"))
                QVERIFY(std::ranges::any_of(staff, [&](int user) {
                    return m_workspace.users[user].id == *conversation.assignedTo;
                }));
        }
    }

    void timesIncreaseUpToTheLastActivity()
    {
        for (const DemoConversation &conversation : m_workspace.conversations) {
            const std::vector<DemoItem> thread = demo::threadOf(m_workspace, conversation);
            QCOMPARE(thread.empty(), !conversation.lastActivityAt);
            if (thread.empty())
                continue;
            QCOMPARE(thread.back().time, *conversation.lastActivityAt);
            QVERIFY(thread.back().time < present);
            if (conversation.createdAt)
                QCOMPARE(thread.front().time, *conversation.createdAt);
            QVERIFY(std::ranges::is_sorted(thread, std::ranges::less_equal(), &DemoItem::time));
            QVERIFY(*conversation.updatedAt >= thread.back().time);
            QVERIFY(*conversation.updatedAt <= present);
            // An ended snooze ended after what was said last.
            if (conversation.snoozedUntil)
                QVERIFY(*conversation.snoozedUntil > thread.back().time);
            for (const DemoItem &item : thread)
                QVERIFY(m_workspace.users[item.user].createdAt < item.time);
        }
    }

    void nothingIsSaidTwiceInAThread()
    {
        for (const DemoConversation &conversation : some()) {
            QSet<QString> texts;
            for (const DemoItem &item : demo::threadOf(m_workspace, conversation)) {
                const QString text = QString::fromUtf16(item.text ? item.text : u"");
                QVERIFY2(text.isEmpty() || !texts.contains(text), qPrintable(text));
                texts.insert(text);
            }
        }
    }

    // As many rows as a window shows, of all lines or of one.
    void rowsOnOneScreenDiffer()
    {
        QList<DemoConversation> latestFirst = m_workspace.conversations;
        std::ranges::sort(latestFirst, std::ranges::greater(), &DemoConversation::lastActivityAt);
        for (int line = -1; line < m_workspace.lines.size(); ++line) {
            QList<const char16_t *> texts;
            for (const DemoConversation &conversation : latestFirst) {
                const std::vector<DemoItem> thread = demo::threadOf(m_workspace, conversation);
                if (!thread.empty() && (line < 0 || conversation.line == line))
                    texts.append(thread.back().text);
            }
            int twice = 0;
            for (int row = 0; row + 22 <= 220; row += 22) {
                QSet<QString> seen;
                for (const char16_t *const text : texts.mid(row, 22))
                    if (text && *text != 0) {
                        twice += seen.contains(QString::fromUtf16(text));
                        seen.insert(QString::fromUtf16(text));
                    }
            }
            QVERIFY2(twice <= (line < 0 ? 10 : 4),
                     qPrintable(u"line %1: %2"_s.arg(line).arg(twice)));
        }
    }

    void someAreLongAndMostAreAtOfficeHours()
    {
        int longOnes = 0;
        int groups = 0;
        int withCalls = 0;
        int items = 0;
        int duringTheDay = 0;
        QHash<QString, int> statuses;
        for (const DemoConversation &conversation : m_workspace.conversations) {
            const std::vector<DemoItem> thread = demo::threadOf(m_workspace, conversation);
            longOnes += thread.size() >= 80;
            QVERIFY(thread.size() <= 250);
            groups += demo::customersOf(m_workspace, conversation).size() > 1;
            withCalls += std::ranges::any_of(
                thread, [](const DemoItem &item) { return item.kind != DemoItem::Kind::Message; });
            for (const DemoItem &item : thread) {
                const Millis local = item.time + eastOfGreenwich;
                ++items;
                duringTheDay +=
                    local % demo::day >= 8 * demo::hour && local % demo::day < 18 * demo::hour;
            }
        }
        for (const DemoConversation &conversation : some())
            for (const QJsonObject &message : demo::messagesOf(m_workspace, conversation))
                ++statuses[message[u"status"].toString()];
        QVERIFY(longOnes >= 10 && longOnes < 150);
        QVERIFY(groups >= 50 && groups < 400);
        QVERIFY(withCalls > 500);
        QVERIFY(duringTheDay > items * 85 / 100);
        QVERIFY(statuses.value(u"undelivered"_s) > 0);
        QVERIFY(statuses.value(u"undelivered"_s) < statuses.value(u"delivered"_s) / 10);
    }

    void callsHaveEnded()
    {
        for (const DemoConversation &conversation : some())
            for (const QJsonObject &call : demo::callsOf(m_workspace, conversation))
                QVERIFY(call[u"completedAt"].toString() <= demo::isoTime(present));
    }
};

QTEST_GUILESS_MAIN(TestDemoThreads)
#include "tst_demothreads.moc"
