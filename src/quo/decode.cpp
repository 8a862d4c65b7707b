// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decode.h"

#include "quo/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace quo {

namespace {

// Characters in all texts of one row. Real rows hold a few hundred; what comes near this is hostile
// or broken, and the store counts on it: a chunk of 1,024 such rows stays below 4 GiB.
constexpr qsizetype maxRowLength = 1 << 20;

ApiError unreadable(const QString &detail)
{
    ApiError error;
    error.kind = ApiError::Kind::UnreadableAnswer;
    error.httpStatus = 200;
    error.detail = detail;
    return error;
}

// Reads the fields of one row and remembers the first that it could not read.
class RowReader
{
public:
    explicit RowReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    const std::optional<SkippedRow> &problem() const { return m_problem; }

    QString text(QLatin1String field)
    {
        const QJsonValue value = required(field);
        // Required texts are ids, and a row without identity cannot be told from others.
        return value.toString().isEmpty() ? refuse(field, value) : bounded(field, value.toString());
    }

    std::optional<QString> textOrNull(QLatin1String field)
    {
        const QJsonValue value = required(field);
        if (value.isNull())
            return std::nullopt;
        return value.isString() ? bounded(field, value.toString()) : refuse(field, value);
    }

    std::optional<Instant> instantOrNull(QLatin1String field)
    {
        const QJsonValue value = required(field);
        if (value.isNull())
            return std::nullopt;
        const std::optional<Instant> instant = parseInstant(value.toString());
        if (!instant)
            refuse(field, value);
        return instant;
    }

    QStringList texts(QLatin1String field)
    {
        const QJsonValue value = required(field);
        if (!value.isArray())
            refuse(field, value);
        const QJsonArray array = value.toArray();
        QStringList texts;
        for (const QJsonValue entry : array) {
            if (!entry.isString())
                refuse(field, entry);
            texts.append(bounded(field, entry.toString()));
        }
        return texts;
    }

private:
    QJsonValue required(QLatin1String field) const { return m_object.value(field); }

    QString bounded(QLatin1String field, QString text)
    {
        m_length += text.size();
        if (m_length > maxRowLength)
            note(field, SkippedRow::Reason::TooLong);
        return text;
    }

    QString refuse(QLatin1String field, const QJsonValue &value)
    {
        note(field, value.isUndefined() ? SkippedRow::Reason::MissingField
                                        : SkippedRow::Reason::WrongType);
        return {};
    }

    void note(QLatin1String field, SkippedRow::Reason reason)
    {
        if (!m_problem)
            m_problem = SkippedRow{0, m_object.value(QLatin1String("id")).toString().left(64),
                                   field, reason};
    }

    const QJsonObject &m_object;
    qsizetype m_length = 0;
    std::optional<SkippedRow> m_problem;
};

Expected<Conversation, SkippedRow> decodeRow(const QJsonValue &value)
{
    if (!value.isObject())
        return Unexpected{SkippedRow{}};
    const QJsonObject object = value.toObject();
    RowReader read(object);
    Conversation row;
    row.id = read.text(QLatin1String("id"));
    row.phoneNumberId = read.text(QLatin1String("phoneNumberId"));
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
    if (read.problem())
        return Unexpected{*read.problem()};
    return row;
}

ApiError::Kind kindOfStatus(int status)
{
    using Kind = ApiError::Kind;
    switch (status) {
    case 401:
        return Kind::RefusedKey;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 408:
        return Kind::Timeout;
    case 429:
        return Kind::RateLimited;
    default:
        if (status >= 300 && status < 400)
            return Kind::Redirected;
        if (status >= 400 && status < 500)
            return Kind::BadParameter;
        return status >= 500 ? Kind::Server : Kind::UnreadableAnswer;
    }
}

} // namespace

Expected<Page, ApiError> decodePage(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = parseJson(body, &parseError);
    if (document.isNull())
        return Unexpected{unreadable(QStringLiteral("no JSON: %1 at byte %2 of %3")
                                         .arg(parseError.errorString())
                                         .arg(parseError.offset)
                                         .arg(body.size()))};
    const QJsonObject object = document.object();
    const QJsonValue data = object.value(QLatin1String("data"));
    const QJsonValue token = object.value(QLatin1String("nextPageToken"));
    QStringList missing;
    if (!data.isArray())
        missing.append(QStringLiteral("data"));
    if (!token.isString() && !token.isNull())
        missing.append(QStringLiteral("nextPageToken"));
    if (!missing.isEmpty())
        return Unexpected{unreadable(QStringLiteral("no page of conversations: no usable ") +
                                     missing.join(QStringLiteral(", ")))};

    Page page;
    if (token.isString())
        page.nextPageToken = token.toString();
    const QJsonArray rows = data.toArray();
    page.rows.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto row = decodeRow(rows.at(i));
        if (row) {
            page.rows.append(std::move(*row));
        } else {
            row.error().index = int(i);
            page.skipped.append(row.error());
        }
    }
    return page;
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
    return error;
}

} // namespace quo
