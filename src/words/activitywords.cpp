// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/activitywords.h"

#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "quo/ids.h"
#include "words/errorwords.h"
#include "words/statuswords.h"

#include <QCoreApplication>

namespace words {

using quo::Activity;

namespace {

constexpr qsizetype longestMessage = 20'000; // characters; a text message has 1600

struct ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ActivityWords)
};

QString lengthText(int seconds, const QLocale &locale)
{
    if (seconds < 60)
        return ActivityWords::tr("%1 s", "seconds").arg(locale.toString(seconds));
    return ActivityWords::tr("%1 min %2 s", "minutes and seconds")
        .arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

QString callText(const Activity &call, const QLocale &locale)
{
    const QString &status = call.status;
    const bool isAgent = quo::isTakenByAgent(call);
    const bool isUnderWay = status == u"ringing" || status == u"queued" || status == u"initiated" ||
                            status == u"in-progress";
    if (quo::isMissed(call))
        return isUnderWay ? ActivityWords::tr("Call that nobody has answered yet")
                          : ActivityWords::tr("Missed call");
    if (call.answeredAt) {
        if (isUnderWay)
            return isAgent ? ActivityWords::tr("Call under way with an AI agent")
                           : ActivityWords::tr("Call under way");
        // The length alone proves nothing: a voicemail has one, and so has a phone menu.
        const QString length = call.duration > 0 ? lengthText(call.duration, locale) : QString();
        if (isAgent)
            return length.isEmpty() ? ActivityWords::tr("Call with an AI agent")
                                    : ActivityWords::tr("Call with an AI agent, %1").arg(length);
        return length.isEmpty() ? ActivityWords::tr("Call")
                                : ActivityWords::tr("Call, %1").arg(length);
    }
    if (!call.isOutgoing)
        return ActivityWords::tr("Call with an AI agent");
    if (isUnderWay)
        return ActivityWords::tr("Call under way");
    if (status == u"busy")
        return ActivityWords::tr("Call to a busy line");
    if (status == u"failed")
        return ActivityWords::tr("Call that failed");
    if (status == u"abandoned" || status == u"canceled")
        return ActivityWords::tr("Call that was given up");
    return ActivityWords::tr("Call that nobody answered");
}

QString deliveryText(const QString &status)
{
    if (status == u"queued")
        return ActivityWords::tr("queued");
    if (status == u"sent")
        return ActivityWords::tr("sent");
    if (status == u"delivered")
        return ActivityWords::tr("delivered");
    if (status == u"undelivered")
        return ActivityWords::tr("⚠ not delivered");
    if (status == u"failed")
        return ActivityWords::tr("⚠ not sent");
    return status;
}

QString forwardedName(const Activity &call, const inbox::CellContext &context)
{
    const QString &to = call.forwardedTo;
    return quo::isUserId(to) || quo::isSystemUserId(to) ? inbox::assigneeName(to, context.directory)
                                                        : inbox::participantName(to, context);
}

// The person, the direction, the time and the result; also the day, unless 'day' is empty.
QStringList details(const Activity &item, const inbox::CellContext &context, const QString &day)
{
    QStringList parts;
    const bool isCall = item.kind == Activity::Kind::Call;
    if (isCall) {
        parts.append(inbox::assigneeName(quo::personOf(item), context.directory));
        parts.append(item.isOutgoing ? ActivityWords::tr("outgoing", "call")
                                     : ActivityWords::tr("incoming", "call"));
        if (!item.forwardedTo.isEmpty())
            parts.append(ActivityWords::tr("forwarded to %1").arg(forwardedName(item, context)));
        else if (item.status == u"forwarded")
            parts.append(ActivityWords::tr("forwarded"));
    } else if (item.isOutgoing) {
        parts.append(inbox::assigneeName(item.userId, context.directory));
    } else if (!item.from.isEmpty()) {
        parts.append(inbox::participantName(item.from, context));
    }
    parts.append(day);
    if (item.createdAt)
        parts.append(context.reader.locale.toString(
            quo::toDateTime(*item.createdAt, context.reader.zone).time(), QLocale::ShortFormat));
    if (!isCall && item.isOutgoing)
        parts.append(deliveryText(item.status));
    parts.removeAll(QString());
    return parts;
}

// What an error means for requests that have no filters.
QString activityError(const quo::ApiError &error)
{
    using Kind = quo::ApiError::Kind;
    const auto sentence = [&] {
        switch (error.kind) {
        case Kind::Forbidden:
            return ActivityWords::tr("the key’s owner may not read them.");
        case Kind::BadParameter:
        case Kind::BadRequest:
        case Kind::NotFound:
            return ActivityWords::tr("Quo refuses the request.");
        case Kind::RepeatedToken:
        case Kind::EndlessPages:
            return ActivityWords::tr("Quo sends page after page without anything new.");
        default:
            return errorSentence(error);
        }
    };
    return QString(sentence() + u' ' + errorDetail(error)).trimmed();
}

} // namespace

QString activityText(const Activity &item, const QLocale &locale)
{
    if (item.kind == Activity::Kind::Call)
        return callText(item, locale);
    return item.text.trimmed().isEmpty()
               ? ActivityWords::tr("Attachment or empty message")
               : inbox::shortened(inbox::harmlessText(item.text), longestMessage);
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
    return ActivityWords::tr("%1: %2", "circumstances and text")
        .arg(details(item, context, day).join(QStringLiteral(", ")),
             activityText(item, context.reader.locale));
}

QString dayText(QDate day, const inbox::CellContext &context)
{
    const QDate today = quo::toDateTime(context.now, context.reader.zone).date();
    if (day == today)
        return ActivityWords::tr("Today");
    if (day.addDays(1) == today)
        return ActivityWords::tr("Yesterday");
    return context.reader.locale.toString(day, QLocale::LongFormat);
}

QString feedText(const inbox::ActivityFeed &feed, quo::Instant now)
{
    if (!feed.thread())
        return ActivityWords::tr("Select a conversation to read what was said.");
    if (const std::optional<quo::Wait> wait = feed.waiting())
        return waitSentence(*wait, now);
    if (feed.isLoading())
        return ActivityWords::tr("Loading…");
    return coverageText(*feed.thread());
}

QString coverageText(const inbox::ActivityThread &thread)
{
    using State = inbox::ActivityCoverage::Part::State;
    const inbox::ActivityCoverage &coverage = thread.coverage();
    const bool isEmpty = thread.items().isEmpty();
    if (coverage.isWhole())
        return isEmpty ? ActivityWords::tr("Nothing was written or called here.")
                       : ActivityWords::tr("The conversation begins here.");
    if (coverage.messages.state == State::Unavailable)
        return thread.key().participants.isEmpty()
                   ? ActivityWords::tr(
                         "Quo does not say who takes part, so nothing can be read here.")
                   : ActivityWords::tr("Quo does not give the messages of so many people.");
    if (!thread.isStarted())
        return {};
    if (coverage.messages.state == State::More || coverage.calls.state == State::More)
        return ActivityWords::tr("There are older messages or calls. Scroll up to see them.");
    // Quo does not give the calls of groups.
    if (coverage.messages.isWhole() && coverage.calls.state == State::Unavailable)
        return isEmpty ? ActivityWords::tr("Nothing was written here.")
                       : ActivityWords::tr("The messages begin here.");
    return ActivityWords::tr("This is not the whole conversation.");
}

QString feedProblem(const inbox::ActivityThread &thread, const QLocale &locale)
{
    using Part = inbox::ActivityCoverage::Part;
    const inbox::ActivityCoverage &coverage = thread.coverage();
    QStringList sentences;
    const auto add = [&](const Part &part, const QString &none, const QString &older) {
        if (part.error)
            sentences.append((part.read > 0 ? older : none).arg(activityError(*part.error)));
    };
    const auto count = [&](int left, const QString &sentence) {
        if (left > 0)
            sentences.append(sentence.arg(locale.toString(left)));
    };
    const auto [messages, calls] = coverage;
    add(messages, ActivityWords::tr("Messages cannot be shown: %1"),
        ActivityWords::tr("Older messages cannot be shown: %1"));
    add(calls, ActivityWords::tr("Calls cannot be shown: %1"),
        ActivityWords::tr("Older calls cannot be shown: %1"));
    count(messages.foreign,
          ActivityWords::tr("Quo answered with messages of another conversation. Left out: %1."));
    count(messages.unreadable,
          ActivityWords::tr("Messages that could not be read and are left out: %1."));
    count(calls.unreadable,
          ActivityWords::tr("Calls that could not be read and are left out: %1."));
    return sentences.join(u'\n');
}

} // namespace words
