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
    QString userId; // 'US…': who wrote it; for calls, whose calls were requested; may be empty
    QString status; // the API's word: 'delivered', 'missed', …

    // Of messages.
    QString conversationId; // 'CN…'; may be empty
    QString from;           // E.164
    QString text;           // empty if there is only an attachment, which the API leaves out

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

// An agent of Quo, not a person, answered or made the call.
bool isTakenByAgent(const Activity &call);
// An incoming call that neither a person nor an agent answered. The status does not count:
// unanswered calls were seen with 'completed'.
bool isMissed(const Activity &call);
// The teammate who answered an incoming call, or made an outgoing one; empty for nobody, for an
// agent, and if it is not known.
QString personOf(const Activity &call);

// A request for the messages of one conversation, or for its calls, latest first.
struct ActivityQuery
{
    Activity::Kind kind = Activity::Kind::Message;
    QString phoneNumberId;
    QStringList participants; // exactly these; for calls exactly one
    // For calls: a member of the line. If it is empty, the server takes the workspace's owner.
    QString userId;

    QByteArray encoded() const; // as ListRequest has it
};

} // namespace quo
