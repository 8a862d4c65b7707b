// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/completenesswords.h"

#include "inbox/column.h"
#include "inbox/naming.h"
#include "words/errorwords.h"
#include "words/problemwords.h"

#include <QCoreApplication>
#include <QMap>

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
        return CompletenessWords::tr("the row is no object");
    case quo::SkippedRow::Reason::MissingField:
        return CompletenessWords::tr("‘%1’ is missing").arg(row.field);
    case quo::SkippedRow::Reason::WrongType:
        return CompletenessWords::tr("‘%1’ has a wrong type").arg(row.field);
    case quo::SkippedRow::Reason::TooLong:
        return CompletenessWords::tr("‘%1’ is too long").arg(row.field);
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

QString failuresSentence(const QList<quo::Completeness::Failure> &failures)
{
    QStringList texts;
    for (const quo::Completeness::Failure &failure : failures) {
        const QString detail = errorDetail(failure.error);
        texts.append(CompletenessWords::tr("Not read: %1. %2", "what is missing and why")
                         .arg(requestText(failure.query), errorSentence(failure.error)) +
                     (detail.isEmpty() ? QString() : u' ' + detail));
    }
    return texts.join(u' ');
}

QString unreadableSentence(const quo::Completeness &completeness, const QLocale &locale)
{
    QMap<QString, int> counts;
    for (const quo::SkippedRow &row : completeness.unreadable)
        ++counts[reasonText(row)];
    QStringList reasons;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        reasons.append(CompletenessWords::tr("%1 (%2)", "a reason and how often")
                           .arg(it.key(), locale.toString(it.value())));
    return CompletenessWords::tr("Rows that could not be read and are left out: %1. Why: %2.")
        .arg(locale.toString(completeness.unreadableCount), reasons.join(QStringLiteral("; ")));
}

QString sentenceOf(quo::Gap gap, const quo::Completeness &completeness,
                   const std::function<QString(const QString &)> &nameOfLine, const QLocale &locale)
{
    switch (gap) {
    case quo::Gap::Failures:
        return failuresSentence(completeness.failures);
    case quo::Gap::Stopped:
        return CompletenessWords::tr("Reading was stopped before everything was there.");
    case quo::Gap::MoreExist:
        return CompletenessWords::tr("There is more than has been read.");
    case quo::Gap::LimitReached:
        return CompletenessWords::tr("The limit was reached, and more rows match.");
    case quo::Gap::OnlySelected:
        return CompletenessWords::tr("The export holds only the selected rows.");
    case quo::Gap::UnreadableRows:
        return unreadableSentence(completeness, locale);
    case quo::Gap::IgnoredFilters:
        return CompletenessWords::tr(
                   "The server did not apply these filters: %1. The list may hold rows that "
                   "do not match, or lack some that do.")
            .arg(filterNames(completeness.ignoredFilters));
    case quo::Gap::UncheckedFilters:
        return CompletenessWords::tr("It could not be checked whether the server applied: %1.")
            .arg(filterNames(completeness.uncheckedFilters));
    case quo::Gap::RefusedLines: {
        QStringList names;
        for (const QString &line : completeness.refusedLines)
            names.append(nameOfLine(line));
        return CompletenessWords::tr("Left out, since the key’s owner may not see them: %1.")
            .arg(names.join(QStringLiteral(", ")));
    }
    case quo::Gap::RowsMoved:
        return CompletenessWords::tr(
            "Rows moved while they were read, so some may be missing. Read them again.");
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

QStringList missingTexts(const quo::Completeness &completeness)
{
    const auto plainLine = [](const QString &line) { return line; };
    QStringList texts;
    for (const quo::Gap gap : completeness.gaps())
        texts.append(sentenceOf(gap, completeness, plainLine, QLocale::c()));
    return texts;
}

QString contactsSentence(const quo::ContactsProblem &problem)
{
    if (const auto *error = std::get_if<quo::ApiError>(&problem))
        return CompletenessWords::tr("The search did not look at the names of contacts. %1")
            .arg(errorSentence(*error));
    if (std::holds_alternative<quo::ContactsAwaited>(problem))
        return CompletenessWords::tr(
            "The names of contacts are still being read, so the search does not look "
            "at all of them yet.");
    return CompletenessWords::tr(
        "The search did not look at the names of contacts, since they are switched "
        "off in the workspace menu.");
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
