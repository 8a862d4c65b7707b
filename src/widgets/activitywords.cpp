// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/activitywords.h"

#include "inbox/column.h"
#include "inbox/displaytext.h"
#include "widgets/errorwords.h"
#include "widgets/words.h"

#include <QCoreApplication>

namespace widgets {

using quo::Activity;

namespace {

constexpr qsizetype longestMessage = 20'000; // characters; a text message has 1600

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(widgets::ActivityWords)
};

QString lengthText(int seconds, const QLocale &locale)
{
    if (seconds < 60)
        return Words::tr("%1 s", "seconds").arg(locale.toString(seconds));
    return Words::tr("%1 min %2 s", "minutes and seconds")
        .arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

QString callText(const Activity &call, const QLocale &locale)
{
    const QString &status = call.status;
    if (status == u"completed" || status == u"answered")
        return call.duration > 0 ? Words::tr("Call, %1").arg(lengthText(call.duration, locale))
                                 : Words::tr("Call");
    if (status == u"missed")
        return Words::tr("Missed call");
    if (status == u"no-answer")
        return Words::tr("Call that nobody answered");
    if (status == u"busy")
        return Words::tr("Call to a busy line");
    if (status == u"failed")
        return Words::tr("Call that failed");
    if (status == u"forwarded")
        return Words::tr("Forwarded call");
    if (status == u"abandoned" || status == u"canceled")
        return Words::tr("Call that was given up");
    if (status == u"ringing" || status == u"queued" || status == u"initiated" ||
        status == u"in-progress")
        return Words::tr("Call under way");
    return status.isEmpty() ? Words::tr("Call")
                            : Words::tr("Call (%1)", "a status that is not known").arg(status);
}

QString deliveryText(const QString &status)
{
    if (status == u"queued")
        return Words::tr("queued");
    if (status == u"sent")
        return Words::tr("sent");
    if (status == u"delivered")
        return Words::tr("delivered");
    if (status == u"undelivered")
        return Words::tr("⚠ not delivered");
    return status;
}

// Whose it is, which way it went, when, and what became of it; 'day' where it is to be said.
QStringList details(const Activity &item, const inbox::CellContext &context, const QString &day)
{
    QStringList parts;
    const bool isCall = item.kind == Activity::Kind::Call;
    if (item.isOutgoing || (isCall && item.duration > 0))
        parts.append(inbox::assigneeName(item.userId, context.directory));
    else if (!isCall && !item.from.isEmpty())
        parts.append(inbox::participantName(item.from, context));
    if (isCall)
        parts.append(item.isOutgoing ? Words::tr("outgoing", "call")
                                     : Words::tr("incoming", "call"));
    parts.append(day);
    if (item.createdAt)
        parts.append(context.reader.locale.toString(
            quo::toDateTime(*item.createdAt, context.reader.zone).time(), QLocale::ShortFormat));
    if (!isCall && item.isOutgoing)
        parts.append(deliveryText(item.status));
    parts.removeAll(QString());
    return parts;
}

} // namespace

QString activityText(const Activity &item, const QLocale &locale)
{
    if (item.kind == Activity::Kind::Call)
        return callText(item, locale);
    return item.text.trimmed().isEmpty()
               ? Words::tr("Attachment or empty message")
               : inbox::shortened(inbox::displayLines(item.text), longestMessage);
}

QString activityDetail(const Activity &item, const inbox::CellContext &context)
{
    return details(item, context, {}).join(QStringLiteral(" · "));
}

QString spokenActivity(const Activity &item, const inbox::CellContext &context)
{
    const QString day =
        item.createdAt
            ? dayText(quo::toDateTime(*item.createdAt, context.reader.zone).date(), context)
            : QString();
    return Words::tr("%1: %2", "circumstances and text")
        .arg(details(item, context, day).join(QStringLiteral(", ")),
             activityText(item, context.reader.locale));
}

QString dayText(QDate day, const inbox::CellContext &context)
{
    const QDate today = quo::toDateTime(context.now, context.reader.zone).date();
    if (day == today)
        return Words::tr("Today");
    if (day.addDays(1) == today)
        return Words::tr("Yesterday");
    return context.reader.locale.toString(day, QLocale::LongFormat);
}

QString feedText(const inbox::ActivityFeed &feed, quo::Instant now)
{
    if (!feed.thread())
        return Words::tr("Select a conversation to read what was said.");
    if (const std::optional<quo::Wait> wait = feed.waiting())
        return waitSentence(*wait, now);
    if (feed.isLoading())
        return Words::tr("Loading…");
    if (feed.thread()->isWhole())
        return feed.thread()->items().isEmpty() ? Words::tr("Nothing was written or called here.")
                                                : Words::tr("The conversation begins here.");
    return {};
}

QString feedProblem(const inbox::ActivityThread &thread)
{
    QStringList sentences;
    const auto add = [&](Activity::Kind kind, const QString &pattern) {
        if (const std::optional<quo::ApiError> &error = thread.error(kind))
            sentences.append(pattern.arg(error->kind == quo::ApiError::Kind::Forbidden
                                             ? Words::tr("the key’s owner may not read them.") +
                                                   u' ' + errorDetail(*error)
                                             : errorSentence(*error) + u' ' + errorDetail(*error)));
    };
    add(Activity::Kind::Message, Words::tr("Messages cannot be shown: %1"));
    add(Activity::Kind::Call, Words::tr("Calls cannot be shown: %1"));
    return sentences.join(u'\n');
}

} // namespace widgets
