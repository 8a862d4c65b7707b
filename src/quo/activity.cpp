// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/activity.h"

#include "quo/pagequery.h"

namespace quo {

QByteArray ActivityQuery::encoded() const
{
    QByteArray query = "phoneNumberId=" + QUrl::toPercentEncoding(phoneNumberId);
    // Always plain: these two refuse brackets.
    for (const QString &participant : participants)
        query += "&participants=" + QUrl::toPercentEncoding(participant);
    return query + '&' + pageQuery(pageToken);
}

} // namespace quo
