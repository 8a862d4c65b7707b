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
    const inbox::SearchQuery query =
        inbox::parseSearch(text, now, QTimeZone::utc(), {QStringLiteral("US")});
    fuzz::require(inbox::narrows(query, query));
    for (qsizetype typed = 0; typed < text.size(); ++typed)
        inbox::parseSearch(text.left(typed), now, QTimeZone::utc(), {QStringLiteral("US")});
    inbox::foundIn(text, 0, query.terms);
    const QString condition = inbox::searchCondition(0, text);
    const QString with = inbox::withCondition(QStringLiteral("is:muted"), condition);
    fuzz::require(condition.isEmpty() || inbox::hasCondition(with, condition));
    fuzz::require(!inbox::hasCondition(inbox::withoutCondition(with, condition), condition));
    return 0;
}
