// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/filterwords.h"

#include "inbox/naming.h"
#include "words/choicewords.h"
#include "words/problemwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace words {

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(words::FilterWords)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString linesText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    if (filters.lines.size() > 1)
        return context.reader.locale.toString(filters.lines.size());
    if (filters.lines.isEmpty())
        return {};
    return inbox::lineName(filters.lines.first(), context.directory, context.reader.region);
}

QString teammateText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    return inbox::shownAssignee(filters.teammate, context.directory);
}

QString filtersText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    const QString lines = linesText(filters, context);
    const QLocale &locale = context.reader.locale;
    QString text =
        joined({filters.lines.size() > 1
                    ? FilterWords::tr("%1 lines", nullptr, int(filters.lines.size())).arg(lines)
                    : lines,
                teammateText(filters, context), rangeText(filters.updated, locale),
                rangeText(filters.created, locale),
                filters.excludeInactive ? FilterWords::tr("active only") : QString()});
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString shownText(const workspace::Filters &filters, const QString &search,
                  const inbox::CellContext &context)
{
    return joined({filtersText(filters, context), search.simplified()});
}

QHash<quo::QueryField, QString> problemSentences(const QList<quo::QueryProblem> &problems)
{
    QHash<quo::QueryField, QString> sentences;
    for (const quo::QueryProblem &problem : problems)
        if (!sentences.contains(problem.field))
            sentences.insert(problem.field, problemSentence(problem));
    return sentences;
}

} // namespace words
