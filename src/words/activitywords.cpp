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
    return ActivityWords::tr("%1 min", "minutes").arg(locale.toString((seconds + 30) / 60));
}

bool isUnderWay(const Activity &call)
{
    const QString &status = call.status;
    return status == u"ringing" || status == u"queued" || status == u"initiated" ||
           status == u"in-progress";
}

// How long somebody spoke. The length alone proves nothing: a voicemail has one, and so has a phone
// menu.
QString talkText(const Activity &call, const QLocale &locale)
{
    return call.answeredAt && call.duration > 0 && !isUnderWay(call)
               ? lengthText(call.duration, locale)
               : QString();
}

// Why nobody spoke in an outgoing call.
QString unansweredText(const QString &status)
{
    if (status == u"busy")
        return ActivityWords::tr("Busy", "the line that was called");
    if (status == u"failed")
        return ActivityWords::tr("Call failed");
    if (status == u"abandoned" || status == u"canceled")
        return ActivityWords::tr("Abandoned", "a call");
    return ActivityWords::tr("No answer", "to a call");
}

QString timeText(const Activity &item, const inbox::CellContext &context)
{
    return item.createdAt ? context.reader.locale.toString(
                                quo::toDateTime(*item.createdAt, context.reader.zone).time(),
                                QLocale::ShortFormat)
                          : QString();
}

QString deliveryText(const QString &status)
{
    if (status == u"queued")
        return ActivityWords::tr("Queued", "a message");
    if (status == u"sent")
        return ActivityWords::tr("Sent", "a message");
    if (status == u"delivered")
        return ActivityWords::tr("Delivered");
    if (status == u"undelivered")
        return ActivityWords::tr("Not delivered");
    if (status == u"failed")
        return ActivityWords::tr("Not sent");
    return status;
}

QString forwardedName(const Activity &call, const inbox::CellContext &context)
{
    const QString &to = call.forwardedTo;
    return quo::isUserId(to) || quo::isSystemUserId(to)
               ? inbox::shownAssignee(to, context.directory)
               : inbox::participantName(to, context);
}

QString forwardText(const Activity &call, const inbox::CellContext &context)
{
    if (!call.forwardedTo.isEmpty())
        return ActivityWords::tr("Forwarded to %1").arg(forwardedName(call, context));
    return call.status == u"forwarded" ? ActivityWords::tr("Forwarded", "a call") : QString();
}

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

// The person, the direction, the time and the result; also the day, unless 'day' is empty.
QStringList details(const Activity &item, const inbox::CellContext &context, const QString &day)
{
    QStringList parts;
    const bool isCall = item.kind == Activity::Kind::Call;
    if (isCall) {
        parts.append(inbox::shownAssignee(quo::personOf(item), context.directory));
        parts.append(item.isOutgoing ? ActivityWords::tr("Outgoing", "call")
                                     : ActivityWords::tr("Incoming", "call"));
        parts.append(forwardText(item, context));
    } else if (item.isOutgoing) {
        parts.append(inbox::shownAssignee(item.userId, context.directory));
    } else if (!item.from.isEmpty()) {
        parts.append(inbox::participantName(item.from, context));
    }
    parts.append(day);
    parts.append(timeText(item, context));
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
            return ActivityWords::tr("The key’s owner has no access.");
        case Kind::BadParameter:
        case Kind::BadRequest:
        case Kind::NotFound:
            return ActivityWords::tr("Quo didn’t accept the request.");
        case Kind::RepeatedToken:
        case Kind::EndlessPages:
            return ActivityWords::tr("Quo keeps sending pages without anything new.");
        default:
            return errorSentence(error);
        }
    };
    return QString(sentence() + u' ' + errorDetail(error)).trimmed();
}

} // namespace

QString callText(const Activity &call, const QLocale &locale)
{
    if (quo::isMissed(call))
        return isUnderWay(call) ? ActivityWords::tr("Ringing", "a call")
                                : ActivityWords::tr("Missed call");
    if (isUnderWay(call))
        return quo::isTakenByAgent(call) ? ActivityWords::tr("In progress with an AI agent")
                                         : ActivityWords::tr("In progress", "a call");
    if (call.isOutgoing && !call.answeredAt)
        return unansweredText(call.status);
    const QString length = talkText(call, locale);
    if (quo::isTakenByAgent(call))
        return length.isEmpty() ? ActivityWords::tr("Call with an AI agent")
                                : ActivityWords::tr("Call with an AI agent, %1").arg(length);
    return length.isEmpty() ? ActivityWords::tr("Call")
                            : ActivityWords::tr("Call, %1", "%1 is how long").arg(length);
}

QString callLine(const Activity &call, const inbox::CellContext &context)
{
    const QString person = inbox::shownAssignee(quo::personOf(call), context.directory);
    const bool isTalk = call.answeredAt && !quo::isTakenByAgent(call) && !isUnderWay(call);
    QStringList parts;
    if (!person.isEmpty())
        parts.append(call.isOutgoing ? ActivityWords::tr("Called by %1").arg(person)
                                     : ActivityWords::tr("Answered by %1").arg(person));
    else if (isTalk)
        parts.append(call.isOutgoing ? ActivityWords::tr("Outgoing call")
                                     : ActivityWords::tr("Answered", "a call"));
    parts.append(isTalk ? talkText(call, context.reader.locale)
                        : callText(call, context.reader.locale));
    parts.append(forwardText(call, context));
    parts.append(timeText(call, context));
    return joined(parts, QStringLiteral(" · "));
}

bool isUndelivered(const Activity &message)
{
    return message.kind == Activity::Kind::Message && message.isOutgoing &&
           (message.status == u"undelivered" || message.status == u"failed");
}

QString activityText(const Activity &item, const QLocale &locale)
{
    if (item.kind == Activity::Kind::Call)
        return callText(item, locale);
    return item.text.trimmed().isEmpty()
               ? ActivityWords::tr("Attachment")
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
        return ActivityWords::tr("Select a conversation");
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
        return isEmpty ? ActivityWords::tr("No messages or calls yet")
                       : ActivityWords::tr("Start of conversation");
    if (coverage.messages.state == State::Unavailable)
        return thread.key().participants.isEmpty()
                   ? ActivityWords::tr(
                         "Messages aren’t available: Quo doesn’t list anyone in this conversation")
                   : ActivityWords::tr("Messages of groups this large aren’t available from Quo");
    if (!thread.isStarted())
        return {};
    if (coverage.messages.state == State::More || coverage.calls.state == State::More)
        return ActivityWords::tr("Scroll up for older messages and calls");
    // Quo does not give the calls of groups.
    if (coverage.messages.isWhole() && coverage.calls.state == State::Unavailable)
        return isEmpty ? ActivityWords::tr("No messages yet")
                       : ActivityWords::tr("Start of messages");
    return ActivityWords::tr("Some of this conversation couldn’t be loaded");
}

QString feedProblem(const inbox::ActivityThread &thread, const QLocale &locale)
{
    using Part = inbox::ActivityCoverage::Part;
    const inbox::ActivityCoverage &coverage = thread.coverage();
    QStringList sentences;
    const auto reason = [](const Part &part) {
        return part.error ? activityError(*part.error) : QString();
    };
    const auto add = [&](const Part &part, const QString &none, const QString &older) {
        if (part.error)
            sentences.append((part.read > 0 ? older : none).arg(reason(part)));
    };
    const auto count = [&](int left, const QString &sentence) {
        if (left > 0)
            sentences.append(sentence.arg(locale.toString(left)));
    };
    const auto [messages, calls] = coverage;
    const bool failedAlike = messages.error && calls.error && reason(messages) == reason(calls) &&
                             (messages.read > 0) == (calls.read > 0);
    if (failedAlike) {
        add(messages, ActivityWords::tr("Couldn’t load messages and calls. %1"),
            ActivityWords::tr("Couldn’t load older messages and calls. %1"));
    } else {
        add(messages, ActivityWords::tr("Couldn’t load messages. %1"),
            ActivityWords::tr("Couldn’t load older messages. %1"));
        add(calls, ActivityWords::tr("Couldn’t load calls. %1"),
            ActivityWords::tr("Couldn’t load older calls. %1"));
    }
    count(messages.foreign,
          ActivityWords::tr("Left out messages that belong to another conversation: %1."));
    count(messages.unreadable, ActivityWords::tr("Left out messages that couldn’t be read: %1."));
    count(calls.unreadable, ActivityWords::tr("Left out calls that couldn’t be read: %1."));
    return sentences.join(u'\n');
}

} // namespace words
