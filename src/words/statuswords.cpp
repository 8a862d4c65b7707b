// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/statuswords.h"

#include "words/columnwords.h"
#include "words/errorwords.h"
#include "words/instanttext.h"

#include <QCoreApplication>

namespace words {

namespace {

using quo::ApiError;

struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(words::StatusWords)
};

QString seconds(quo::milliseconds duration)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(duration);
    return StatusWords::tr("%1 s", "seconds").arg(qMax(qint64(0), qint64(left.count())));
}

QString capitalized(const QString &text, const QLocale &locale)
{
    return locale.toUpper(text.left(1)) + text.mid(1);
}

// Requests per second since everything began to be loaded.
QString rateText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    const double seconds = qMax(1.0, std::chrono::duration<double>(now - status.fullBegun).count());
    return locale.toString(status.fullRequests / seconds, 'f', 1);
}

// For the middle of a sentence.
QString gapName(quo::Gap gap)
{
    switch (gap) {
    case quo::Gap::Failures:
        return StatusWords::tr("some requests failed");
    case quo::Gap::Stopped:
        return StatusWords::tr("stopped");
    case quo::Gap::MoreExist:
        return StatusWords::tr("more in Quo");
    case quo::Gap::LimitReached:
        return StatusWords::tr("limit reached");
    case quo::Gap::OnlySelected:
        return StatusWords::tr("selected rows only");
    case quo::Gap::UnreadableRows:
        return StatusWords::tr("some are unreadable");
    case quo::Gap::IgnoredFilters:
        return StatusWords::tr("Quo ignored a filter");
    case quo::Gap::UncheckedFilters:
        return StatusWords::tr("a filter couldn’t be checked");
    case quo::Gap::RefusedLines:
        return StatusWords::tr("no access to some lines");
    case quo::Gap::RowsMoved:
        return StatusWords::tr("the list changed while loading");
    case quo::Gap::ContactsNotSearched:
        return StatusWords::tr("contact names not searched");
    }
    return {};
}

// What there is; with a time, as of when.
QString completenessText(const inbox::SessionStatus &status, const QString &asOf,
                         const QLocale &locale)
{
    const quo::Completeness &completeness = status.completeness;
    const QString known = locale.toString(status.loaded);
    const QString shown = locale.toString(status.shown);
    const bool isFiltered = status.isFiltered && status.firstPageArrived;
    const auto dated = [&asOf](const QString &text) {
        return asOf.isEmpty()
                   ? text
                   : StatusWords::tr("%1 as of %2", "what there is, a time").arg(text, asOf);
    };
    if (completeness.isWhole() && status.loaded == 0)
        return dated(StatusWords::tr("No conversations"));
    if (completeness.isWhole())
        return dated(isFiltered ? StatusWords::tr("%1 of %2").arg(shown, known)
                                : StatusWords::tr("All %1").arg(known));
    const QString found =
        isFiltered ? dated(StatusWords::tr("%1 matches in the first %2", nullptr, status.shown)
                               .arg(shown, known))
        : status.loaded > 0 ? dated(StatusWords::tr("First %1").arg(known))
                            : StatusWords::tr("Nothing read yet");
    if (completeness.isStopped || !completeness.failures.isEmpty()) {
        const ApiError error = completeness.failures.isEmpty()
                                   ? ApiError::of(ApiError::Kind::Stopped)
                                   : completeness.failures.first().error;
        if (status.offlineSince && error.kind == ApiError::Kind::NoNetwork)
            return found; // 'offline' says why
        const QString reason = errorName(error);
        return StatusWords::tr("%1. %2", "what stopped it, and what there is")
            .arg(capitalized(reason, locale), found);
    }
    if (completeness.moreExist) {
        if (!status.firstPageArrived) // nor requested, while what is kept is read
            return std::holds_alternative<quo::PageWalk::Idle>(status.shownWalk)
                       ? QString()
                       : StatusWords::tr("Loading…");
        return isFiltered && completeness.contactsProblem
                   ? StatusWords::tr("%1, %2", "what there is, and what it lacks")
                         .arg(found, gapName(quo::Gap::ContactsNotSearched))
                   : found;
    }
    QStringList reasons;
    for (const quo::Gap gap : completeness.gaps())
        reasons.append(gapName(gap));
    return StatusWords::tr("%1, incomplete: %2", "what there is, and why")
        .arg(dated(isFiltered ? StatusWords::tr("%1 of %2").arg(shown, known) : known),
             reasons.join(QStringLiteral(", ")));
}

} // namespace

QString completenessText(const inbox::SessionStatus &status, const QLocale &locale)
{
    return completenessText(status, QString(), locale);
}

QString datedCompletenessText(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const std::optional<quo::Instant> &asOf = status.completeness.asOf;
    return completenessText(status, asOf ? instantInSentence(*asOf, context) : QString(),
                            context.reader.locale);
}

QString readingRestText(int known, const QLocale &locale)
{
    return StatusWords::tr("Reading the rest… %1 so far").arg(locale.toString(known));
}

StatusSentence statusSentence(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    using Action = StatusSentence::Action;
    using Light = StatusSentence::Light;
    const QLocale &locale = context.reader.locale;
    const QString found = datedCompletenessText(status, context);
    if (status.offlineSince) {
        const QString offline = StatusWords::tr("Offline since %1")
                                    .arg(instantInSentence(*status.offlineSince, context));
        return {status.loaded == 0
                    ? offline
                    : StatusWords::tr("%1. %2", "the state, and what there is").arg(offline, found),
                Action::TryNow, Light::Trouble};
    }
    // A notice says why, until when, and how to stop it.
    if (std::holds_alternative<quo::PageWalk::Waiting>(status.walk))
        return {found, Action::None, Light::Busy};
    const bool isAtEnd = std::holds_alternative<quo::PageWalk::Ended>(status.shownWalk);
    if (const QString activity = activityText(status, context.now, locale); !activity.isEmpty()) {
        const bool canStop =
            status.refreshing || status.loadingAll || (status.isChecking && !isAtEnd);
        return {activity, canStop ? Action::Stop : Action::None, Light::Busy};
    }
    if (std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return {found, Action::None, Light::Busy};
    const bool canLoadAll = status.firstPageArrived && status.completeness.moreExist;
    if (const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.walk)) {
        if (failed->error.kind != ApiError::Kind::Stopped)
            return {found, Action::TryNow, Light::Trouble};
        return {found, canLoadAll ? Action::LoadAll : Action::TryNow, Light::Partial};
    }
    return {found, canLoadAll ? Action::LoadAll : Action::None,
            status.completeness.isWhole() ? Light::Complete : Light::Partial};
}

QString listHeading(const inbox::SessionStatus &status, const inbox::SortKeys &sort,
                    const QLocale &locale)
{
    if (!status.firstPageArrived)
        return {};
    const quo::Completeness &completeness = status.completeness;
    const bool isOpen =
        completeness.moreExist || completeness.isStopped || !completeness.failures.isEmpty();
    const int count = status.isFiltered ? status.shown : status.loaded;
    if (isOpen && count == 0)
        return {};
    const QString conversations =
        StatusWords::tr("%1 conversations", nullptr, count)
            .arg(isOpen ? StatusWords::tr("%1+", "at least so many").arg(locale.toString(count))
                        : locale.toString(count));
    if (sort.isEmpty())
        return conversations;
    const inbox::SortKey &first = sort.first();
    const inbox::Column &column = inbox::columns()[size_t(first.column)];
    const QString title = columnWords(column.id).title();
    const bool isTime = column.kind == inbox::Column::Kind::Instant;
    const QString order =
        column.id == inbox::ColumnId::LastActivityAt
            ? (first.descending ? StatusWords::tr("newest first") : StatusWords::tr("oldest first"))
        : isTime
            ? (first.descending ? StatusWords::tr("by %1, latest first", "a column").arg(title)
                                : StatusWords::tr("by %1, earliest first", "a column").arg(title))
        : first.descending ? StatusWords::tr("by %1, descending", "a column").arg(title)
                           : StatusWords::tr("by %1", "a column").arg(title);
    return StatusWords::tr("%1, %2", "conversations and their order").arg(conversations, order);
}

QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    if (const auto *waiting = std::get_if<quo::PageWalk::Waiting>(&status.walk);
        waiting && !status.offlineSince)
        return waitSentence(waiting->wait, now);
    if (status.refreshing && status.refreshed == 0)
        return StatusWords::tr("Checking for changes…");
    if (status.refreshing && std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return StatusWords::tr("Refreshing %1 of %2")
            .arg(locale.toString(status.refreshed), locale.toString(status.loaded));
    if (status.loadingAll)
        return StatusWords::tr("Loading all: %1 so far").arg(locale.toString(status.loaded));
    if (status.isChecking)
        return StatusWords::tr("Checking that none are missing…");
    // Below rows that are there, the end of the list says it.
    if (std::holds_alternative<quo::PageWalk::Fetching>(status.walk) && status.loaded == 0)
        return StatusWords::tr("Loading…");
    return {};
}

QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    const quo::Pacer::Load &load = status.load;
    QStringList texts{
        StatusWords::tr("Requests: %1 of %2 per second").arg(load.lastSecond).arg(load.perSecond),
        StatusWords::tr("In progress: %1", "requests").arg(load.inFlight),
        StatusWords::tr("Queued: %1", "requests").arg(load.waiting),
        StatusWords::tr("Rejected by rate limit (429): %1").arg(load.rateLimited)};
    if (status.loadingAll) {
        texts.append(StatusWords::tr("Loading all: %1 requests in %2, %3 per second")
                         .arg(locale.toString(status.fullRequests),
                              durationText(context.now - status.fullBegun),
                              rateText(status, context.now, locale)));
        texts.append(StatusWords::tr("Quo doesn’t say how many conversations there are."));
    }
    return texts;
}

QString waitSentence(const quo::Wait &wait, quo::Instant now)
{
    return StatusWords::tr("%1. Trying again in %2 (%3 of %4).", "what went wrong, a time, tries")
        .arg(errorTitle(wait.because), seconds(wait.until - now))
        .arg(wait.nextTry)
        .arg(wait.tries);
}

QString pauseSentence(quo::milliseconds pause)
{
    return StatusWords::tr("Quo’s rate limit is reached. Continuing in %1.", "%1 is a time")
        .arg(seconds(pause));
}

} // namespace words
