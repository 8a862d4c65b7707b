// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace demo {

using Millis = qint64; // since 1970-01-01 UTC

struct DemoLine
{
    QString id;
    QString number; // E.164
    QString name;
    QString symbol;   // an emoji, or empty
    QList<int> users; // indices of its members
};

struct DemoUser
{
    QString id;
    QString email;
    QString firstName;
    QString lastName;
    QString role; // owner, admin or member
    Millis createdAt = 0;
};

struct DemoConversation
{
    QString id;
    int line = 0; // index
    QStringList participants;
    std::optional<QString> name;
    std::optional<QString> assignedTo;
    std::optional<QString> lastActivityId;
    std::optional<Millis> createdAt;
    std::optional<Millis> updatedAt;
    std::optional<Millis> lastActivityAt;
    std::optional<Millis> mutedUntil;
    std::optional<Millis> snoozedUntil;
    std::optional<Millis> deletedAt;

    // What its thread (see demothread.h) is made of.
    int place = 0;           // where its people live, as an index
    std::optional<int> talk; // which dialogue about the line's topics comes last; null: only calls
    int earlierMatters = 0;  // how many dialogues come before that
};

// An entry of the address book.
struct DemoContact
{
    QString id;
    QString firstName;
    QString lastName;
    std::optional<QString> company;
    QString number; // E.164
    Millis createdAt = 0;
};

// A generated workspace, with conversations in every state. The same seed and instant give the same
// workspace.
struct DemoWorkspace
{
    QList<DemoLine> lines;
    QList<DemoUser> users;
    // Sorted by createdAt, latest first and null last, as the real API has been seen to answer.
    QList<DemoConversation> conversations;
    // Latest first. There are more contacts than conversations.
    QList<DemoContact> contacts;
    Millis now = 0;
    Millis utcOffset = 0; // of the clock that office hours go by

    static DemoWorkspace generate(quint64 seed, int conversations, Millis now,
                                  Millis utcOffset = 0);
};

} // namespace demo
