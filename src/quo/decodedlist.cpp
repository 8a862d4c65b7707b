// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedlist.h"

#include "quo/utf8.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace quo {

namespace {

constexpr QLatin1String dataField("data");
constexpr QLatin1String tokenField("nextPageToken");

Unexpected<ApiError> unreadable(const QString &detail)
{
    return {ApiError::of(ApiError::Kind::UnreadableAnswer, detail, 200)};
}

// How other APIs, and Quo's newer one, say that there is more.
bool saysThatThereIsMore(const QJsonObject &page)
{
    constexpr std::array cursors{QLatin1String("nextCursor"), QLatin1String("cursor"),
                                 QLatin1String("next"), QLatin1String("nextPage"),
                                 QLatin1String("next_page_token")};
    constexpr std::array flags{QLatin1String("hasMore"), QLatin1String("hasNextPage"),
                               QLatin1String("has_more")};
    const auto leadsOn = [&page](QLatin1String field) {
        const QJsonValue value = page.value(field);
        return (value.isString() && !value.toString().isEmpty()) || value.isDouble();
    };
    return std::ranges::any_of(cursors, leadsOn) ||
           std::ranges::any_of(flags, [&page](auto flag) { return page.value(flag).toBool(); });
}

} // namespace

Expected<DecodedList, ApiError> decodeList(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = parseJson(body, &parseError);
    if (document.isNull())
        return unreadable(QStringLiteral("no JSON: %1 at byte %2 of %3")
                              .arg(parseError.errorString())
                              .arg(parseError.offset)
                              .arg(body.size()));
    if (document.isArray())
        return unreadable(QStringLiteral("no page of a list, but a bare array: no usable data"));
    const QJsonObject page = document.object();
    const QJsonValue data = page.value(dataField);
    const QJsonValue token = page.value(tokenField);
    const bool isTokenLeftOut =
        token.isUndefined() || (token.isString() && token.toString().isEmpty());
    QStringList missing;
    if (!data.isArray())
        missing.append(dataField);
    if (isTokenLeftOut ? saysThatThereIsMore(page) : !token.isString() && !token.isNull())
        missing.append(tokenField);
    if (!missing.isEmpty())
        return unreadable(QStringLiteral("no page of a list: no usable ") +
                          missing.join(QStringLiteral(", ")));
    DecodedList list;
    list.data = data.toArray();
    if (token.isString() && !isTokenLeftOut)
        list.nextPageToken = token.toString();
    return list;
}

FieldReader::FieldReader(const QJsonValue &entry, qsizetype index)
    : m_object(entry.toObject())
    , m_index(int(index))
{
    if (!entry.isObject())
        note({}, SkippedRow::Reason::NotAnObject);
}

QString FieldReader::id(QLatin1String field)
{
    // Without an id an entry cannot be recognised when it comes again.
    const QString text = value(field).toString();
    if (text.isEmpty())
        refuse(field);
    return text;
}

QString FieldReader::text(QLatin1String field)
{
    const QJsonValue found = value(field);
    if (!found.isString() && !found.isNull() && !found.isUndefined())
        refuse(field);
    return found.toString();
}

void FieldReader::refuse(QLatin1String field)
{
    note(field, value(field).isUndefined() ? SkippedRow::Reason::MissingField
                                           : SkippedRow::Reason::WrongType);
}

void FieldReader::note(QLatin1String field, SkippedRow::Reason reason)
{
    if (!m_problem)
        m_problem =
            SkippedRow{m_index, value(QLatin1String("id")).toString().left(64), field, reason};
}

} // namespace quo
