// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "inbox/searchconditions.h"
#include "inbox/searchmarks.h"
#include "inbox/searchparser.h"

// What is typed into the search field, whole and up to each of its characters.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::toBytes(data, size)).left(200);
    const quo::Instant now(quo::milliseconds(1767225600000));
    const inbox::SearchContext context{now, QTimeZone::utc(), {QStringLiteral("US")}};
    const inbox::SearchQuery query = inbox::parseSearch(text, context);
    fuzz::require(inbox::narrows(query, query));
    for (qsizetype typed = 0; typed < text.size(); ++typed)
        inbox::parseSearch(text.left(typed), context);
    inbox::foundIn(text, 0, query.terms);
    const inbox::SplitSearch split = inbox::splitSearch(text, context);
    QStringList conditions;
    for (const inbox::SearchCondition &part : split.conditions)
        conditions.append(part.text);
    const QString joined = inbox::joinedSearch(conditions, split.text);
    fuzz::require(inbox::parseSearch(joined, context).terms.size() == query.terms.size());
    fuzz::require(inbox::splitSearch(joined, context).text == split.text);
    const QString condition = inbox::searchCondition(0, text);
    const QString with = inbox::withCondition(QStringLiteral("is:muted"), condition);
    fuzz::require(condition.isEmpty() || inbox::hasCondition(with, condition));
    return 0;
}
