// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/notices.h"

#include "inbox/harmlesstext.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/filterwords.h"
#include "words/instanttext.h"
#include "words/statuswords.h"

#include <QCoreApplication>

namespace words {

namespace {

using quo::PageWalk;

constexpr qsizetype longestSearch = 60; // characters that are repeated

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(words::Notices)
};

using Action = Notice::Action;
using Tone = Notice::Tone;

QList<Action> remediesOf(const quo::ApiError &error)
{
    using Kind = quo::ApiError::Kind;
    switch (error.kind) {
    case Kind::NoKey:
    case Kind::RefusedKey:
        return {Action::ChangeKey, Action::TryAgain};
    case Kind::BadParameter:
    case Kind::Forbidden:
        return {Action::TryAgain, Action::ClearFilters};
    case Kind::Stopped:
        return {Action::TryAgain, Action::LoadAll};
    default:
        return {Action::TryAgain};
    }
}

Tone toneOf(const quo::ApiError &error)
{
    return error.kind == quo::ApiError::Kind::Stopped ? Tone::Calm : Tone::Error;
}

// The end of the list or the status bar shows the others.
bool isShownAbove(quo::Gap gap, const quo::Completeness &completeness)
{
    switch (gap) {
    case quo::Gap::ContactsNotSearched:
        // The user chose it, or it will pass by itself, so it is no trouble.
        return std::holds_alternative<quo::ApiError>(*completeness.contactsProblem);
    case quo::Gap::UnreadableRows:
    case quo::Gap::IgnoredFilters:
    case quo::Gap::UncheckedFilters:
    case quo::Gap::RefusedLines:
    case quo::Gap::RowsMoved:
        return true;
    case quo::Gap::Failures:
    case quo::Gap::Stopped:
    case quo::Gap::MoreExist:
    case quo::Gap::LimitReached:
    case quo::Gap::OnlySelected:
        return false;
    }
    return true;
}

Notice waiting(const quo::Wait &wait, quo::Instant now)
{
    const bool isLimit = wait.because.kind == quo::ApiError::Kind::RateLimited;
    return {.tone = isLimit ? Tone::Attention : Tone::Calm,
            .title = waitSentence(wait, now),
            .actions = {Action::Stop},
            .detail = errorDetail(wait.because)};
}

// Of requests that wait since others reached the limit: those of the same key all wait together.
Notice paused(const inbox::SessionStatus &status)
{
    constexpr std::chrono::seconds noticed{1};
    const bool isHeld = std::holds_alternative<PageWalk::Fetching>(status.walk) &&
                        status.load.waiting > 0 && status.load.pause >= noticed;
    if (!isHeld)
        return {};
    return {.tone = Tone::Attention,
            .title = pauseSentence(status.load.pause),
            .actions = {Action::Stop}};
}

// What is known of the conversations does not tell which of them these filters keep.
bool needsAnswer(const workspace::Filters &filters)
{
    return !filters.teammate.isEmpty() || filters.excludeInactive;
}

Notice failedList(const inbox::SessionStatus &status, const quo::ApiError &error,
                  const workspace::Filters &filters, const QLocale &locale)
{
    if (status.loaded == 0 && error.kind == quo::ApiError::Kind::NoNetwork && needsAnswer(filters))
        return {.tone = toneOf(error),
                .title = NoticeWords::tr("Only Quo can answer this filter"),
                .sentence = NoticeWords::tr("Connect to the internet, or remove the filter."),
                .actions = {Action::ClearFilters, Action::TryAgain},
                .detail = errorDetail(error)};
    Notice notice{.tone = toneOf(error),
                  .title = errorTitle(error),
                  .sentence = errorAdvice(error),
                  .actions = remediesOf(error),
                  .detail = errorDetail(error)};
    if (status.loaded > 0) {
        notice.title =
            status.isFiltered
                ? NoticeWords::tr("Searched only the first %1").arg(locale.toString(status.loaded))
                : NoticeWords::tr("Couldn’t load more");
        notice.sentence = errorSentence(error);
    }
    return notice;
}

Notice noMatch(const inbox::SessionStatus &status, const workspace::Filters &filters,
               const QString &search, const inbox::CellContext &context)
{
    const QString all = context.reader.locale.toString(status.loaded);
    const QString words = inbox::shortened(search.simplified(), longestSearch);
    Notice notice{.title = NoticeWords::tr("No conversations match"),
                  .actions = {Action::ClearSearch}};
    if (filters.lines.isEmpty()) {
        notice.sentence = NoticeWords::tr("Searched all %1 for “%2”.").arg(all, words);
    } else {
        notice.sentence =
            filters.lines.size() == 1
                ? NoticeWords::tr("Searched all %1 for “%2” on %3.")
                      .arg(all, words, linesText(filters, context))
                : NoticeWords::tr("Searched all %1 for “%2” on %3 lines.")
                      .arg(all, words, context.reader.locale.toString(filters.lines.size()));
        notice.actions.append(Action::SearchAllLines);
    }
    if (const auto &problem = status.completeness.contactsProblem)
        notice.sentence += u' ' + contactsSentence(*problem);
    return notice;
}

Notice emptyList(const workspace::Filters &filters)
{
    if (filters == workspace::Filters())
        return {.title = NoticeWords::tr("No conversations yet"),
                .sentence = NoticeWords::tr("They appear here once somebody calls or writes.")};
    return {.title = NoticeWords::tr("No conversations match these filters"),
            .actions = {Action::ClearFilters}};
}

Notice failedRefresh(const quo::ApiError &error)
{
    const bool isOver = quo::remedyOf(error.kind) == quo::Remedy::AnotherKey;
    const QString pattern = isOver ? NoticeWords::tr("Automatic refresh is off. %1", "%1 says why")
                                   : NoticeWords::tr("Couldn’t refresh. %1", "%1 says why");
    return {.tone = Tone::Error,
            .title = pattern.arg(errorSentence(error)),
            .actions = isOver ? remediesOf(error)
                              : QList<Action>{remediesOf(error).constFirst(), Action::Details},
            .detail = errorDetail(error)};
}

QString offlineTitle(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    if (status.isFiltered)
        return statusSentence(status, context).text;
    const QString since = instantInSentence(*status.offlineSince, context);
    const QString known = context.reader.locale.toString(status.loaded);
    const quo::Completeness &completeness = status.completeness;
    const std::optional<quo::Instant> &asOf = completeness.asOf;
    const bool isOpen =
        completeness.moreExist || completeness.isStopped || !completeness.failures.isEmpty();
    const QString pattern =
        asOf     ? (isOpen ? NoticeWords::tr("Offline since %1. Showing the first %2 as of %3.")
                           : NoticeWords::tr("Offline since %1. Showing all %2 as of %3."))
        : isOpen ? NoticeWords::tr("Offline since %1. Showing the first %2.")
                 : NoticeWords::tr("Offline since %1. Showing all %2.");
    return asOf ? pattern.arg(since, known, instantInSentence(*asOf, context))
                : pattern.arg(since, known);
}

// That another order than the server's is the order of a part only.
Notice partlySorted(const inbox::SessionStatus &status, const inbox::SortKeys &sort,
                    const QLocale &locale)
{
    if (!status.firstPageArrived || status.loaded == 0 || !status.completeness.moreExist ||
        status.loadingAll || sort.isEmpty() || sort.first() == inbox::latestFirst().constFirst())
        return {};
    const QString loaded = locale.toString(status.loaded);
    const bool isOldest = sort.first().column == inbox::latestFirst().constFirst().column;
    return {.tone = Tone::Attention,
            .title =
                isOldest
                    ? NoticeWords::tr("Oldest of the first %1. Older ones are still in Quo.")
                          .arg(loaded)
                    : NoticeWords::tr("Sorted the first %1. More are still in Quo.").arg(loaded),
            .actions = {Action::LoadAll}};
}

Notice gaps(const quo::Completeness &completeness, const inbox::CellContext &context)
{
    QStringList sentences;
    for (const quo::Gap gap : completeness.gaps())
        if (isShownAbove(gap, completeness))
            sentences.append(gapSentence(gap, completeness, context));
    if (sentences.isEmpty())
        return {};
    Notice notice{.tone = Tone::Error, .title = sentences.takeFirst()};
    if (const QString detail = gapDetail(completeness, context.reader.locale); !detail.isEmpty())
        sentences.append(detail);
    if (!sentences.isEmpty()) {
        notice.detail = sentences.join(u'\n');
        notice.actions = {Action::Details};
    }
    return notice;
}

} // namespace

QString actionName(Notice::Action action)
{
    switch (action) {
    case Action::ClearSearch:
        return NoticeWords::tr("Clear search");
    case Action::ClearFilters:
        return NoticeWords::tr("Clear filters");
    case Action::ChangeKey:
        return NoticeWords::tr("Change key…");
    case Action::TryAgain:
        return NoticeWords::tr("Try again");
    case Action::TryNow:
        return NoticeWords::tr("Try now");
    case Action::Stop:
        return NoticeWords::tr("Stop");
    case Action::LoadAll:
        return NoticeWords::tr("Load all");
    case Action::SearchAllLines:
        return NoticeWords::tr("Search all lines");
    case Action::Details:
        return NoticeWords::tr("Details");
    }
    return {};
}

Notice listNotice(const inbox::SessionStatus &status, const workspace::Filters &filters,
                  const QString &search, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    if (const auto *failed = std::get_if<PageWalk::Failed>(&status.shownWalk))
        return failedList(status, failed->error, filters, locale);
    // With rows there, a banner shows a wait, since the end of the list may be far away.
    if (const auto *wait = std::get_if<PageWalk::Waiting>(&status.shownWalk))
        return status.loaded == 0 ? waiting(wait->wait, context.now)
                                  : Notice{.title = NoticeWords::tr("Loading more…")};
    if (const Notice pause = paused(status); !pause.isEmpty() && status.loaded == 0)
        return pause;
    if (status.looksFurther)
        return {.title = NoticeWords::tr("Still searching…"),
                .sentence =
                    NoticeWords::tr("Searched %1 so far.").arg(locale.toString(status.loaded)),
                .actions = {Action::Stop}};
    if (status.isChecking && status.loaded > 0)
        return {.title = NoticeWords::tr("Checking that none are missing…")};
    if (std::holds_alternative<PageWalk::Fetching>(status.shownWalk)) {
        if (status.loaded > 0)
            return {.title = NoticeWords::tr("Loading more…")};
        if (status.firstPageArrived)
            return {.title = NoticeWords::tr("Still searching…"), .actions = {Action::Stop}};
        return {}; // the list draws a skeleton
    }
    // Otherwise the heading has the count.
    if (std::holds_alternative<PageWalk::Ended>(status.shownWalk)) {
        if (status.loaded == 0)
            return emptyList(filters);
        if (status.isFiltered && status.shown == 0)
            return noMatch(status, filters, search, context);
    }
    return {};
}

Notice bannerNotice(const inbox::SessionStatus &status, const inbox::SortKeys &sort,
                    const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    if (status.offlineSince && status.loaded > 0)
        return {.tone = Tone::Calm,
                .title = offlineTitle(status, context),
                .actions = {Action::TryNow}};
    if (!status.offlineSince) {
        if (status.refreshError)
            return failedRefresh(*status.refreshError);
        const auto *wait = std::get_if<PageWalk::Waiting>(&status.walk);
        if (wait && (status.refreshing || status.loaded > 0))
            return waiting(wait->wait, context.now);
        if (const Notice pause = paused(status); !pause.isEmpty() && status.loaded > 0)
            return pause;
    }
    if (const Notice notice = gaps(status.completeness, context); !notice.isEmpty())
        return notice;
    return partlySorted(status, sort, locale);
}

} // namespace words
