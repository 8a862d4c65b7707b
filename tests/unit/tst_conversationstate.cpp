// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstate.h"
#include "inbox/conversationstore.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inbox::ConversationState;
using quo::Conversation;
using std::chrono::seconds;

class TestConversationState : public QObject
{
    Q_OBJECT

    const quo::Instant m_now = *quo::parseInstant(u"2026-06-01T12:00:00Z"_s);

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void nothingSetIsCalm()
    {
        QCOMPARE(ConversationState::at(m_now, Conversation()), ConversationState());
    }

    void edgesOfSnoozeAndMute_data()
    {
        QTest::addColumn<int>("secondsFromNow");
        QTest::addColumn<int>("snooze");
        QTest::addColumn<int>("mute");
        using Snooze = ConversationState::Snooze;
        using Mute = ConversationState::Mute;
        const int year = 365 * 24 * 3600;
        const auto add = [](const char *name, int at, Snooze snooze, Mute mute) {
            QTest::newRow(name) << at << int(snooze) << int(mute);
        };
        add("a second ago", -1, Snooze::SnoozeEnded, Mute::NotMuted);
        add("now", 0, Snooze::SnoozeEnded, Mute::NotMuted);
        add("in a second", 1, Snooze::SnoozedUntil, Mute::MutedUntil);
        add("just under a year", year - 1, Snooze::SnoozedUntil, Mute::MutedUntil);
        add("a year", year, Snooze::SnoozedUntil, Mute::MutedForGood);
    }

    void edgesOfSnoozeAndMute()
    {
        QFETCH(int, secondsFromNow);
        Conversation row;
        row.snoozedUntil = row.mutedUntil = m_now + seconds(secondsFromNow);
        const ConversationState state = ConversationState::at(m_now, row);
        QTEST(int(state.snooze), "snooze");
        QTEST(int(state.mute), "mute");
    }

    void assignmentsAreToldApart()
    {
        Conversation row;
        row.assignedTo = u"US1"_s;
        QCOMPARE(ConversationState::at(m_now, row).assignment,
                 ConversationState::Assignment::Teammate);
        row.assignedTo = u"SYU1"_s;
        QCOMPARE(ConversationState::at(m_now, row).assignment,
                 ConversationState::Assignment::SystemUser);
        row.deletedAt = m_now;
        QVERIFY(ConversationState::at(m_now, row).deleted);
    }

    void theStoredRowSaysTheSame()
    {
        Conversation row;
        row.id = u"CN1"_s;
        row.assignedTo = u"SYU1"_s;
        row.mutedUntil = quo::parseInstant(u"9999-12-31T23:59:59.999Z"_s);
        row.snoozedUntil = m_now;
        inbox::ConversationStore store;
        store.merge({row});
        QCOMPARE(ConversationState::at(m_now, store.at(0)), ConversationState::at(m_now, row));
    }
};

QTEST_GUILESS_MAIN(TestConversationState)
#include "tst_conversationstate.moc"
