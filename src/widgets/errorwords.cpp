// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errorwords.h"

#include "inbox/displaytext.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace widgets {

namespace {

constexpr qsizetype longestDetail = 500; // characters, of each thing that a server says

using Kind = quo::ApiError::Kind;
using quo::QueryField;

QString tr(const char *text)
{
    return QCoreApplication::translate("widgets::ErrorWords", text);
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
            "There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look "
            "around with ‘quoin --demo’.");
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
        return tr(
            "Quo does not accept the API key. Give another one: open the workspace menu, then "
            "Change key, or correct QUO_API_KEY.");
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
            parts.append(pattern.arg(inbox::displayText(inbox::shortened(value, longestDetail))));
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
        add(QStringLiteral("%1"), field.path + QStringLiteral(": ") + field.message);
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

QString problemSentence(const inbox::SearchProblem &problem)
{
    switch (problem.kind) {
    case inbox::SearchProblem::Kind::UnknownState: {
        QStringList words;
        for (const inbox::Facet facet : inbox::allFacets)
            words.append(inbox::facetWord(facet));
        return tr("‘%1’ is no state; there are %2.")
            .arg(problem.word, words.join(QStringLiteral(", ")));
    }
    case inbox::SearchProblem::Kind::BadTime:
        return tr("‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.")
            .arg(problem.word);
    }
    return {};
}

QString keyProblemSentence(const workspace::KeyProblem &problem)
{
    switch (problem.kind) {
    case workspace::KeyProblem::Kind::NotFound:
        return tr("The keychain has no key of this workspace.");
    case workspace::KeyProblem::Kind::Denied:
        return tr("The keychain did not let Quoin in: %1").arg(problem.detail);
    case workspace::KeyProblem::Kind::NoKeychain:
        return tr("No keychain runs on this computer: %1").arg(problem.detail);
    }
    return {};
}

QString viewProblemSentence(const workspace::ViewProblem &problem)
{
    using ViewKind = workspace::ViewProblem::Kind;
    switch (problem.kind) {
    case ViewKind::Unreadable:
        return tr("The file cannot be read: %1").arg(problem.detail);
    case ViewKind::TooLarge:
        return tr("The file is larger than any view is.");
    case ViewKind::NotJson:
        return tr("The file is not JSON: %1.").arg(problem.detail);
    case ViewKind::NotAView:
        return tr("The file is no view of Quoin’s.");
    case ViewKind::UnknownVersion:
        return tr("The view is of version %1, which this Quoin does not know.").arg(problem.detail);
    case ViewKind::MissingField:
        return tr("‘%1’ is missing.").arg(problem.field);
    case ViewKind::UnknownField:
        return tr("‘%1’ is nothing that a view has.").arg(problem.field);
    case ViewKind::WrongType:
        return tr("‘%1’ has a wrong type.").arg(problem.field);
    case ViewKind::BadValue:
        return tr("‘%1’ cannot be ‘%2’.").arg(problem.field, problem.detail);
    }
    return {};
}

QString setAsideSentence(const workspace::SettingsFile::SetAside &aside)
{
    const QString name = QFileInfo(aside.fileName).fileName();
    return aside.isNewer
               ? tr("The settings are those of a newer Quoin. They are kept as ‘%1’, and this one "
                    "begins with its own.")
                     .arg(name)
               : tr("The settings file was damaged. What could be read of it was kept; as it was, "
                    "it is now called ‘%1’.")
                     .arg(name);
}

QString unwritableSentence(const QString &fileName)
{
    return tr("Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The "
              "folder may be write-protected or the disk full.")
        .arg(fileName);
}

QString crashSentence(bool isRestored)
{
    if (!isRestored)
        return tr("Quoin ended unexpectedly twice, the second time soon after it had shown the "
                  "same again. So this time it begins afresh; views are still there.");
    return tr("Quoin ended unexpectedly the last time. Filters, search and columns are as they "
              "were.");
}

} // namespace widgets
