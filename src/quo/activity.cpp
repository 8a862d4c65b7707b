// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/activity.h"

#include "quo/ids.h"
#include "quo/listrequest.h"

#include <QUrl>

namespace quo {

bool isTakenByAgent(const Activity &call)
{
    return call.isHandledByAi || isSystemUserId(call.answeredBy) ||
           (call.isOutgoing && isSystemUserId(call.initiatedBy));
}

bool isMissed(const Activity &call)
{
    return call.kind == Activity::Kind::Call && !call.isOutgoing && !call.answeredAt &&
           !isTakenByAgent(call);
}

QString personOf(const Activity &call)
{
    if (isTakenByAgent(call))
        return {};
    if (call.isOutgoing)
        return call.initiatedBy.isEmpty() ? call.userId : call.initiatedBy;
    return call.answeredAt ? call.answeredBy : QString();
}

QByteArray ActivityQuery::encoded() const
{
    QByteArray query = "phoneNumberId=" + QUrl::toPercentEncoding(phoneNumberId);
    // Always plain: these two refuse brackets.
    for (const QString &participant : participants)
        query += "&participants=" + QUrl::toPercentEncoding(participant);
    if (!userId.isEmpty())
        query += "&userId=" + QUrl::toPercentEncoding(userId);
    return query + '&' + usualPageSize;
}

} // namespace quo
