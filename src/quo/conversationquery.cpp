// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/conversationquery.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace quo {

namespace {

constexpr int maxMaxResults = 100;

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

struct Range
{
    QueryField afterField;
    std::optional<Instant> after;
    QueryField beforeField;
    std::optional<Instant> before;
    std::optional<Instant> Conversation::*tested;
};

std::array<Range, 2> rangesOf(const ConversationQuery &query)
{
    return {Range{QueryField::CreatedAfter, query.createdAfter, QueryField::CreatedBefore,
                  query.createdBefore, &Conversation::createdAt},
            Range{QueryField::UpdatedAfter, query.updatedAfter, QueryField::UpdatedBefore,
                  query.updatedBefore, &Conversation::updatedAt}};
}

} // namespace

QLatin1String parameterName(QueryField field)
{
    switch (field) {
    case QueryField::PhoneNumbers:
        return QLatin1String("phoneNumbers");
    case QueryField::UserId:
        return QLatin1String("userId");
    case QueryField::CreatedAfter:
        return QLatin1String("createdAfter");
    case QueryField::CreatedBefore:
        return QLatin1String("createdBefore");
    case QueryField::UpdatedAfter:
        return QLatin1String("updatedAfter");
    case QueryField::UpdatedBefore:
        return QLatin1String("updatedBefore");
    case QueryField::ExcludeInactive:
        return QLatin1String("excludeInactive");
    case QueryField::MaxResults:
        return QLatin1String("maxResults");
    case QueryField::PageToken:
        return QLatin1String("pageToken");
    }
    return {};
}

QByteArray ConversationQuery::encoded(ArrayStyle style) const
{
    QByteArray out;
    const auto add = [&out](QueryField field, const QString &value, const char *suffix = "") {
        if (!out.isEmpty())
            out += '&';
        out += parameterName(field).data();
        out += suffix;
        out += '=';
        out += QUrl::toPercentEncoding(value);
    };
    const auto addInstant = [&add](QueryField field, std::optional<Instant> instant) {
        if (instant)
            add(field, formatInstant(*instant));
    };
    for (const QString &number : phoneNumbers)
        add(QueryField::PhoneNumbers, number, style == ArrayStyle::Brackets ? "%5B%5D" : "");
    if (!userId.isEmpty())
        add(QueryField::UserId, userId);
    addInstant(QueryField::CreatedAfter, createdAfter);
    addInstant(QueryField::CreatedBefore, createdBefore);
    addInstant(QueryField::UpdatedAfter, updatedAfter);
    addInstant(QueryField::UpdatedBefore, updatedBefore);
    if (excludeInactive)
        add(QueryField::ExcludeInactive, QStringLiteral("true"));
    add(QueryField::MaxResults, QString::number(maxResults));
    return out;
}

QList<QueryProblem> problemsOf(const ConversationQuery &query)
{
    using Kind = QueryProblem::Kind;
    QList<QueryProblem> problems;
    if (query.phoneNumbers.size() > maximumPhoneNumbers)
        problems.append(
            {QueryField::PhoneNumbers, Kind::TooMany, QString::number(query.phoneNumbers.size())});
    for (const QString &number : query.phoneNumbers)
        if (!isE164(number) && !isPhoneNumberId(number))
            problems.append({QueryField::PhoneNumbers, Kind::Malformed, number});
    if (!query.userId.isEmpty() && !isUserId(query.userId))
        problems.append({QueryField::UserId, Kind::Malformed, query.userId});
    for (const Range &range : rangesOf(query))
        if (range.after && range.before && *range.after >= *range.before)
            problems.append({range.beforeField, Kind::EmptyRange, formatInstant(*range.before)});
    if (query.maxResults < 1 || query.maxResults > maxMaxResults)
        problems.append(
            {QueryField::MaxResults, Kind::OutOfRange, QString::number(query.maxResults)});
    return problems;
}

bool isE164(QStringView text)
{
    return text.size() >= 3 && text.size() <= 16 && text[0] == u'+' && text[1] != u'0' &&
           std::ranges::all_of(text.mid(1), isAsciiDigit);
}

std::optional<QSet<QString>> requestedLines(const ConversationQuery &query,
                                            const LineNumbers &numbers)
{
    QSet<QString> ids;
    for (const QString &line : query.phoneNumbers) {
        const QString id = isPhoneNumberId(line) ? line : numbers.value(line);
        if (id.isEmpty())
            return std::nullopt;
        ids.insert(id);
    }
    return ids;
}

QList<QueryField> contradicted(const ConversationQuery &query, const Conversation &row,
                               const LineNumbers &numbers)
{
    QList<QueryField> fields;
    bool isRequested = query.phoneNumbers.isEmpty();
    for (const QString &line : query.phoneNumbers) {
        const QString id = isPhoneNumberId(line) ? line : numbers.value(line);
        isRequested = isRequested || id.isEmpty() || id == row.phoneNumberId;
    }
    if (!isRequested)
        fields.append(QueryField::PhoneNumbers);
    for (const Range &range : rangesOf(query)) {
        const std::optional<Instant> value = row.*range.tested;
        if (value && range.after && *value < *range.after)
            fields.append(range.afterField);
        if (value && range.before && *value > *range.before)
            fields.append(range.beforeField);
    }
    return fields;
}

} // namespace quo
