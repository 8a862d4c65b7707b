// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoactivity.h"

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

// 'count' instants from the last activity back to the thread's begin, latest first.
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

QString activityId(Chance &chance)
{
    return QStringLiteral("AC%1").arg(chance.next(), 16, 16, QLatin1Char('0'));
}

} // namespace

QString isoTime(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
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
            {QStringLiteral("status"), QLatin1String(outgoing ? chance.pick(states) : "delivered")},
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
    const DemoLine &line = workspace.lines[conversation.line];
    for (const Millis time : timesOf(conversation, chance.below(9), chance)) {
        static constexpr const char *states[] = {"completed", "missed",    "no-answer", "busy",
                                                 "failed",    "forwarded", "abandoned"};
        const char *const state = chance.percent(60) ? states[0] : chance.pick(states);
        const bool answered = qstrcmp(state, "completed") == 0;
        const Millis seconds = answered ? 5 + Millis(chance.below(1800)) : 0;
        const QString user = workspace.users[chance.pick(line.users)].id;
        calls.append(QJsonObject{
            {QStringLiteral("id"), activityId(chance)},
            {QStringLiteral("phoneNumberId"), line.id},
            {QStringLiteral("participants"),
             QJsonArray{line.number, conversation.participants.first()}},
            {QStringLiteral("direction"),
             chance.percent(50) ? QStringLiteral("outgoing") : QStringLiteral("incoming")},
            {QStringLiteral("status"), QLatin1String(state)},
            {QStringLiteral("createdAt"), isoTime(time)},
            {QStringLiteral("updatedAt"), isoTime(time)},
            {QStringLiteral("answeredAt"),
             answered ? QJsonValue(isoTime(time + 4000)) : QJsonValue()},
            {QStringLiteral("answeredBy"), answered ? QJsonValue(user) : QJsonValue()},
            {QStringLiteral("initiatedBy"), QJsonValue()},
            {QStringLiteral("completedAt"), isoTime(time + 4000 + seconds * 1000)},
            {QStringLiteral("duration"), seconds},
            {QStringLiteral("forwardedFrom"), QJsonValue()},
            {QStringLiteral("forwardedTo"), QJsonValue()},
            {QStringLiteral("userId"), user},
        });
    }
    return calls;
}

} // namespace demo
