// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demothread.h"

#include "demo/demonames.h"
#include "demo/demoplaces.h"
#include "demo/officehours.h"

namespace demo {

namespace {

using Kind = DemoItem::Kind;

// What belongs together: a dialogue with its calls, or a few calls. 'time' of its items is
// counted from the first of them.
using Matter = std::vector<DemoItem>;

Chance chanceFor(const DemoConversation &conversation)
{
    return Chance(QStringView(conversation.id).mid(2, 16).toULongLong(nullptr, 16));
}

class Author
{
public:
    Author(const DemoWorkspace &workspace, const DemoConversation &conversation)
        : m_workspace(workspace)
        , m_conversation(conversation)
        , m_customers(customersOf(workspace, conversation))
        , m_chance(chanceFor(conversation))
    {
    }

    // Earliest first; at least one.
    std::vector<Matter> matters()
    {
        std::vector<Matter> matters;
        if (!m_conversation.talk) {
            matters.push_back(calls());
            return matters;
        }
        const Language language = places()[size_t(m_conversation.place)].language;
        const QList<const Dialogue *> choice = dialoguesIn(language, topics());
        const int talk = *m_conversation.talk;
        const int which = talk % int(choice.size());
        const Dialogue *const last = choice[which];
        if (m_conversation.earlierMatters > 0) {
            QList<const Dialogue *> others = choice;
            if (m_customers.size() == 1 && others.size() <= m_conversation.earlierMatters)
                addOthers(others, language);
            others.removeOne(last);
            for (int i = m_conversation.earlierMatters; i > 0; --i)
                matters.push_back(matter(*others[(talk + i) % others.size()], 9));
        }
        // Each time that a dialogue is the last, it ends with another line.
        const int round = talk / int(choice.size());
        matters.push_back(matter(*last, 1 + (which * 3 + round) % last->size()));
        return matters;
    }

    Chance &chance() { return m_chance; }

private:
    std::span<const Topic> topics() const
    {
        static constexpr Topic group[] = {Topic::Group};
        static constexpr Topic notice[] = {Topic::Notice};
        if (m_customers.size() > 1)
            return group;
        if (!m_customers.first().startsWith(u'+'))
            return notice;
        return lineNames()[size_t(m_conversation.line)].topics;
    }

    static void addOthers(QList<const Dialogue *> &dialogues, Language language)
    {
        for (const Dialogue *const dialogue : dialoguesIn(language))
            if (dialogue->topic < Topic::Group && !dialogues.contains(dialogue))
                dialogues.append(dialogue);
    }

    int member()
    {
        const QList<int> &users = m_workspace.lines[m_conversation.line].users;
        if (m_conversation.assignedTo && m_chance.percent(80))
            for (const int user : users)
                if (m_workspace.users[user].id == *m_conversation.assignedTo)
                    return user;
        return m_chance.pick(users);
    }

    // After the latest of the matter, within 'atMost' seconds.
    void add(Matter &matter, DemoItem item, quint64 atMost)
    {
        item.number = m_chance.next();
        const Millis wait = Millis(20 + m_chance.below(atMost - 20)) * 1000;
        item.time = matter.empty() ? 0 : matter.back().time + wait;
        matter.push_back(item);
    }

    Matter matter(const Dialogue &dialogue, int atMost)
    {
        Matter items;
        const int user = member();
        const bool hasCalls = m_customers.size() == 1 && dialogue.topic != Topic::Notice;
        if (hasCalls && m_chance.percent(15))
            add(items, {.kind = Kind::MissedCall, .user = user}, 60);
        const int size = std::min(atMost, dialogue.size());
        for (int i = 0; i < size; ++i) {
            const char16_t *const line = dialogue.lines[i];
            DemoItem item{.user = user, .isOutgoing = *line == u'>', .text = line + 1};
            if (*line == u'2' || *line == u'3')
                item.speaker = int(*line - u'1') % int(m_customers.size());
            add(items, item, item.isOutgoing ? 1500 : 600);
        }
        // Nobody answered it.
        items.back().isLost = items.back().isOutgoing && m_chance.percent(10);
        const bool isOver = size == dialogue.size();
        if (hasCalls && m_chance.percent(isOver ? 14 : 5))
            add(items, {.kind = isOver ? Kind::Call : Kind::MissedCall, .user = user}, 2400);
        return items;
    }

    Matter calls()
    {
        Matter items;
        const int user = member();
        for (quint64 left = 1 + m_chance.below(2); left > 0; --left)
            add(items, {.kind = Kind::MissedCall, .user = user}, 1800);
        return items;
    }

    const DemoWorkspace &m_workspace;
    const DemoConversation &m_conversation;
    const QStringList m_customers;
    Chance m_chance;
};

} // namespace

std::vector<DemoItem> threadOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    std::vector<DemoItem> thread;
    if (!conversation.lastActivityAt)
        return thread;
    Author author(workspace, conversation);
    const std::vector<Matter> matters = author.matters();
    const Millis lastBegin = *conversation.lastActivityAt - matters.back().back().time;
    const Millis before = Millis(matters.size()) - 1;
    const Millis firstBegin =
        before == 0 ? lastBegin : conversation.createdAt.value_or(lastBegin - before * 7 * day);
    const OfficeHours office(workspace.utcOffset);
    const Millis firstDay = office.dayOf(firstBegin);
    const Millis days = office.dayOf(*conversation.lastActivityAt) - firstDay;
    for (Millis i = 0; i <= before; ++i) {
        const Millis morning = 9 * hour + Millis(author.chance().below(quint64(5 * hour)));
        const Millis begin =
            i == before ? lastBegin
            : i == 0    ? firstBegin
                        : office.at(OfficeHours::workday(firstDay + days * i / before), morning);
        for (DemoItem item : matters[size_t(i)]) {
            item.time += begin;
            thread.push_back(item);
        }
    }
    return thread;
}

QStringList customersOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    QStringList customers = conversation.participants;
    customers.removeAll(workspace.lines[conversation.line].number);
    return customers;
}

} // namespace demo
