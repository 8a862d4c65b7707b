// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodeactivity.h"

#include "quo/decodedlist.h"

namespace quo {

namespace {

std::optional<Instant> instantOf(FieldReader &read, QLatin1String field)
{
    const QString text = read.text(field);
    const std::optional<Instant> instant = parseInstant(text);
    if (!text.isEmpty() && !instant)
        read.refuse(field);
    return instant;
}

int secondsOf(FieldReader &read, QLatin1String field)
{
    const QJsonValue value = read.value(field);
    if (!value.isDouble() && !value.isNull() && !value.isUndefined())
        read.refuse(field);
    return int(qBound(0.0, value.toDouble(), 1e9));
}

Expected<Activity, SkippedRow> decodeEntry(const QJsonValue &entry, qsizetype index,
                                           Activity::Kind kind)
{
    FieldReader read(entry, index);
    constexpr QLatin1String directionField("direction");
    Activity item;
    item.kind = kind;
    item.id = read.id(QLatin1String("id"));
    const QString direction = read.text(directionField);
    item.isOutgoing = direction == QLatin1String("outgoing");
    if (!item.isOutgoing && !direction.isEmpty() && direction != QLatin1String("incoming"))
        read.refuse(directionField);
    item.createdAt = instantOf(read, QLatin1String("createdAt"));
    item.userId = read.text(QLatin1String("userId"));
    item.status = read.text(QLatin1String("status"));
    if (kind == Activity::Kind::Message) {
        item.conversationId = read.text(QLatin1String("conversationId"));
        item.from = read.text(QLatin1String("from"));
        item.text = read.text(QLatin1String("text"));
    } else {
        item.answeredAt = instantOf(read, QLatin1String("answeredAt"));
        item.answeredBy = read.text(QLatin1String("answeredBy"));
        item.initiatedBy = read.text(QLatin1String("initiatedBy"));
        item.forwardedTo = read.text(QLatin1String("forwardedTo"));
        // Any text counts, since the API's word for it may change.
        const QJsonValue ai = read.value(QLatin1String("aiHandled"));
        item.isHandledByAi = ai.toBool() || !ai.toString().isEmpty();
        item.duration = secondsOf(read, QLatin1String("duration"));
    }
    return read.readAs(std::move(item));
}

Expected<Activity, SkippedRow> decodeMessage(const QJsonValue &entry, qsizetype index)
{
    return decodeEntry(entry, index, Activity::Kind::Message);
}

Expected<Activity, SkippedRow> decodeCall(const QJsonValue &entry, qsizetype index)
{
    return decodeEntry(entry, index, Activity::Kind::Call);
}

} // namespace

ListRequest<Activity> activityRequest(const ActivityQuery &query)
{
    const bool asksForCalls = query.kind == Activity::Kind::Call;
    return {asksForCalls ? QStringLiteral("/v1/calls") : QStringLiteral("/v1/messages"),
            query.encoded(), asksForCalls ? decodeCall : decodeMessage,
            [](const Activity &item) { return qHash(item.id); }};
}

Expected<ListPage<Activity>, ApiError> decodeMessages(const QByteArray &body)
{
    return decodeListPage(body, decodeMessage);
}

Expected<ListPage<Activity>, ApiError> decodeCalls(const QByteArray &body)
{
    return decodeListPage(body, decodeCall);
}

} // namespace quo
