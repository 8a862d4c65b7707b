// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/notices.h"

#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/statuswords.h"

#include <QCoreApplication>

namespace words {

namespace {

using quo::PageWalk;

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(words::Notices)
};

Notice failure(const quo::ApiError &error, const QString &title)
{
    Notice notice{Notice::Tone::Trouble, title, errorSentence(error), true, false};
    if (const QString detail = errorDetail(error); !detail.isEmpty())
        notice.detail += u'\n' + detail;
    return notice;
}

// The end of the list or the status bar shows the others.
bool isToldAbove(quo::Gap gap, const quo::Completeness &completeness)
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

QString withContactsSentence(const inbox::SessionStatus &status, const QString &advice)
{
    const std::optional<quo::ContactsProblem> &problem = status.completeness.contactsProblem;
    return problem ? contactsSentence(*problem) + u' ' + advice : advice;
}

Notice waiting(const quo::Wait &wait, quo::Instant now)
{
    return {Notice::Tone::Calm, waitSentence(wait, now), {}, false, true};
}

} // namespace

Notice listNotice(const inbox::SessionStatus &status, bool isFiltered, quo::Instant now,
                  const QLocale &locale)
{
    if (const auto *failed = std::get_if<PageWalk::Failed>(&status.shownWalk))
        return failure(failed->error,
                       status.isFiltered && status.loaded > 0
                           ? NoticeWords::tr("%1 of %2 loaded match, and the list goes on")
                                 .arg(locale.toString(status.shown), locale.toString(status.loaded))
                       : status.loaded == 0
                           ? NoticeWords::tr("The conversations could not be loaded")
                           : NoticeWords::tr("The next page could not be loaded"));
    if (const auto *wait = std::get_if<PageWalk::Waiting>(&status.shownWalk))
        return waiting(wait->wait, now);
    if (status.looksFurther)
        return {Notice::Tone::Calm,
                status.shown == 0
                    ? NoticeWords::tr("No match in %1 loaded, looking further…")
                          .arg(locale.toString(status.loaded))
                    : NoticeWords::tr("%1 of %2 loaded match, looking further…")
                          .arg(locale.toString(status.shown), locale.toString(status.loaded)),
                {},
                false,
                true};
    if (status.isChecking && status.loaded > 0)
        return {Notice::Tone::Calm, NoticeWords::tr("Checking the list…"), {}, false, false};
    if (std::holds_alternative<PageWalk::Fetching>(status.shownWalk)) {
        if (status.loaded > 0)
            return {Notice::Tone::Calm, NoticeWords::tr("Loading more…"), {}, false, false};
        if (status.firstPageArrived)
            return {Notice::Tone::Calm,
                    NoticeWords::tr("Nothing yet, looking further…"),
                    {},
                    false,
                    true};
        return {}; // the list draws a skeleton
    }
    if (std::holds_alternative<PageWalk::Ended>(status.shownWalk)) {
        if (status.isFiltered && status.shown == 0 && status.loaded > 0)
            return {Notice::Tone::Calm,
                    NoticeWords::tr("No match in all %1").arg(locale.toString(status.loaded)),
                    withContactsSentence(
                        status, NoticeWords::tr("Take a word out of the search, or clear it.")),
                    false, false};
        if (status.isFiltered && status.loaded > 0)
            return {Notice::Tone::Calm,
                    NoticeWords::tr("End of the list: %1 of %2 match")
                        .arg(locale.toString(status.shown), locale.toString(status.loaded)),
                    {},
                    false,
                    false};
        if (status.loaded > 0)
            return {Notice::Tone::Calm,
                    NoticeWords::tr("End of the list: %1").arg(locale.toString(status.loaded)),
                    {},
                    false,
                    false};
        if (isFiltered)
            return {Notice::Tone::Calm, NoticeWords::tr("No conversation matches these filters"),
                    NoticeWords::tr("Widen a range, or clear the filters."), false, false};
        return {Notice::Tone::Calm, NoticeWords::tr("This workspace has no conversations"),
                NoticeWords::tr("They appear here once somebody calls or writes."), false, false};
    }
    return {};
}

Notice bannerNotice(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    if (status.refreshError && !status.offlineSince) {
        const bool isOver = quo::remedyOf(status.refreshError->kind) == quo::Remedy::AnotherKey;
        Notice notice = failure(
            *status.refreshError,
            isOver ? NoticeWords::tr(
                         "The list could not be refreshed, and automatic refreshing has stopped")
                   : NoticeWords::tr("The list could not be refreshed"));
        notice.canStop = true;
        return notice;
    }
    if (status.refreshing && !status.offlineSince) {
        if (const auto *wait = std::get_if<PageWalk::Waiting>(&status.walk))
            return waiting(wait->wait, context.now);
    }
    QStringList sentences;
    for (const quo::Gap gap : status.completeness.gaps())
        if (isToldAbove(gap, status.completeness))
            sentences.append(gapSentence(gap, status.completeness, context));
    if (sentences.isEmpty())
        return {};
    return {Notice::Tone::Trouble, sentences.join(u'\n'), {}, false, false};
}

} // namespace words
