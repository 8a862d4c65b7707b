// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworkspace.h"

#include "demo/chance.h"
#include "demo/demonames.h"

#include <algorithm>

namespace demo {

namespace {

constexpr Millis minute = 60'000;
constexpr Millis hour = 60 * minute;
constexpr Millis day = 24 * hour;
// 9999-12-31T23:59:59.999Z: the API has been seen to return this for 'for good'.
constexpr Millis endOfTime = 253'402'300'799'999;

QString makeId(const char *prefix, Chance &chance)
{
    return QLatin1String(prefix) + QStringLiteral("%1%2")
                                       .arg(chance.next(), 16, 16, QLatin1Char('0'))
                                       .arg(chance.next(), 16, 16, QLatin1Char('0'));
}

QString text(const char16_t *literal)
{
    return QString::fromUtf16(literal);
}

struct Person
{
    QString firstName;
    QString lastName;
    bool familyNameFirst = false;
    QString number; // E.164

    QString name() const
    {
        return familyNameFirst ? lastName + u' ' + firstName : firstName + u' ' + lastName;
    }
};

Person makePerson(Chance &chance)
{
    const Place &place = chance.pick(places());
    const QString first = text(chance.pick(place.firstNames));
    const QString last = text(chance.pick(place.lastNames));
    quint64 numbers = 1;
    for (int i = 0; i < place.digits; ++i)
        numbers *= 10;
    return {
        first, last, place.familyNameFirst,
        text(place.countryCode) + text(chance.pick(place.prefixes)) +
            QStringLiteral("%1").arg(chance.below(numbers), place.digits, 10, QLatin1Char('0'))};
}

QList<DemoLine> makeLines(Chance &chance, int users)
{
    QList<DemoLine> lines;
    for (const LineName &name : lineNames()) {
        DemoLine line{
            makeId("PN", chance), text(name.number), text(name.name), text(name.symbol), {}};
        for (int user = 0; user < users; ++user)
            if (user == 0 || chance.percent(30))
                line.users.append(user);
        lines.append(line);
    }
    return lines;
}

QList<DemoUser> makeUsers(Chance &chance, Millis now)
{
    QList<DemoUser> users;
    for (const TeammateName &name : teammateNames()) {
        DemoUser user;
        user.id = makeId("US", chance);
        user.firstName = text(name.first);
        user.lastName = text(name.last);
        user.email = QStringLiteral("teammate%1@acme.example").arg(users.size() + 1);
        user.role = users.isEmpty()    ? QStringLiteral("owner")
                    : users.size() < 4 ? QStringLiteral("admin")
                                       : QStringLiteral("member");
        user.createdAt = now - Millis(chance.below(900)) * day;
        users.append(user);
    }
    return users;
}

// The people who take part, except those who are known only by a short code.
QList<Person> choosePeople(DemoConversation &conversation, const DemoWorkspace &workspace,
                           Chance &chance)
{
    if (chance.below(150) == 0) {
        conversation.participants = {chance.percent(50) ? QStringLiteral("28849")
                                                        : QStringLiteral("anonymous")};
        return {};
    }
    const bool group = chance.percent(5);
    const quint64 people = group ? 2 + chance.below(5) : 1;
    QList<Person> persons;
    for (quint64 i = 0; i < people; ++i) {
        const Person person = makePerson(chance);
        if (conversation.participants.contains(person.number))
            continue;
        conversation.participants.append(person.number);
        persons.append(person);
    }
    // The real API has been seen to list the line's own number too.
    if (chance.percent(1))
        conversation.participants.append(workspace.lines[conversation.line].number);
    if (group && chance.percent(50))
        conversation.name = text(chance.pick(groupNames()));
    else if (!group && chance.percent(15))
        conversation.name = persons.first().name();
    else if (chance.percent(2))
        conversation.name = QString();
    return persons;
}

void chooseTimes(DemoConversation &conversation, Millis now, Chance &chance)
{
    const Millis created = now - 1 - Millis(chance.below(quint64(400 * day)));
    // The square moves times towards now, since most threads were active lately, however old they
    // are.
    const double age = double(now - created);
    const double part = double(chance.below(1'000'000)) / 1e6;
    const Millis active = now - Millis(age * part * part);
    conversation.createdAt = created;
    conversation.lastActivityAt = active;
    conversation.updatedAt = std::min(now, active + Millis(chance.below(quint64(2 * hour))));
    conversation.lastActivityId = makeId("AC", chance);
    if (chance.below(100) == 0) {
        conversation.lastActivityAt.reset();
        conversation.lastActivityId.reset();
        conversation.updatedAt = created;
    }
    if (chance.below(400) == 0)
        conversation.createdAt.reset();
}

void chooseStates(DemoConversation &conversation, const DemoWorkspace &workspace, Millis now,
                  Chance &chance)
{
    const DemoLine &line = workspace.lines[conversation.line];
    if (chance.percent(7))
        conversation.assignedTo = QStringLiteral("SYU") + workspace.lines.first().id.mid(2);
    else if (chance.percent(60))
        conversation.assignedTo = workspace.users[chance.pick(line.users)].id;

    const auto soon = [&] { return now + minute + Millis(chance.below(quint64(6 * day))); };
    const auto ago = [&] { return now - minute - Millis(chance.below(quint64(9 * day))); };
    switch (chance.below(20)) {
    case 0:
        conversation.mutedUntil = soon();
        break;
    case 1:
        conversation.mutedUntil = ago();
        break;
    case 2:
        conversation.mutedUntil = endOfTime;
        break;
    }
    switch (chance.below(12)) {
    case 0:
        conversation.snoozedUntil = soon();
        break;
    case 1:
        conversation.snoozedUntil = ago();
        break;
    }
    if (chance.percent(3))
        conversation.deletedAt = conversation.updatedAt;
}

DemoContact makeContact(const Person &person, Millis createdAt, Chance &chance)
{
    DemoContact contact;
    contact.id = makeId("", chance);
    contact.firstName = person.firstName;
    contact.lastName = person.lastName;
    contact.number = person.number;
    contact.createdAt = createdAt;
    if (chance.percent(35))
        contact.company = text(chance.pick(companyNames()));
    return contact;
}

} // namespace

DemoWorkspace DemoWorkspace::generate(quint64 seed, int conversations, Millis now)
{
    Chance chance(seed);
    DemoWorkspace workspace;
    workspace.users = makeUsers(chance, now);
    workspace.lines = makeLines(chance, int(workspace.users.size()));
    workspace.conversations.reserve(conversations);
    for (int i = 0; i < conversations; ++i) {
        DemoConversation conversation;
        conversation.id = makeId("CN", chance);
        conversation.line = int(chance.below(quint64(workspace.lines.size())));
        const QList<Person> people = choosePeople(conversation, workspace, chance);
        chooseTimes(conversation, now, chance);
        const Millis metAt = conversation.createdAt.value_or(now - 400 * day);
        for (const Person &person : people)
            if (chance.percent(75))
                workspace.contacts.append(makeContact(person, metAt, chance));
        chooseStates(conversation, workspace, now, chance);
        workspace.conversations.append(conversation);
    }
    while (workspace.contacts.size() < conversations + conversations / 5)
        workspace.contacts.append(makeContact(
            makePerson(chance), now - 400 * day - Millis(chance.below(900)) * day, chance));
    std::ranges::stable_sort(workspace.conversations, std::ranges::greater(),
                             &DemoConversation::createdAt);
    std::ranges::stable_sort(workspace.contacts, std::ranges::greater(), &DemoContact::createdAt);
    return workspace;
}

} // namespace demo
