// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/querysplit.h"

namespace quo {

namespace {

// Each part ends with a page that is half empty on average, so fewer parts are cheaper. With fewer
// than these, the last ones would be waited for: at 400 ms a request, four at a time make ten a
// second.
constexpr qsizetype mostParts = 8;
constexpr milliseconds overlap{1000};

// Lines are dealt out in turn: neighbours are often alike, and should be in different groups.
QList<QStringList> grouped(const QStringList &lines)
{
    const qsizetype fullGroups = (lines.size() + maximumPhoneNumbers - 1) / maximumPhoneNumbers;
    QList<QStringList> groups(qMax(fullGroups, qMin(mostParts, lines.size())));
    for (qsizetype i = 0; i < lines.size(); ++i)
        groups[i % groups.size()].append(lines[i]);
    return groups;
}

// The query's created window in equal parts; the last is open where the query's is.
QList<ConversationQuery> windows(const ConversationQuery &query, Instant now, qsizetype count)
{
    const Instant from = *query.createdAfter;
    const Instant to = query.createdBefore.value_or(now);
    const milliseconds span = (to - from) / count;
    if (span <= 2 * overlap)
        return {query};
    QList<ConversationQuery> parts(count, query);
    for (qsizetype i = 1; i < count; ++i) {
        const Instant border = from + i * span;
        parts[i - 1].createdBefore = border;
        parts[i].createdAfter = border - overlap;
    }
    return parts;
}

} // namespace

QList<ConversationQuery> split(const ConversationQuery &query, const QStringList &lines,
                               Instant now)
{
    QList<ConversationQuery> byLine;
    const QList<QStringList> groups =
        grouped(query.phoneNumbers.isEmpty() ? lines : query.phoneNumbers);
    for (const QStringList &group : groups) {
        ConversationQuery part = query;
        part.phoneNumbers = group;
        byLine.append(part);
    }
    if (byLine.size() < 2)
        byLine = {query};
    if (!query.createdAfter || byLine.size() > mostParts / 2)
        return byLine;
    QList<ConversationQuery> parts;
    for (const ConversationQuery &part : std::as_const(byLine))
        parts.append(windows(part, now, mostParts / byLine.size()));
    return parts;
}

} // namespace quo
