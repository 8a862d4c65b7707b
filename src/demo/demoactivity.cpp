// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoactivity.h"

#include "common/qtcompat.h"
#include "demo/chance.h"
#include "demo/demonames.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>

namespace demo {

namespace {

Chance chanceFor(const DemoConversation &conversation, char kind)
{
    const QByteArray hash =
        QCryptographicHash::hash(conversation.id.toUtf8() + kind, QCryptographicHash::Md5);
    return Chance(hash.left(8).toHex().toULongLong(nullptr, 16));
}

// 'count' instants between the beginning of the thread and its last activity, latest first.
QList<Millis> timesOf(const DemoConversation &conversation, quint64 count, Chance &chance)
{
    QList<Millis> times;
    if (!conversation.lastActivityAt)
        return times;
    const Millis begin = conversation.createdAt.value_or(*conversation.lastActivityAt);
    const Millis step = (*conversation.lastActivityAt - begin) / Millis(count + 1);
    for (Millis i = 0; i < Millis(count); ++i)
        times.append(*conversation.lastActivityAt - i * step -
                     (i == 0 || step == 0 ? 0 : Millis(chance.below(quint64(step)))));
    return times;
}

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
constexpr CallShape callShapes[] = {
    answeredCall,
    answeredCall,
    answeredCall,
    madeCall,
    madeCall,
    {.isAnswered = true, .answeredBy = Who::Member, .maxSeconds = 1800, .route = "phone-menu"},
    // Nobody answered.
    {},
    {.maxSeconds = 60}, // left a voicemail
    {.maxSeconds = 120, .route = "phone-menu"},
    {.status = "missed"},
    {.status = "no-answer"},
    {.status = "abandoned"},
    {.status = "answered", .maxSeconds = 20},
    {.status = "forwarded", .isForwarded = true},
    {.status = "busy"},
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

QString activityId(Chance &chance)
{
    return QStringLiteral("AC%1").arg(chance.next(), 16, 16, QLatin1Char('0'));
}

QJsonObject callOf(const DemoWorkspace &workspace, const DemoConversation &conversation,
                   Millis time, Chance &chance)
{
    const DemoLine &line = workspace.lines[conversation.line];
    const CallShape &shape = chance.pick(callShapes);
    const Millis seconds = shape.maxSeconds == 0 ? 0 : 5 + Millis(chance.below(shape.maxSeconds));
    // The member whose calls are listed; another one may have taken part.
    const QString seenBy = workspace.users[line.users.first()].id;
    const QString member = workspace.users[chance.pick(line.users)].id;
    const QString agent = QStringLiteral("SYU%1").arg(line.id.mid(2, 12));
    const auto who = [&](Who party) -> QJsonValue {
        return party == Who::Nobody ? QJsonValue()
                                    : QJsonValue(party == Who::Agent ? agent : member);
    };
    return {
        {QStringLiteral("id"), activityId(chance)},
        {QStringLiteral("phoneNumberId"), line.id},
        {QStringLiteral("participants"),
         QJsonArray{conversation.participants.first(), line.number}},
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

} // namespace

QString isoTime(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, common::utc).toString(Qt::ISODateWithMs);
}

QList<QJsonObject> messagesOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    Chance chance = chanceFor(conversation, 'm');
    const DemoLine &line = workspace.lines[conversation.line];
    QList<QJsonObject> messages;
    for (const Millis time : timesOf(conversation, 1 + chance.below(60), chance)) {
        const bool outgoing = chance.percent(50);
        const QString other = chance.pick(conversation.participants);
        const QString id = messages.isEmpty() ? *conversation.lastActivityId : activityId(chance);
        static constexpr const char *states[] = {"queued", "sent", "delivered", "undelivered"};
        QJsonObject message{
            {QStringLiteral("id"), id},
            {QStringLiteral("to"), outgoing ? QJsonArray::fromStringList(conversation.participants)
                                            : QJsonArray{line.number}},
            {QStringLiteral("from"), outgoing ? line.number : other},
            {QStringLiteral("text"), QString::fromUtf16(chance.pick(messageTexts()))},
            {QStringLiteral("phoneNumberId"), line.id},
            {QStringLiteral("direction"),
             outgoing ? QStringLiteral("outgoing") : QStringLiteral("incoming")},
            {QStringLiteral("userId"), workspace.users[chance.pick(line.users)].id},
            {QStringLiteral("status"), QLatin1String(outgoing ? chance.pick(states) : "received")},
            {QStringLiteral("conversationId"), conversation.id},
            {QStringLiteral("createdAt"), isoTime(time)},
            {QStringLiteral("updatedAt"), isoTime(time)},
        };
        messages.append(message);
    }
    return messages;
}

QList<QJsonObject> callsOf(const DemoWorkspace &workspace, const DemoConversation &conversation)
{
    QList<QJsonObject> calls;
    if (conversation.participants.size() != 1)
        return calls;
    Chance chance = chanceFor(conversation, 'c');
    for (const Millis time : timesOf(conversation, chance.below(9), chance))
        calls.append(callOf(workspace, conversation, time, chance));
    return calls;
}

} // namespace demo
