// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoactivity.h"

#include "common/qtcompat.h"
#include "demo/chance.h"
#include "demo/demothread.h"
#include "demo/officehours.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace demo {

namespace {

enum class Who { Nobody, Member, Agent };

// Calls as the real API has been seen to return them.
struct CallShape
{
    const char *direction = "incoming";
    const char *status = "completed";
    bool isAnswered = false;
    Who answeredBy = Who::Nobody;
    Who initiatedBy = Who::Nobody;
    quint64 maxSeconds = 0; // of its duration; a voicemail and a phone menu have one too
    const char *route = "phone-number"; // or null
    bool isForwarded = false;
};

constexpr CallShape answeredCall{.isAnswered = true, .answeredBy = Who::Member, .maxSeconds = 1800};
constexpr CallShape madeCall{.direction = "outgoing",
                             .isAnswered = true,
                             .initiatedBy = Who::Member,
                             .maxSeconds = 1800,
                             .route = nullptr};

// Frequent ones are listed more than once.
constexpr CallShape missedShapes[] = {
    {},
    {.maxSeconds = 60}, // left a voicemail
    {.maxSeconds = 60},
    {.maxSeconds = 120, .route = "phone-menu"},
    {.status = "missed"},
    {.status = "missed"},
    {.status = "no-answer"},
    {.status = "abandoned"},
    {.status = "answered", .maxSeconds = 20},
    {.status = "busy"},
};

constexpr CallShape callShapes[] = {
    answeredCall,
    answeredCall,
    answeredCall,
    madeCall,
    madeCall,
    {.isAnswered = true, .answeredBy = Who::Member, .maxSeconds = 1800, .route = "phone-menu"},
    {.status = "forwarded", .isForwarded = true},
    // An agent took it.
    {.isAnswered = true, .answeredBy = Who::Agent, .maxSeconds = 240},
    {.answeredBy = Who::Agent, .maxSeconds = 240},
    // A member called, and nobody answered.
    {.direction = "outgoing", .initiatedBy = Who::Member, .route = nullptr},
    {.direction = "outgoing", .status = "no-answer", .initiatedBy = Who::Member, .route = nullptr},
    {.direction = "outgoing", .status = "busy", .initiatedBy = Who::Member, .route = nullptr},
    {.direction = "outgoing", .status = "failed", .initiatedBy = Who::Member, .route = nullptr},
    {.direction = "outgoing", .status = "canceled", .initiatedBy = Who::Member, .route = nullptr},
};

QString idOf(const DemoConversation &conversation, const DemoItem &item)
{
    if (item.time == conversation.lastActivityAt)
        return *conversation.lastActivityId;
    return QStringLiteral("AC%1").arg(item.number, 16, 16, QLatin1Char('0'));
}

QJsonObject toCall(const DemoWorkspace &workspace, const DemoConversation &conversation,
                   const DemoItem &item)
{
    const DemoLine &line = workspace.lines[conversation.line];
    Chance chance(item.number);
    const CallShape &shape = item.kind == DemoItem::Kind::MissedCall ? chance.pick(missedShapes)
                                                                     : chance.pick(callShapes);
    const Millis longest = (workspace.now - item.time) / 1000 - 4; // so that it has ended
    const Millis seconds =
        shape.maxSeconds == 0
            ? 0
            : std::clamp<Millis>(5 + Millis(chance.below(shape.maxSeconds)), 0, longest);
    // The member whose calls are listed; another one may have taken part.
    const QString seenBy = workspace.users[line.users.first()].id;
    const QString member = workspace.users[item.user].id;
    const QString agent = QStringLiteral("SYU%1").arg(line.id.mid(2, 12));
    const auto who = [&](Who party) -> QJsonValue {
        return party == Who::Nobody ? QJsonValue()
                                    : QJsonValue(party == Who::Agent ? agent : member);
    };
    const Millis time = item.time;
    return {
        {QStringLiteral("id"), idOf(conversation, item)},
        {QStringLiteral("phoneNumberId"), line.id},
        {QStringLiteral("participants"),
         QJsonArray{customersOf(workspace, conversation).constFirst(), line.number}},
        {QStringLiteral("direction"), QLatin1String(shape.direction)},
        {QStringLiteral("status"), QLatin1String(shape.status)},
        {QStringLiteral("createdAt"), isoTime(time)},
        {QStringLiteral("updatedAt"), QJsonValue()},
        {QStringLiteral("answeredAt"),
         shape.isAnswered ? QJsonValue(isoTime(time + 4000)) : QJsonValue()},
        {QStringLiteral("answeredBy"), who(shape.answeredBy)},
        {QStringLiteral("initiatedBy"), who(shape.initiatedBy)},
        {QStringLiteral("completedAt"), isoTime(time + 4000 + seconds * 1000)},
        {QStringLiteral("callRoute"),
         shape.route ? QJsonValue(QLatin1String(shape.route)) : QJsonValue()},
        {QStringLiteral("duration"), seconds},
        {QStringLiteral("forwardedFrom"),
         shape.isForwarded ? QJsonValue(line.number) : QJsonValue()},
        {QStringLiteral("forwardedTo"),
         shape.isForwarded ? QJsonValue(QStringLiteral("+14155550199")) : QJsonValue()},
        {QStringLiteral("aiHandled"),
         shape.answeredBy == Who::Agent ? QJsonValue(QStringLiteral("ai-agent")) : QJsonValue()},
        {QStringLiteral("userId"), seenBy},
    };
}

// A text that was sent long ago has arrived, or it never will.
const char *statusOf(const DemoWorkspace &workspace, const DemoItem &item)
{
    if (!item.isOutgoing)
        return "received";
    Chance chance(item.number);
    if (item.time > workspace.now - 2 * minute)
        return chance.percent(50) ? "queued" : "sent";
    return item.isLost ? "undelivered" : chance.percent(3) ? "sent" : "delivered";
}

QJsonObject toMessage(const DemoWorkspace &workspace, const DemoConversation &conversation,
                      const DemoItem &item)
{
    const DemoLine &line = workspace.lines[conversation.line];
    const QString customer = customersOf(workspace, conversation).at(item.speaker);
    return {
        {QStringLiteral("id"), idOf(conversation, item)},
        {QStringLiteral("to"), item.isOutgoing
                                   ? QJsonArray::fromStringList(conversation.participants)
                                   : QJsonArray{line.number}},
        {QStringLiteral("from"), item.isOutgoing ? line.number : customer},
        {QStringLiteral("text"), QString::fromUtf16(item.text)},
        {QStringLiteral("phoneNumberId"), line.id},
        {QStringLiteral("direction"),
         item.isOutgoing ? QStringLiteral("outgoing") : QStringLiteral("incoming")},
        {QStringLiteral("userId"), workspace.users[item.user].id},
        {QStringLiteral("status"), QLatin1String(statusOf(workspace, item))},
        {QStringLiteral("conversationId"), conversation.id},
        {QStringLiteral("createdAt"), isoTime(item.time)},
        {QStringLiteral("updatedAt"), isoTime(item.time)},
    };
}

} // namespace

QString isoTime(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, common::utc).toString(Qt::ISODateWithMs);
}

QList<QJsonObject> messagesOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    QList<QJsonObject> messages;
    for (const DemoItem &item : threadOf(workspace, conversation))
        if (item.kind == DemoItem::Kind::Message)
            messages.prepend(toMessage(workspace, conversation, item));
    return messages;
}

QList<QJsonObject> callsOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    QList<QJsonObject> calls;
    for (const DemoItem &item : threadOf(workspace, conversation))
        if (item.kind != DemoItem::Kind::Message)
            calls.prepend(toCall(workspace, conversation, item));
    return calls;
}

} // namespace demo
