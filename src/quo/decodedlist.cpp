// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedlist.h"

#include "quo/utf8.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace quo {

Expected<DecodedList, ApiError> decodeList(const QByteArray &body)
{
    const QJsonObject object = parseJson(body).object();
    if (!object.value(QLatin1String("data")).isArray()) {
        ApiError error;
        error.kind = ApiError::Kind::UnreadableAnswer;
        error.httpStatus = 200;
        error.detail = QStringLiteral("no usable data");
        return Unexpected{error};
    }
    DecodedList list;
    list.data = object.value(QLatin1String("data")).toArray();
    const QJsonValue token = object.value(QLatin1String("nextPageToken"));
    if (token.isString())
        list.nextPageToken = token.toString();
    return list;
}

} // namespace quo
