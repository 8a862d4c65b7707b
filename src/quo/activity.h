// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
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
    QString userId; // 'US…': who wrote; of calls whose calls were asked for; may be empty
    QString status; // the API's word: 'delivered', 'missed', …

    // Of messages.
    QString conversationId; // 'CN…'; empty where the answer does not say it
    QString from;           // E.164
    QString text;           // empty where all there is is an attachment, which the API leaves out

    // Of calls.
    std::optional<Instant> answeredAt; // null: nobody answered, whatever the status says
    QString answeredBy;                // 'US…', 'SYU…' for an agent; may be empty
    QString initiatedBy;               // the same
    QString forwardedTo;               // E.164 or an id; may be empty
    bool isHandledByAi = false;
    int duration = 0; // seconds; a voicemail and a phone menu count as well

    bool operator==(const Activity &) const = default;
};

inline constexpr std::array activityKinds{Activity::Kind::Message, Activity::Kind::Call};

// An agent of Quo's, and no person, answered or made the call.
bool isTakenByAgent(const Activity &call);
// It came in, and neither a person nor an agent answered. The status does not matter: calls that
// nobody answered were seen as 'completed'.
bool isMissed(const Activity &call);
// The teammate who answered the call that came in, or made the one that went out; empty where that
// was nobody, an agent, or is not known.
QString personOf(const Activity &call);

// What is asked: one conversation's messages, or its calls, latest first.
struct ActivityQuery
{
    Activity::Kind kind = Activity::Kind::Message;
    QString phoneNumberId;
    QStringList participants; // exactly these; of calls exactly one
    // Of calls: a member of the line. Where it is empty, the server takes the workspace's owner.
    QString userId;

    QByteArray encoded() const; // as ListRequest has it
};

} // namespace quo
