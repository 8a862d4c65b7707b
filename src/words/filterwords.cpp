// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/filterwords.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "words/choicewords.h"
#include "words/problemwords.h"
#include "words/rowwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

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

QStringList leftOutLines(const QStringList &lines, const quo::Directory &directory)
{
    const QList<quo::Line> all = directory.lines();
    QStringList others;
    qsizetype known = 0;
    for (const quo::Line &line : all)
        if (lines.contains(line.id))
            ++known;
        else
            others.append(line.id);
    return known > 2 && known == lines.size() && others.size() < known ? others : QStringList();
}

QString listText(const QStringList &values, const QLocale &locale)
{
    if (values.size() <= 2)
        return values.join(QStringLiteral(", "));
    return FilterWords::tr("%1 +%2", "the first value, and how many others")
        .arg(values.first(), locale.toString(values.size() - 1));
}

QString linesText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    const QStringList leftOut = leftOutLines(filters.lines, context.directory);
    const inbox::Collator collator(context.reader.locale);
    const auto text = [&](const QStringList &ids) {
        QStringList names;
        for (const QString &id : ids)
            names.append(lineLabel(id, context));
        std::ranges::stable_sort(names, [&collator](const QString &a, const QString &b) {
            return collator.compare(a, b) < 0;
        });
        return listText(names, context.reader.locale);
    };
    return leftOut.isEmpty() ? text(filters.lines)
                             : FilterWords::tr("not %1", "lines").arg(text(leftOut));
}

QString teammateText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    return inbox::shownAssignee(filters.teammate, context.directory);
}

QString filtersText(const workspace::Filters &filters, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    QString text = joined({filters.lines.size() > 1
                               ? FilterWords::tr("%1 lines", nullptr, int(filters.lines.size()))
                                     .arg(locale.toString(filters.lines.size()))
                               : linesText(filters, context),
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
