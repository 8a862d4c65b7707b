// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace quo {

// One message or call, from GET /v1/messages and GET /v1/calls.
struct Activity
{
    enum class Kind { Message, Call };

    Kind kind = Kind::Message;
    QString id; // 'AC…'
    bool isOutgoing = false;
    std::optional<Instant> createdAt;
    QString userId; // 'US…': who wrote, answered or called; may be empty
    QString from;   // E.164, of messages
    QString
        text; // of messages; empty where all there is is an attachment, which the API leaves out
    QString status;   // the API's word: 'delivered', 'missed', …
    int duration = 0; // seconds, of calls

    bool operator==(const Activity &) const = default;
};

// What is asked: one conversation's messages, or its calls.
struct ActivityQuery
{
    Activity::Kind kind = Activity::Kind::Message;
    QString phoneNumberId;
    QStringList participants; // exactly these; of calls exactly one
    std::optional<QString> pageToken;

    QByteArray encoded() const;
};

struct ActivityPage
{
    QList<Activity> items; // latest first
    std::optional<QString> nextPageToken;
};

} // namespace quo
