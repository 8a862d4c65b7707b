// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/completenesswords.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "words/errorwords.h"
#include "words/instanttext.h"
#include "words/problemwords.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <functional>

namespace words {

namespace {

using quo::QueryField;

struct CompletenessWords
{
    Q_DECLARE_TR_FUNCTIONS(words::CompletenessWords)
};

QString reasonText(const quo::SkippedRow &row)
{
    switch (row.reason) {
    case quo::SkippedRow::Reason::NotAnObject:
        return CompletenessWords::tr("not an object");
    case quo::SkippedRow::Reason::MissingField:
        return CompletenessWords::tr("“%1” is missing").arg(row.field);
    case quo::SkippedRow::Reason::WrongType:
        return CompletenessWords::tr("“%1” has the wrong type").arg(row.field);
    case quo::SkippedRow::Reason::TooLong:
        return CompletenessWords::tr("“%1” is too long").arg(row.field);
    }
    return {};
}

QString filterNames(const QList<QueryField> &fields)
{
    QStringList names;
    for (const QueryField field : fields)
        names.append(filterName(field));
    return names.join(QStringLiteral(", "));
}

bool asksForEverything(quo::ConversationQuery query)
{
    query.maxResults = quo::ConversationQuery().maxResults;
    return query == quo::ConversationQuery();
}

QString failureSentence(const quo::Completeness::Failure &failure)
{
    const QString reason = errorSentence(failure.error);
    return asksForEverything(failure.query)
               ? CompletenessWords::tr("Couldn’t load all conversations. %1").arg(reason)
               : CompletenessWords::tr("Couldn’t load %1. %2", "a request, and why")
                     .arg(requestText(failure.query), reason);
}

QString failuresSentence(const QList<quo::Completeness::Failure> &failures)
{
    QStringList texts;
    for (const quo::Completeness::Failure &failure : failures)
        texts.append(
            QString(failureSentence(failure) + u' ' + errorDetail(failure.error)).trimmed());
    return texts.join(u' ');
}

QString unreadableReasons(const quo::Completeness &completeness, const QLocale &locale)
{
    QMap<QString, int> counts;
    for (const quo::SkippedRow &row : completeness.unreadable)
        ++counts[reasonText(row)];
    QStringList reasons;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        reasons.append(CompletenessWords::tr("%1 (%2)", "a reason and how often")
                           .arg(it.key(), locale.toString(it.value())));
    return reasons.join(QStringLiteral("; "));
}

// Rows that contradict a filter are left out, but the effect of these two cannot be seen in a row.
bool isSeenInRows(QueryField field)
{
    return field != QueryField::UserId && field != QueryField::ExcludeInactive;
}

QString ignoredSentence(const QList<QueryField> &fields)
{
    const QString filters =
        CompletenessWords::tr("Quo ignored the filter “%1”.", nullptr, int(fields.size()))
            .arg(filterNames(fields));
    return CompletenessWords::tr("%1 %2", "two sentences")
        .arg(filters, std::ranges::all_of(fields, isSeenInRows)
                          ? CompletenessWords::tr("Quoin left out the rows that don’t match it.")
                          : CompletenessWords::tr("Some rows don’t match it."));
}

QString sentenceOf(quo::Gap gap, const quo::Completeness &completeness,
                   const std::function<QString(const QString &)> &nameOfLine, const QLocale &locale)
{
    switch (gap) {
    case quo::Gap::Failures:
        return failuresSentence(completeness.failures);
    case quo::Gap::Stopped:
        return CompletenessWords::tr("Stopped before everything was read.");
    case quo::Gap::MoreExist:
        return CompletenessWords::tr("More conversations are in Quo.");
    case quo::Gap::LimitReached:
        return CompletenessWords::tr("The limit was reached; more rows match.");
    case quo::Gap::OnlySelected:
        return CompletenessWords::tr("Only the selected rows are included.");
    case quo::Gap::UnreadableRows:
        return CompletenessWords::tr("Left out %1 conversations that couldn’t be read.", nullptr,
                                     int(completeness.unreadableCount))
            .arg(locale.toString(completeness.unreadableCount));
    case quo::Gap::IgnoredFilters:
        return ignoredSentence(completeness.ignoredFilters);
    case quo::Gap::UncheckedFilters:
        return CompletenessWords::tr("Couldn’t check whether Quo applied the filter “%1”.")
            .arg(filterNames(completeness.uncheckedFilters));
    case quo::Gap::RefusedLines: {
        QStringList names;
        for (const QString &line : completeness.refusedLines)
            names.append(nameOfLine(line));
        return CompletenessWords::tr("Not shown: %1. The key’s owner has no access.")
            .arg(names.join(QStringLiteral(", ")));
    }
    case quo::Gap::RowsMoved:
        return CompletenessWords::tr(
            "The list changed while it was loading, so some may be missing. Refresh to check.");
    case quo::Gap::ContactsNotSearched:
        return contactsSentence(*completeness.contactsProblem);
    }
    return {};
}

} // namespace

QStringList reasonTexts(const QList<quo::SkippedRow> &rows)
{
    QStringList reasons;
    for (const quo::SkippedRow &row : rows)
        reasons.append(reasonText(row));
    reasons.removeDuplicates();
    return reasons;
}

QString requestText(const quo::ConversationQuery &query)
{
    return QString::fromLatin1(query.encoded(quo::ArrayStyle::Plain));
}

QString orderText(const inbox::SortKeys &sort)
{
    QStringList columns;
    for (const inbox::SortKey &key : sort)
        columns.append(QString(inbox::columns()[size_t(key.column)].name) +
                       (key.descending ? QStringLiteral(" descending") : QString()));
    return sort.isEmpty() ? CompletenessWords::tr("as they arrived")
                          : columns.join(QStringLiteral(", "));
}

QString gapSentence(quo::Gap gap, const quo::Completeness &completeness,
                    const inbox::CellContext &context)
{
    const auto nameOfLine = [&context](const QString &line) {
        return inbox::lineName(line, context.directory, context.reader.region);
    };
    return sentenceOf(gap, completeness, nameOfLine, context.reader.locale);
}

QStringList gapSentences(const quo::Completeness &completeness, const inbox::CellContext &context)
{
    QStringList sentences;
    for (const quo::Gap gap : completeness.gaps())
        sentences.append(gapSentence(gap, completeness, context));
    return sentences;
}

QString gapDetail(const quo::Completeness &completeness, const QLocale &locale)
{
    return completeness.unreadable.isEmpty()
               ? QString()
               : CompletenessWords::tr("Reasons: %1.").arg(unreadableReasons(completeness, locale));
}

QStringList missingTexts(const quo::Completeness &completeness)
{
    const auto plainLine = [](const QString &line) { return line; };
    const QString detail = gapDetail(completeness, QLocale::c());
    QStringList texts;
    for (const quo::Gap gap : completeness.gaps())
        texts.append(
            sentenceOf(gap, completeness, plainLine, QLocale::c()) +
            (gap == quo::Gap::UnreadableRows && !detail.isEmpty() ? u' ' + detail : QString()));
    return texts;
}

QString contactsSentence(const quo::ContactsProblem &problem)
{
    if (const auto *error = std::get_if<quo::ApiError>(&problem))
        return CompletenessWords::tr("Contact names weren’t searched. %1")
            .arg(errorSentence(*error));
    if (std::holds_alternative<quo::ContactsAwaited>(problem))
        return CompletenessWords::tr(
            "Contact names are still loading, so not all of them were searched.");
    if (std::holds_alternative<quo::ContactsNotKept>(problem))
        return CompletenessWords::tr(
            "Contact names weren’t searched: they aren’t kept on this computer yet.");
    return CompletenessWords::tr(
        "Contact names weren’t searched: they’re off in the workspace menu.");
}

QString keptSummary(qsizetype rows, bool isWhole, const std::optional<quo::Instant> &asOf,
                    const inbox::CellContext &context)
{
    const QString count = context.reader.locale.toString(rows);
    if (!asOf && rows == 0)
        return CompletenessWords::tr("No conversations.");
    if (!asOf)
        return CompletenessWords::tr("The first %1 conversations.", nullptr, int(rows)).arg(count);
    const QString time = instantInSentence(*asOf, context);
    return isWhole ? CompletenessWords::tr("All %1 conversations as of %2.", nullptr, int(rows))
                         .arg(count, time)
                   : CompletenessWords::tr("%1 conversations as of %2.", nullptr, int(rows))
                         .arg(count, time);
}

QString verdictSentence(const quo::Completeness &completeness)
{
    const QString reasons = missingTexts(completeness).join(u' ');
    switch (completeness.verdict()) {
    case quo::Verdict::Whole:
        return {};
    case quo::Verdict::Incomplete:
        return CompletenessWords::tr("incomplete: %1").arg(reasons);
    case quo::Verdict::NothingUsable:
        return CompletenessWords::tr("nothing usable: %1").arg(reasons);
    }
    return {};
}

} // namespace words
