// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodeactivity.h"

#include "quo/decodedlist.h"

namespace quo {

namespace {

Expected<ActivityPage, ApiError> decodePage(const QByteArray &body, Activity::Kind kind)
{
    const auto list = decodeList(body);
    if (!list)
        return Unexpected{list.error()};
    ActivityPage page;
    page.nextPageToken = list->nextPageToken;
    for (const QJsonValue entry : list->data) {
        const auto text = [&entry](const char *name) {
            return entry[QLatin1String(name)].toString();
        };
        Activity item;
        item.kind = kind;
        item.id = text("id");
        if (item.id.isEmpty())
            continue;
        item.isOutgoing = text("direction") == QLatin1String("outgoing");
        item.createdAt = parseInstant(text("createdAt"));
        item.userId = text("userId");
        item.from = text("from");
        item.text = text("text");
        item.status = text("status");
        item.duration = qMax(0, entry[QLatin1String("duration")].toInt());
        page.items.append(item);
    }
    return page;
}

} // namespace

Expected<ActivityPage, ApiError> decodeMessages(const QByteArray &body)
{
    return decodePage(body, Activity::Kind::Message);
}

Expected<ActivityPage, ApiError> decodeCalls(const QByteArray &body)
{
    return decodePage(body, Activity::Kind::Call);
}

} // namespace quo
