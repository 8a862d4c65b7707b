// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democonversations.h"

#include "demo/demonames.h"
#include "demo/demopeople.h"
#include "demo/demoplaces.h"
#include "demo/demothread.h"
#include "demo/officehours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace demo {

namespace {

constexpr Millis newestActivity = 20'000; // the shortest time since one
// 9999-12-31T23:59:59.999Z: the API has been seen to return this for 'for good'.
constexpr Millis endOfTime = 253'402'300'799'999;

// Makes up conversations, from the latest activity to the oldest.
class Writer
{
public:
    Writer(DemoWorkspace &workspace, int conversations, Chance &chance)
        : m_workspace(workspace)
        , m_conversations(conversations)
        , m_chance(chance)
        , m_office(workspace.utcOffset)
        , m_talks(1 + size_t(languageCount) * (size_t(workspace.lines.size()) + 1))
    {
    }

    void write();

private:
    // The people who take part, except those who are known only by a short code.
    QList<Person> choosePeople(DemoConversation &conversation);
    void chooseTalk(DemoConversation &conversation, int place, bool isGroup);
    void chooseTimes(DemoConversation &conversation, int index);
    void chooseStates(DemoConversation &conversation);
    void chooseSnooze(DemoConversation &conversation);

    DemoWorkspace &m_workspace;
    const int m_conversations;
    Chance &m_chance;
    const OfficeHours m_office;
    // How many dialogues there are so far: notices, then those of each language on each line, and
    // in groups.
    std::vector<int> m_talks;
    // Some who wrote lately, and the line.
    std::array<std::pair<Person, int>, 32> m_recent;
};

void Writer::write()
{
    // Lines with the same topics begin at different ones.
    for (size_t i = 1; i < m_talks.size(); ++i)
        m_talks[i] = int(i) * 5;
    const std::span<const LineName> lines = lineNames();
    m_workspace.conversations.reserve(m_conversations);
    for (int i = 0; i < m_conversations; ++i) {
        DemoConversation conversation;
        conversation.id = makeId("CN", m_chance);
        conversation.line = pickByShare(lines, m_chance);
        const QList<Person> people = choosePeople(conversation);
        chooseStates(conversation);
        chooseTimes(conversation, i);
        chooseSnooze(conversation);
        const Millis metAt = conversation.createdAt.value_or(m_workspace.now - oldestActivity);
        for (const Person &person : people)
            if (m_chance.percent(75))
                m_workspace.contacts.append(makeContact(person, metAt, m_chance));
        m_workspace.conversations.append(conversation);
    }
}

QList<Person> Writer::choosePeople(DemoConversation &conversation)
{
    if (m_chance.below(150) == 0) {
        const bool isNotice = m_chance.percent(50);
        conversation.participants = {isNotice ? QStringLiteral("28849")
                                              : QStringLiteral("anonymous")};
        if (isNotice)
            conversation.talk = m_talks[0]++;
        return {};
    }
    std::pair<Person, int> &recent = m_recent[m_chance.below(m_recent.size())];
    if (recent.second != conversation.line && !recent.first.number.isEmpty() &&
        m_chance.percent(6)) {
        // The same person calls another line too.
        conversation.participants = {recent.first.number};
        chooseTalk(conversation, recent.first.place, false);
        return {};
    }
    const int place = choosePlace(lineNames()[size_t(conversation.line)].home, m_chance);
    const bool isGroup = !places()[size_t(place)].groupNames.empty() && m_chance.percent(5);
    const quint64 people = isGroup ? 2 + m_chance.below(5) : 1;
    QList<Person> persons;
    for (quint64 i = 0; i < people; ++i) {
        const Person person = makePerson(place, m_chance);
        const auto isNamesake = [&person](const Person &other) {
            return other.number == person.number || other.name() == person.name();
        };
        if (std::ranges::any_of(persons, isNamesake))
            continue;
        conversation.participants.append(person.number);
        persons.append(person);
    }
    chooseTalk(conversation, place, persons.size() > 1);
    // The real API has been seen to list the line's own number too.
    if (m_chance.percent(1))
        conversation.participants.append(m_workspace.lines[conversation.line].number);
    if (isGroup && m_chance.percent(50))
        conversation.name = toQString(m_chance.pick(places()[size_t(place)].groupNames));
    else if (!isGroup && m_chance.percent(15))
        conversation.name = persons.first().name();
    else if (m_chance.percent(2))
        conversation.name = QString();
    if (!isGroup)
        recent = {persons.first(), conversation.line};
    return persons;
}

void Writer::chooseTalk(DemoConversation &conversation, int place, bool isGroup)
{
    conversation.place = place;
    if (!isGroup && m_chance.percent(4))
        return; // only calls
    // In turn, so that conversations that were active one after the other differ.
    const size_t lines = size_t(m_workspace.lines.size());
    const size_t table = isGroup ? lines : size_t(conversation.line);
    const size_t language = size_t(places()[size_t(place)].language);
    conversation.talk = m_talks[1 + language * (lines + 1) + table]++;
    // English has enough dialogues for groups and for long threads.
    const bool isEnglish = places()[size_t(place)].language == Language::English;
    if (isEnglish && !isGroup && m_chance.below(60) == 0)
        conversation.earlierMatters = int(18 + m_chance.below(20));
    else if ((isEnglish || !isGroup) && m_chance.percent(50))
        conversation.earlierMatters = int(1 + m_chance.below(3));
}

void Writer::chooseTimes(DemoConversation &conversation, int index)
{
    // The power moves times towards now, since most threads were active lately.
    const double part = (index + double(m_chance.below(1'000'000)) / 1e6) / m_conversations;
    const Millis now = m_workspace.now;
    Millis active = now - newestActivity - Millis(double(oldestActivity) * part * std::sqrt(part));
    const bool isOpen = lineNames()[size_t(conversation.line)].isOpenAtNight;
    if (now - active > hour && !isOpen && m_chance.percent(90))
        active = m_office.openAt(active, m_chance);
    conversation.lastActivityAt = active;
    conversation.lastActivityId = makeId("AC", m_chance);
    if (conversation.earlierMatters > 0) {
        const Millis apart = 4 + Millis(m_chance.below(conversation.earlierMatters > 3 ? 4 : 40));
        conversation.createdAt =
            m_office.openAt(active - apart * conversation.earlierMatters * day, m_chance);
    } else {
        conversation.createdAt = threadOf(m_workspace, conversation).front().time;
    }
    conversation.updatedAt = std::min(now, active + Millis(m_chance.below(quint64(2 * hour))));
    if (m_chance.below(100) == 0) {
        conversation.lastActivityAt.reset();
        conversation.lastActivityId.reset();
        conversation.updatedAt = conversation.createdAt;
    }
    if (m_chance.below(400) == 0)
        conversation.createdAt.reset();
    if (m_chance.percent(3))
        conversation.deletedAt = conversation.updatedAt;
}

void Writer::chooseStates(DemoConversation &conversation)
{
    const Millis now = m_workspace.now;
    const DemoLine &line = m_workspace.lines[conversation.line];
    if (m_chance.percent(7))
        conversation.assignedTo = QStringLiteral("SYU") + m_workspace.lines.first().id.mid(2);
    else if (m_chance.percent(60))
        conversation.assignedTo = m_workspace.users[m_chance.pick(line.users)].id;

    switch (m_chance.below(20)) {
    case 0:
        conversation.mutedUntil = now + minute + Millis(m_chance.below(quint64(6 * day)));
        break;
    case 1:
        conversation.mutedUntil = now - minute - Millis(m_chance.below(quint64(9 * day)));
        break;
    case 2:
        conversation.mutedUntil = endOfTime;
        break;
    }
}

// Snoozes end at a full hour, nearly always of a workday, and later than the last activity.
void Writer::chooseSnooze(DemoConversation &conversation)
{
    static constexpr Millis hours[] = {8 * hour, 9 * hour, 13 * hour, 16 * hour};
    const Millis now = m_workspace.now;
    const quint64 which = m_chance.below(12);
    if (which > 1)
        return;
    const Millis days = Millis(m_chance.below(which == 0 ? 7 : 21));
    const Millis ends =
        m_office.at(OfficeHours::workday(m_office.dayOf(now) + (which == 0 ? days : -days)),
                    m_chance.pick(hours));
    if (which == 0)
        conversation.snoozedUntil = ends > now ? ends : (now / hour + 1 + days) * hour;
    else if (ends < now && ends > conversation.lastActivityAt.value_or(0))
        conversation.snoozedUntil = ends;
}

} // namespace

void addConversations(DemoWorkspace &workspace, int conversations, Chance &chance)
{
    Writer(workspace, conversations, chance).write();
}

} // namespace demo
