// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworkspace.h"

#include "demo/democonversations.h"
#include "demo/demonames.h"
#include "demo/demopeople.h"
#include "demo/officehours.h"

#include <algorithm>

namespace demo {

namespace {

QList<DemoLine> makeLines(Chance &chance, int users)
{
    QList<DemoLine> lines;
    for (const LineName &name : lineNames()) {
        DemoLine line{makeId("PN", chance),
                      toQString(name.number),
                      toQString(name.name),
                      name.symbol ? toQString(name.symbol) : QString(),
                      {}};
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
        user.firstName = toQString(name.first);
        user.lastName = toQString(name.last);
        user.email = toQString(name.mailbox) + QStringLiteral("@acme.example");
        user.role = users.isEmpty()    ? QStringLiteral("owner")
                    : users.size() < 4 ? QStringLiteral("admin")
                                       : QStringLiteral("member");
        // Before the oldest conversation, since anybody may take part in it.
        user.createdAt = now - oldestActivity - Millis(365 + chance.below(900)) * day;
        users.append(user);
    }
    return users;
}

} // namespace

DemoWorkspace DemoWorkspace::generate(quint64 seed, int conversations, Millis now, Millis utcOffset)
{
    Chance chance(seed);
    DemoWorkspace workspace;
    workspace.now = now;
    workspace.utcOffset = utcOffset;
    workspace.users = makeUsers(chance, now);
    workspace.lines = makeLines(chance, int(workspace.users.size()));
    addConversations(workspace, conversations, chance);
    while (workspace.contacts.size() < conversations + conversations / 5)
        workspace.contacts.append(
            makeContact(makePerson(choosePlace(nullptr, chance), chance),
                        now - oldestActivity - Millis(chance.below(900)) * day, chance));
    std::ranges::stable_sort(workspace.conversations, std::ranges::greater(),
                             &DemoConversation::createdAt);
    std::ranges::stable_sort(workspace.contacts, std::ranges::greater(), &DemoContact::createdAt);
    return workspace;
}

} // namespace demo
