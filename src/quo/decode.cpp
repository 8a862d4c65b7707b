// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decode.h"

#include "quo/decodedlist.h"
#include "quo/utf8.h"

#include <QJsonDocument>

#include <algorithm>

namespace quo {

namespace {

// Bytes in all texts of one row. Real rows hold a few hundred; what comes near this is hostile or
// broken, and the store counts on it (see ConversationChunk::append()).
constexpr qsizetype maxRowSize = 1 << 20;

// Reads the fields of one row, none of which may be missing.
class RowReader : public FieldReader
{
public:
    using FieldReader::FieldReader;

    QString requiredId(QLatin1String field) { return bounded(field, id(field)); }

    std::optional<QString> textOrNull(QLatin1String field)
    {
        const QJsonValue found = value(field);
        if (!found.isNull() && !found.isString())
            refuse(field);
        if (!found.isString())
            return std::nullopt;
        return bounded(field, found.toString());
    }

    std::optional<Instant> instantOrNull(QLatin1String field)
    {
        const QJsonValue found = value(field);
        if (found.isNull())
            return std::nullopt;
        const std::optional<Instant> instant = parseInstant(found.toString());
        if (!instant)
            refuse(field);
        return instant;
    }

    QStringList texts(QLatin1String field)
    {
        if (!value(field).isArray())
            refuse(field);
        QStringList texts;
        const QJsonArray array = value(field).toArray();
        for (const QJsonValue entry : array) {
            if (!entry.isString())
                note(field, SkippedRow::Reason::WrongType);
            texts.append(bounded(field, entry.toString()));
            if (problem())
                break;
        }
        return texts;
    }

private:
    QString bounded(QLatin1String field, const QString &read)
    {
        const QString text = wholeCharacters(read); // as it will be kept, in UTF-8
        // Empty texts take space as well.
        constexpr qsizetype perText = 16;
        m_size += perText + text.toUtf8().size();
        if (m_size > maxRowSize)
            note(field, SkippedRow::Reason::TooLong);
        return text;
    }

    qsizetype m_size = 0;
};

Expected<Conversation, SkippedRow> decodeRow(const QJsonValue &value, qsizetype index)
{
    RowReader read(value, index);
    if (read.problem())
        return Unexpected{*read.problem()};
    Conversation row;
    row.id = read.requiredId(QLatin1String("id"));
    row.phoneNumberId = read.requiredId(QLatin1String("phoneNumberId"));
    row.participants = read.texts(QLatin1String("participants"));
    row.name = read.textOrNull(QLatin1String("name"));
    row.assignedTo = read.textOrNull(QLatin1String("assignedTo"));
    row.lastActivityId = read.textOrNull(QLatin1String("lastActivityId"));
    row.createdAt = read.instantOrNull(QLatin1String("createdAt"));
    row.updatedAt = read.instantOrNull(QLatin1String("updatedAt"));
    row.lastActivityAt = read.instantOrNull(QLatin1String("lastActivityAt"));
    row.mutedUntil = read.instantOrNull(QLatin1String("mutedUntil"));
    row.snoozedUntil = read.instantOrNull(QLatin1String("snoozedUntil"));
    row.deletedAt = read.instantOrNull(QLatin1String("deletedAt"));
    return read.readAs(std::move(row));
}

ApiError::Kind kindOfStatus(int status)
{
    using Kind = ApiError::Kind;
    switch (status) {
    case 401:
        return Kind::RefusedKey;
    case 402:
        return Kind::NotPaid;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 407:
        return Kind::ProxyPassword;
    case 408:
        return Kind::Timeout;
    case 429:
        return Kind::RateLimited;
    default:
        if (status >= 300 && status < 400)
            return Kind::Redirected;
        if (status >= 400 && status < 500)
            return Kind::BadRequest;
        return status >= 500 ? Kind::Server : Kind::UnreadableAnswer;
    }
}

} // namespace

ListRequest<Conversation> conversationsRequest(const ConversationQuery &query, ArrayStyle style)
{
    Q_ASSERT(problemsOf(query).isEmpty());
    return {QStringLiteral("/v1/conversations"), query.encoded(style), decodeRow,
            [](const Conversation &row) { return qHash(row.id); }};
}

Expected<Page, ApiError> decodePage(const QByteArray &body)
{
    return decodeListPage(body, decodeRow);
}

ApiError decodeErrorBody(int httpStatus, const QByteArray &body)
{
    ApiError error;
    error.kind = kindOfStatus(httpStatus);
    error.httpStatus = httpStatus;
    QJsonObject object = parseJson(body).object();
    // Some endpoints wrap it and call the code a key: {error: {message, key, trace}}.
    if (const QJsonValue wrapped = object.value(QLatin1String("error")); wrapped.isObject())
        object = wrapped.toObject();
    error.message = object.value(QLatin1String("message")).toString();
    error.code = object.value(QLatin1String("code")).toString();
    if (error.code.isEmpty())
        error.code = object.value(QLatin1String("key")).toString();
    error.trace = object.value(QLatin1String("trace")).toString();
    const QJsonArray entries = object.value(QLatin1String("errors")).toArray();
    for (const QJsonValue entry : entries)
        error.errors.append(
            {entry[QLatin1String("path")].toString(), entry[QLatin1String("message")].toString()});
    // It is about a parameter only if it names one.
    if (error.kind == ApiError::Kind::BadRequest &&
        std::ranges::any_of(error.errors, [](const auto &e) { return !e.path.isEmpty(); }))
        error.kind = ApiError::Kind::BadParameter;
    return error;
}

} // namespace quo
