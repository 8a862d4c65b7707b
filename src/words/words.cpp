// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include "inbox/column.h"
#include "inbox/instanttext.h"

#include <QCoreApplication>
#include <QMap>

#include <functional>

namespace words {

namespace {

using quo::ApiError;
using quo::QueryField;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(words::Words)
};

QString seconds(quo::Instant until, quo::Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until - now);
    return Words::tr("%1 s", "seconds").arg(qMax(qint64(0), qint64(left.count())));
}

// Requests a second of loading all, since it began.
QString rateText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    const double seconds = qMax(1.0, std::chrono::duration<double>(now - status.fullBegun).count());
    return locale.toString(status.fullRequests / seconds, 'f', 1);
}

QString reasonText(const quo::SkippedRow &row)
{
    switch (row.reason) {
    case quo::SkippedRow::Reason::NotAnObject:
        return Words::tr("the row is no object");
    case quo::SkippedRow::Reason::MissingField:
        return Words::tr("‘%1’ is missing").arg(row.field);
    case quo::SkippedRow::Reason::WrongType:
        return Words::tr("‘%1’ has a wrong type").arg(row.field);
    case quo::SkippedRow::Reason::TooLong:
        return Words::tr("‘%1’ is too long").arg(row.field);
    }
    return {};
}

// For the middle of a sentence.
QString gapName(quo::Gap gap)
{
    switch (gap) {
    case quo::Gap::Failures:
        return Words::tr("parts failed");
    case quo::Gap::Stopped:
        return Words::tr("stopped");
    case quo::Gap::MoreExist:
        return Words::tr("more exist");
    case quo::Gap::LimitReached:
        return Words::tr("limit reached");
    case quo::Gap::OnlySelected:
        return Words::tr("selected rows only");
    case quo::Gap::UnreadableRows:
        return Words::tr("rows unreadable");
    case quo::Gap::IgnoredFilters:
        return Words::tr("filters ignored");
    case quo::Gap::UncheckedFilters:
        return Words::tr("filters unchecked");
    case quo::Gap::RefusedLines:
        return Words::tr("lines refused");
    case quo::Gap::RowsMoved:
        return Words::tr("rows moved");
    case quo::Gap::ContactsNotSearched:
        return Words::tr("contacts not searched");
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
        texts.append(Words::tr("Not read: %1. %2", "what is missing and why")
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
        reasons.append(Words::tr("%1 (%2)", "a reason and how often")
                           .arg(it.key(), locale.toString(it.value())));
    return Words::tr("Rows that could not be read and are left out: %1. Why: %2.")
        .arg(locale.toString(completeness.unreadableCount), reasons.join(QStringLiteral("; ")));
}

QString sentenceOf(quo::Gap gap, const quo::Completeness &completeness,
                   const std::function<QString(const QString &)> &nameOfLine, const QLocale &locale)
{
    switch (gap) {
    case quo::Gap::Failures:
        return failuresSentence(completeness.failures);
    case quo::Gap::Stopped:
        return Words::tr("Reading was stopped before everything was there.");
    case quo::Gap::MoreExist:
        return Words::tr("There is more than has been read.");
    case quo::Gap::LimitReached:
        return Words::tr("The limit was reached, and more rows match.");
    case quo::Gap::OnlySelected:
        return Words::tr("The export holds only the selected rows.");
    case quo::Gap::UnreadableRows:
        return unreadableSentence(completeness, locale);
    case quo::Gap::IgnoredFilters:
        return Words::tr("The server did not apply these filters: %1. The list may hold rows that "
                         "do not match, or lack some that do.")
            .arg(filterNames(completeness.ignoredFilters));
    case quo::Gap::UncheckedFilters:
        return Words::tr("It could not be checked whether the server applied: %1.")
            .arg(filterNames(completeness.uncheckedFilters));
    case quo::Gap::RefusedLines: {
        QStringList names;
        for (const QString &line : completeness.refusedLines)
            names.append(nameOfLine(line));
        return Words::tr("Left out, since the key’s owner may not see them: %1.")
            .arg(names.join(QStringLiteral(", ")));
    }
    case quo::Gap::RowsMoved:
        return Words::tr(
            "Rows moved while they were read, so some may be missing. Read them again.");
    case quo::Gap::ContactsNotSearched:
        return contactsSentence(*completeness.contactsProblem);
    }
    return {};
}

QString wallText(const workspace::WallTime &wall, const QLocale &locale)
{
    const QString date = locale.toString(wall.date, QLocale::ShortFormat);
    if (wall.time == QTime(0, 0))
        return date;
    return Words::tr("%1 %2", "date and time")
        .arg(date, locale.toString(wall.time, QLocale::ShortFormat));
}

} // namespace

QString completenessText(const inbox::SessionStatus &status, const QLocale &locale)
{
    const quo::Completeness &completeness = status.completeness;
    const QString loaded = locale.toString(status.loaded);
    const QString shown = locale.toString(status.shown);
    const bool isFiltered = status.isFiltered && status.firstPageArrived;
    if (completeness.isWhole())
        return isFiltered ? Words::tr("%1 of %2 match, complete").arg(shown, loaded)
                          : Words::tr("complete, %1").arg(loaded);
    if (completeness.isStopped || !completeness.failures.isEmpty()) {
        const QString reason =
            errorName(completeness.failures.isEmpty() ? ApiError::of(ApiError::Kind::Stopped)
                                                      : completeness.failures.first().error);
        return isFiltered
                   ? Words::tr("stopped: %1, %2 of %3 loaded match").arg(reason, shown, loaded)
                   : Words::tr("stopped: %1, %2 loaded").arg(reason, loaded);
    }
    if (completeness.moreExist) {
        if (isFiltered && completeness.contactsProblem)
            return Words::tr("%1 of %2 loaded match, %3", "the last is why there may be more")
                .arg(shown, loaded, gapName(quo::Gap::ContactsNotSearched));
        if (isFiltered)
            return Words::tr("%1 of %2 loaded match").arg(shown, loaded);
        return status.firstPageArrived && !status.isChecking
                   ? Words::tr("first %1, more exist").arg(loaded)
                   : Words::tr("first %1, more may exist").arg(loaded);
    }
    QStringList reasons;
    for (const quo::Gap gap : completeness.gaps())
        reasons.append(gapName(gap));
    const QString why = reasons.join(QStringLiteral(", "));
    return isFiltered ? Words::tr("%1 of %2 match, incomplete: %3").arg(shown, loaded, why)
                      : Words::tr("incomplete: %1, %2 loaded").arg(why, loaded);
}

QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    if (const auto *waiting = std::get_if<quo::PageWalk::Waiting>(&status.walk);
        waiting && !status.offlineSince)
        return waitSentence(waiting->wait, now);
    if (status.refreshing && status.refreshed == 0)
        return Words::tr("Asking for what has changed…");
    if (status.refreshing && std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return Words::tr("Refreshing, %1 of %2")
            .arg(locale.toString(status.refreshed), locale.toString(status.loaded));
    if (status.loadingAll) {
        return Words::tr("Loading all: %1 so far, %2 requests a second")
            .arg(locale.toString(status.loaded), rateText(status, now, locale));
    }
    if (status.isChecking)
        return Words::tr("Checking the list…");
    if (std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return Words::tr("Loading…");
    return {};
}

QString freshnessText(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    if (status.offlineSince)
        return Words::tr("Offline since %1, trying again")
            .arg(inbox::shortInstant(*status.offlineSince, context));
    const quo::Instant asOf =
        status.refreshEnded == quo::Instant() ? status.begun : status.refreshEnded;
    if (!status.firstPageArrived)
        return {};
    return Words::tr("as of %1").arg(inbox::shortInstant(asOf, context));
}

QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    const quo::Pacer::Load &load = status.load;
    QStringList texts{
        Words::tr("Requests in the last second: %1 of %2").arg(load.lastSecond).arg(load.perSecond),
        Words::tr("On their way: %1").arg(load.inFlight),
        Words::tr("Waiting for their turn: %1").arg(load.waiting),
        Words::tr("Refused as too many (429): %1").arg(load.rateLimited)};
    if (status.loadingAll) {
        texts.append(Words::tr("Loading all: %1 requests in %2, %3 a second")
                         .arg(locale.toString(status.fullRequests),
                              durationText(context.now - status.fullBegun),
                              rateText(status, context.now, locale)));
        texts.append(Words::tr("Quo does not say how many there are, so the end is not known."));
    }
    return texts;
}

QString waitSentence(const quo::Wait &wait, quo::Instant now)
{
    QString name = errorName(wait.because);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return Words::tr("%1, trying again in %2 (try %3 of %4)")
        .arg(name, seconds(wait.until, now))
        .arg(wait.nextTry)
        .arg(wait.tries);
}

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
        columns.append(QString(inbox::columns()[size_t(key.column)].id) +
                       (key.descending ? QStringLiteral(" descending") : QString()));
    return sort.isEmpty() ? Words::tr("as they arrived") : columns.join(QStringLiteral(", "));
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
    if (const auto *error = std::get_if<ApiError>(&problem))
        return Words::tr("The search did not look at the names of contacts. %1")
            .arg(errorSentence(*error));
    if (std::holds_alternative<quo::ContactsAwaited>(problem))
        return Words::tr("The names of contacts are still being read, so the search does not look "
                         "at all of them yet.");
    return Words::tr("The search did not look at the names of contacts, since they are switched "
                     "off in the workspace menu.");
}

QString gapSentence(quo::Gap gap, const quo::Completeness &completeness,
                    const inbox::CellContext &context)
{
    const auto nameOfLine = [&context](const QString &line) {
        return inbox::lineName(line, context.directory, context.reader.region);
    };
    return sentenceOf(gap, completeness, nameOfLine, context.reader.locale);
}

QString verdictSentence(const quo::Completeness &completeness)
{
    const QString reasons = missingTexts(completeness).join(u' ');
    switch (completeness.verdict()) {
    case quo::Verdict::Whole:
        return {};
    case quo::Verdict::Incomplete:
        return Words::tr("incomplete: %1").arg(reasons);
    case quo::Verdict::NothingUsable:
        return Words::tr("nothing usable: %1").arg(reasons);
    }
    return {};
}

QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context)
{
    switch (state.assignment) {
    case inbox::ConversationState::Assignment::Unassigned:
        return Words::tr("Unassigned");
    case inbox::ConversationState::Assignment::Teammate:
        return Words::tr("Assigned to %1")
            .arg(inbox::assigneeName(*row.assignedTo(), context.directory));
    case inbox::ConversationState::Assignment::SystemUser:
        return Words::tr("Assigned to the system");
    }
    return {};
}

QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    switch (state.mute) {
    case inbox::ConversationState::Mute::NotMuted:
        return Words::tr("Not muted");
    case inbox::ConversationState::Mute::MutedForGood:
        return Words::tr("Muted");
    case inbox::ConversationState::Mute::MutedUntil:
        return Words::tr("Muted until %1, for another %2")
            .arg(inbox::shortInstant(*row.mutedUntil(), context),
                 durationText(*row.mutedUntil() - context.now));
    }
    return {};
}

QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context)
{
    switch (state.snooze) {
    case inbox::ConversationState::Snooze::NotSnoozed:
        return Words::tr("Not snoozed");
    case inbox::ConversationState::Snooze::SnoozedUntil:
        return Words::tr("Snoozed until %1, in %2")
            .arg(inbox::shortInstant(*row.snoozedUntil(), context),
                 durationText(*row.snoozedUntil() - context.now));
    case inbox::ConversationState::Snooze::SnoozeEnded:
        return Words::tr("Snooze ended %1 ago")
            .arg(durationText(context.now - *row.snoozedUntil()));
    }
    return {};
}

QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context)
{
    return state.deleted
               ? Words::tr("Deleted %1 ago").arg(durationText(context.now - *row.deletedAt()))
               : QString();
}

QString facetName(inbox::Facet facet)
{
    using Mark = inbox::ConversationState::Mark;
    switch (facet) {
    case inbox::Facet::Unassigned:
        return inbox::markName(Mark::Unassigned);
    case inbox::Facet::Assigned:
        return Words::tr("Assigned");
    case inbox::Facet::Snoozed:
        return inbox::markName(Mark::Snoozed);
    case inbox::Facet::SnoozeEnded:
        return inbox::markName(Mark::SnoozeEnded);
    case inbox::Facet::Muted:
        return inbox::markName(Mark::Muted);
    case inbox::Facet::Deleted:
        return inbox::markName(Mark::Deleted);
    }
    return {};
}

QString durationText(quo::milliseconds duration)
{
    using namespace std::chrono;
    if (duration >= 2 * years(1))
        return Words::tr("%1 y", "years").arg(qint64(floor<years>(duration).count()));
    if (duration >= days(2))
        return Words::tr("%1 d", "days").arg(qint64(floor<days>(duration).count()));
    if (duration >= hours(1))
        return Words::tr("%1 h", "hours").arg(qint64(floor<hours>(duration).count()));
    if (duration >= minutes(1))
        return Words::tr("%1 min", "minutes").arg(qint64(floor<minutes>(duration).count()));
    return Words::tr("a moment");
}

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString withoutMnemonic(QString text)
{
    for (qsizetype i = text.indexOf(u'&'); i >= 0; i = text.indexOf(u'&', i + 1))
        text.remove(i, 1); // of two, the second stays
    return text;
}

QList<int> refreshIntervals()
{
    return {0, 30, 60, 300};
}

QString refreshText(int seconds)
{
    switch (seconds) {
    case 0:
        return Words::tr("Only when I &ask");
    case 30:
        return Words::tr("Every &30 seconds");
    case 60:
        return Words::tr("Every &minute");
    default:
        return Words::tr("Every &%1 minutes").arg(seconds / 60);
    }
}

QString presetName(workspace::DateFilter::Preset preset)
{
    using Preset = workspace::DateFilter::Preset;
    switch (preset) {
    case Preset::Any:
        return Words::tr("Any time");
    case Preset::Today:
        return Words::tr("Today");
    case Preset::Yesterday:
        return Words::tr("Yesterday");
    case Preset::Last7Days:
        return Words::tr("Last 7 days");
    case Preset::Last30Days:
        return Words::tr("Last 30 days");
    case Preset::ThisMonth:
        return Words::tr("This month");
    case Preset::Custom:
        return Words::tr("Custom");
    }
    return {};
}

QString rangeText(const workspace::DateFilter &filter, const QLocale &locale)
{
    using Preset = workspace::DateFilter::Preset;
    if (filter.preset == Preset::Any)
        return {};
    if (filter.preset != Preset::Custom)
        return presetName(filter.preset);
    if (filter.from && filter.to)
        return Words::tr("%1 – %2", "from and to")
            .arg(wallText(*filter.from, locale), wallText(*filter.to, locale));
    if (filter.from)
        return Words::tr("from %1").arg(wallText(*filter.from, locale));
    return filter.to ? Words::tr("until %1").arg(wallText(*filter.to, locale)) : QString();
}

} // namespace words
