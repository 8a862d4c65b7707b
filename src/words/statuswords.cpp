// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/statuswords.h"

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

QString seconds(quo::Instant until, quo::Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until - now);
    return StatusWords::tr("%1 s", "seconds").arg(qMax(qint64(0), qint64(left.count())));
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
        return StatusWords::tr("parts failed");
    case quo::Gap::Stopped:
        return StatusWords::tr("stopped");
    case quo::Gap::MoreExist:
        return StatusWords::tr("more exist");
    case quo::Gap::LimitReached:
        return StatusWords::tr("limit reached");
    case quo::Gap::OnlySelected:
        return StatusWords::tr("selected rows only");
    case quo::Gap::UnreadableRows:
        return StatusWords::tr("rows unreadable");
    case quo::Gap::IgnoredFilters:
        return StatusWords::tr("filters ignored");
    case quo::Gap::UncheckedFilters:
        return StatusWords::tr("filters unchecked");
    case quo::Gap::RefusedLines:
        return StatusWords::tr("lines refused");
    case quo::Gap::RowsMoved:
        return StatusWords::tr("rows moved");
    case quo::Gap::ContactsNotSearched:
        return StatusWords::tr("contacts not searched");
    }
    return {};
}

} // namespace

QString completenessText(const inbox::SessionStatus &status, const QLocale &locale)
{
    const quo::Completeness &completeness = status.completeness;
    const QString loaded = locale.toString(status.loaded);
    const QString shown = locale.toString(status.shown);
    const bool isFiltered = status.isFiltered && status.firstPageArrived;
    if (completeness.isWhole())
        return isFiltered ? StatusWords::tr("%1 of %2 match, complete").arg(shown, loaded)
                          : StatusWords::tr("complete, %1").arg(loaded);
    if (completeness.isStopped || !completeness.failures.isEmpty()) {
        const QString reason =
            errorName(completeness.failures.isEmpty() ? ApiError::of(ApiError::Kind::Stopped)
                                                      : completeness.failures.first().error);
        return isFiltered ? StatusWords::tr("stopped: %1, %2 of %3 loaded match")
                                .arg(reason, shown, loaded)
                          : StatusWords::tr("stopped: %1, %2 loaded").arg(reason, loaded);
    }
    if (completeness.moreExist) {
        if (isFiltered && completeness.contactsProblem)
            return StatusWords::tr("%1 of %2 loaded match, %3", "the last is why there may be more")
                .arg(shown, loaded, gapName(quo::Gap::ContactsNotSearched));
        if (isFiltered)
            return StatusWords::tr("%1 of %2 loaded match").arg(shown, loaded);
        return status.firstPageArrived && !status.isChecking
                   ? StatusWords::tr("first %1, more exist").arg(loaded)
                   : StatusWords::tr("first %1, more may exist").arg(loaded);
    }
    QStringList reasons;
    for (const quo::Gap gap : completeness.gaps())
        reasons.append(gapName(gap));
    const QString why = reasons.join(QStringLiteral(", "));
    return isFiltered ? StatusWords::tr("%1 of %2 match, incomplete: %3").arg(shown, loaded, why)
                      : StatusWords::tr("incomplete: %1, %2 loaded").arg(why, loaded);
}

QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    if (const auto *waiting = std::get_if<quo::PageWalk::Waiting>(&status.walk);
        waiting && !status.offlineSince)
        return waitSentence(waiting->wait, now);
    if (status.refreshing && status.refreshed == 0)
        return StatusWords::tr("Asking for what has changed…");
    if (status.refreshing && std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return StatusWords::tr("Refreshing, %1 of %2")
            .arg(locale.toString(status.refreshed), locale.toString(status.loaded));
    if (status.loadingAll) {
        return StatusWords::tr("Loading all: %1 so far, %2 requests a second")
            .arg(locale.toString(status.loaded), rateText(status, now, locale));
    }
    if (status.isChecking)
        return StatusWords::tr("Checking the list…");
    if (std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return StatusWords::tr("Loading…");
    return {};
}

QString freshnessText(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    if (status.offlineSince)
        return StatusWords::tr("Offline since %1, trying again")
            .arg(shortInstant(*status.offlineSince, context));
    const quo::Instant asOf =
        status.refreshEnded == quo::Instant() ? status.begun : status.refreshEnded;
    if (!status.firstPageArrived)
        return {};
    return StatusWords::tr("as of %1").arg(shortInstant(asOf, context));
}

QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context)
{
    const QLocale &locale = context.reader.locale;
    const quo::Pacer::Load &load = status.load;
    QStringList texts{StatusWords::tr("Requests in the last second: %1 of %2")
                          .arg(load.lastSecond)
                          .arg(load.perSecond),
                      StatusWords::tr("On their way: %1").arg(load.inFlight),
                      StatusWords::tr("Waiting for their turn: %1").arg(load.waiting),
                      StatusWords::tr("Refused as too many (429): %1").arg(load.rateLimited)};
    if (status.loadingAll) {
        texts.append(StatusWords::tr("Loading all: %1 requests in %2, %3 a second")
                         .arg(locale.toString(status.fullRequests),
                              durationText(context.now - status.fullBegun),
                              rateText(status, context.now, locale)));
        texts.append(
            StatusWords::tr("Quo does not say how many there are, so the end is not known."));
    }
    return texts;
}

QString waitSentence(const quo::Wait &wait, quo::Instant now)
{
    QString name = errorName(wait.because);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return StatusWords::tr("%1, trying again in %2 (try %3 of %4)")
        .arg(name, seconds(wait.until, now))
        .arg(wait.nextTry)
        .arg(wait.tries);
}

} // namespace words
