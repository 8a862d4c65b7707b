// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words.h"

#include "inbox/column.h"
#include "inbox/instanttext.h"

#include <QCoreApplication>
#include <QMap>

namespace widgets {

namespace {

using Kind = quo::ApiError::Kind;
using quo::QueryField;

QString tr(const char *text, const char *disambiguation = nullptr)
{
    return QCoreApplication::translate("widgets::Words", text, disambiguation);
}

QString seconds(quo::Instant until, quo::Instant now)
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(until - now);
    return tr("%1 s", "seconds").arg(qMax(qint64(0), qint64(left.count())));
}

QString reasonText(const quo::SkippedRow &row)
{
    switch (row.reason) {
    case quo::SkippedRow::Reason::NotAnObject:
        return tr("the row is no object");
    case quo::SkippedRow::Reason::MissingField:
        return tr("‘%1’ is missing").arg(row.field);
    case quo::SkippedRow::Reason::WrongType:
        return tr("‘%1’ has a wrong type").arg(row.field);
    case quo::SkippedRow::Reason::TooLong:
        return tr("‘%1’ is too long").arg(row.field);
    }
    return {};
}

QString wallText(const workspace::WallTime &wall, const QLocale &locale)
{
    const QString date = locale.toString(wall.date, QLocale::ShortFormat);
    if (wall.time == QTime(0, 0))
        return date;
    return tr("%1 %2", "date and time").arg(date, locale.toString(wall.time, QLocale::ShortFormat));
}

} // namespace

QString errorName(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return tr("no API key");
    case Kind::InsecureUrl:
        return tr("insecure address");
    case Kind::NoNetwork:
        return tr("no connection");
    case Kind::Dropped:
        return tr("connection lost");
    case Kind::Timeout:
        return tr("no answer in time");
    case Kind::Tls:
        return tr("no secure connection");
    case Kind::Redirected:
        return tr("redirected");
    case Kind::RefusedKey:
        return tr("key refused");
    case Kind::Forbidden:
        return tr("not allowed");
    case Kind::BadParameter:
        return tr("filter refused");
    case Kind::NotFound:
        return tr("not found");
    case Kind::RateLimited:
        return tr("rate limited");
    case Kind::Server:
        return tr("server error");
    case Kind::UnreadableAnswer:
        return tr("unreadable answer");
    case Kind::TooLarge:
        return tr("answer too large");
    case Kind::RepeatedToken:
        return tr("the list goes round in circles");
    case Kind::Stopped:
        return tr("by you");
    }
    return {};
}

QString errorSentence(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return tr(
            "There is no API key. Start Quoin with the key in QUO_API_KEY, or look around with "
            "‘quoin --demo’.");
    case Kind::InsecureUrl:
        return tr("The address is not https, so the key was not sent. Correct --base-url or "
                  "QUO_API_BASE_URL.");
    case Kind::NoNetwork:
        return tr("Quo cannot be reached. Check the network connection, then retry.");
    case Kind::Dropped:
        return tr("The connection ended in the middle of the answer. Retry to go on from there.");
    case Kind::Timeout:
        return tr("Quo did not answer in time. Retry to go on from there.");
    case Kind::Tls:
        return tr("The connection to Quo is not secure, so the key was not sent. Check the date of "
                  "this computer and any proxy in between.");
    case Kind::Redirected:
        return tr("The server wants to send Quoin to another address. The key was not sent there. "
                  "Check --base-url or QUO_API_BASE_URL.");
    case Kind::RefusedKey:
        return tr("Quo does not accept the API key. Check QUO_API_KEY, or make a new key in Quo’s "
                  "settings.");
    case Kind::Forbidden:
        return tr("The key’s owner may not see one of these lines. Remove lines from the filter, "
                  "then retry.");
    case Kind::BadParameter:
        return tr("Quo refuses a filter. Correct the one that is marked.");
    case Kind::NotFound:
        return tr("Quo does not find what was asked for. Check the filters.");
    case Kind::RateLimited:
        return tr("Too many requests were made with this key. Wait a little, then retry.");
    case Kind::Server:
        return tr("Quo has a problem of its own. Retry in a while.");
    case Kind::UnreadableAnswer:
        return tr("The answer is no list of conversations. It may be cut, or a proxy may have "
                  "answered instead. Retry.");
    case Kind::TooLarge:
        return tr(
            "The answer is larger than any page of conversations can be, so it was not read.");
    case Kind::RepeatedToken:
        return tr("The server sends the same page again and again. Refresh to start over.");
    case Kind::Stopped:
        return tr("You stopped it. Retry to go on from there.");
    }
    return {};
}

QString errorDetail(const quo::ApiError &error)
{
    QStringList parts;
    const auto add = [&parts](const QString &pattern, const QString &value) {
        if (!value.isEmpty())
            parts.append(pattern.arg(value));
    };
    add(QStringLiteral("%1"), error.message);
    if (error.httpStatus >= 300)
        parts.append(tr("HTTP %1").arg(error.httpStatus));
    add(tr("code %1"), error.code);
    add(tr("trace %1"), error.trace);
    add(QStringLiteral("%1"), error.detail);
    if (error.retryAfter)
        add(tr("the server asks to wait %1"), durationText(*error.retryAfter));
    for (const quo::FieldError &field : error.errors)
        parts.append(field.path + QStringLiteral(": ") + field.message);
    return parts.join(QStringLiteral(" · "));
}

QString filterName(QueryField field)
{
    switch (field) {
    case QueryField::PhoneNumbers:
        return tr("Lines");
    case QueryField::UserId:
        return tr("Teammate");
    case QueryField::CreatedAfter:
        return tr("Created from");
    case QueryField::CreatedBefore:
        return tr("Created to");
    case QueryField::UpdatedAfter:
        return tr("Updated from");
    case QueryField::UpdatedBefore:
        return tr("Updated to");
    case QueryField::ExcludeInactive:
        return tr("Exclude inactive");
    case QueryField::MaxResults:
        return tr("Page size");
    case QueryField::PageToken:
        return tr("Page");
    }
    return {};
}

QString problemSentence(const quo::QueryProblem &problem)
{
    switch (problem.kind) {
    case quo::QueryProblem::Kind::TooMany:
        return tr("Quo takes at most 100 lines at once; these are %1.").arg(problem.value);
    case quo::QueryProblem::Kind::Malformed:
        if (problem.field == QueryField::UserId)
            return tr("‘%1’ is no user: its ID begins with US.").arg(problem.value);
        return tr("‘%1’ is no line: neither an ID that begins with PN nor a phone number.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::EmptyRange:
        return tr("The range is empty: its end is not after its beginning.");
    case quo::QueryProblem::Kind::OutOfRange:
        return tr("%1 is out of range.").arg(problem.value);
    }
    return {};
}

QString problemSentence(inbox::NumberProblem problem, const QString &typed)
{
    switch (problem) {
    case inbox::NumberProblem::NotANumber:
        return tr("‘%1’ is neither a phone number nor an ID that begins with PN.").arg(typed);
    case inbox::NumberProblem::NoCountry:
        return tr("‘%1’ needs its country code: begin with + and the code.").arg(typed);
    case inbox::NumberProblem::TooShort:
        return tr("‘%1’ is too short for a phone number.").arg(typed);
    case inbox::NumberProblem::TooLong:
        return tr("‘%1’ is too long for a phone number.").arg(typed);
    case inbox::NumberProblem::Impossible:
        return tr("‘%1’ cannot be a phone number of its country.").arg(typed);
    }
    return {};
}

QString completenessText(const inbox::SessionStatus &status, const QLocale &locale)
{
    const QString loaded = locale.toString(status.loaded);
    switch (status.completeness) {
    case inbox::SessionStatus::Completeness::Complete:
        return tr("complete, %1").arg(loaded);
    case inbox::SessionStatus::Completeness::Stopped: {
        const auto *failed = std::get_if<quo::PageWalk::Failed>(&status.shownWalk);
        return tr("stopped: %1, %2 loaded")
            .arg(failed ? errorName(failed->error) : QString(), loaded);
    }
    case inbox::SessionStatus::Completeness::MoreExist:
        return status.firstPageArrived ? tr("first %1, more exist").arg(loaded)
                                       : tr("first %1, more may exist").arg(loaded);
    }
    return {};
}

QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale)
{
    if (const auto *waiting = std::get_if<quo::PageWalk::Waiting>(&status.walk))
        return waitSentence(waiting->wait, now);
    if (status.refreshing && std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return tr("Refreshing, %1 of %2")
            .arg(locale.toString(status.refreshed), locale.toString(status.loaded));
    if (std::holds_alternative<quo::PageWalk::Fetching>(status.walk))
        return tr("Loading…");
    return {};
}

QString waitSentence(const quo::Wait &wait, quo::Instant now)
{
    QString name = errorName(wait.because);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return tr("%1, trying again in %2 (try %3 of %4)")
        .arg(name, seconds(wait.until, now))
        .arg(wait.nextTry)
        .arg(wait.tries);
}

QString skippedSentence(const inbox::SessionStatus &status, const QLocale &locale)
{
    if (status.skippedCount == 0)
        return {};
    QMap<QString, int> counts;
    for (const quo::SkippedRow &row : status.skipped)
        ++counts[reasonText(row)];
    QStringList reasons;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        reasons.append(
            tr("%1 (%2)", "a reason and how often").arg(it.key(), locale.toString(it.value())));
    return tr("Rows that could not be read and are left out: %1. Why: %2.")
        .arg(locale.toString(status.skippedCount), reasons.join(QStringLiteral("; ")));
}

QString ignoredSentence(const inbox::SessionStatus &status)
{
    if (status.ignoredFilters.isEmpty())
        return {};
    QStringList names;
    for (const QueryField field : status.ignoredFilters)
        names.append(filterName(field));
    return tr("The server did not apply: %1. The list holds rows outside of it.")
        .arg(names.join(QStringLiteral(", ")));
}

QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context)
{
    switch (state.assignment) {
    case inbox::ConversationState::Assignment::Unassigned:
        return tr("Unassigned");
    case inbox::ConversationState::Assignment::Teammate:
        return tr("Assigned to %1").arg(inbox::assigneeName(*row.assignedTo(), context));
    case inbox::ConversationState::Assignment::SystemUser:
        return tr("Assigned to the system (%1)").arg(*row.assignedTo());
    }
    return {};
}

QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context)
{
    switch (state.mute) {
    case inbox::ConversationState::Mute::NotMuted:
        return tr("Not muted");
    case inbox::ConversationState::Mute::MutedForGood:
        return tr("Muted");
    case inbox::ConversationState::Mute::MutedUntil:
        return tr("Muted until %1, for another %2")
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
        return tr("Not snoozed");
    case inbox::ConversationState::Snooze::SnoozedUntil:
        return tr("Snoozed until %1, in %2")
            .arg(inbox::shortInstant(*row.snoozedUntil(), context),
                 durationText(*row.snoozedUntil() - context.now));
    case inbox::ConversationState::Snooze::SnoozeEnded:
        return tr("Snooze ended %1 ago").arg(durationText(context.now - *row.snoozedUntil()));
    }
    return {};
}

QString durationText(quo::milliseconds duration)
{
    using namespace std::chrono;
    if (duration >= 2 * years(1))
        return tr("%1 y", "years").arg(qint64(floor<years>(duration).count()));
    if (duration >= days(2))
        return tr("%1 d", "days").arg(qint64(floor<days>(duration).count()));
    if (duration >= hours(1))
        return tr("%1 h", "hours").arg(qint64(floor<hours>(duration).count()));
    if (duration >= minutes(1))
        return tr("%1 min", "minutes").arg(qint64(floor<minutes>(duration).count()));
    return tr("a moment");
}

QString presetName(workspace::DateFilter::Preset preset)
{
    using Preset = workspace::DateFilter::Preset;
    switch (preset) {
    case Preset::Any:
        return tr("Any time");
    case Preset::Today:
        return tr("Today");
    case Preset::Yesterday:
        return tr("Yesterday");
    case Preset::Last7Days:
        return tr("Last 7 days");
    case Preset::Last30Days:
        return tr("Last 30 days");
    case Preset::ThisMonth:
        return tr("This month");
    case Preset::Custom:
        return tr("Custom");
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
        return tr("%1 – %2", "from and to")
            .arg(wallText(*filter.from, locale), wallText(*filter.to, locale));
    if (filter.from)
        return tr("from %1").arg(wallText(*filter.from, locale));
    return filter.to ? tr("until %1").arg(wallText(*filter.to, locale)) : QString();
}

} // namespace widgets
