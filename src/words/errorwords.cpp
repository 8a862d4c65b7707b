// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errorwords.h"

#include "inbox/displaytext.h"
#include "inbox/facet.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace words {

namespace {

constexpr qsizetype longestDetail = 500; // characters, of each thing that a server says

using Kind = quo::ApiError::Kind;
using quo::QueryField;

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ErrorWords)
};

QString shown(const QString &serverText)
{
    return inbox::displayText(inbox::shortened(serverText, longestDetail));
}

// Whether it is about something that the user can correct.
bool isAboutFilter(const quo::ApiError &error)
{
    return std::ranges::any_of(quo::allQueryFields, [&error](QueryField field) {
        return field != QueryField::MaxResults && field != QueryField::PageToken &&
               error.errorFor(quo::parameterName(field));
    });
}

// What people call the setting under this key of the file.
QString settingName(const QString &key)
{
    const QString name = key.section(u'/', 1, 1);
    if (name == u"views")
        return ErrorWords::tr("a saved view");
    if (name == u"shown" || name == u"filters")
        return ErrorWords::tr("what was shown last");
    if (name == u"columns" || name == u"sort")
        return ErrorWords::tr("columns and sorting");
    if (name == u"list")
        return ErrorWords::tr("the list of workspaces");
    if (name == u"proxy" || name == u"proxyHost" || name == u"proxyPort")
        return ErrorWords::tr("the proxy");
    if (name == u"timeZone")
        return ErrorWords::tr("the time zone");
    if (name == u"language")
        return ErrorWords::tr("the language");
    if (name == u"watchedLines")
        return ErrorWords::tr("the lines you are notified of");
    if (name == u"refreshInterval")
        return ErrorWords::tr("how often the list is refreshed");
    if (name.startsWith(u"export"))
        return ErrorWords::tr("the export options");
    return ErrorWords::tr("other settings");
}

bool isMessageInSentence(const quo::ApiError &error)
{
    return error.kind == Kind::BadRequest ||
           (error.kind == Kind::BadParameter && !isAboutFilter(error));
}

QString noViewSentence(const workspace::ViewProblem &problem)
{
    using Kind = workspace::ViewProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return ErrorWords::tr("The file cannot be read: %1").arg(problem.detail);
    case Kind::NotAFile:
        return ErrorWords::tr("This is not a file but a folder, a device or the like.");
    case Kind::TooLarge:
        return ErrorWords::tr("The file is larger than any view is.");
    case Kind::NotJson:
        return ErrorWords::tr("The file is not JSON: %1.").arg(problem.detail);
    case Kind::NotAView:
        return ErrorWords::tr("The file is no view of Quoin’s.");
    case Kind::UnknownVersion:
        return ErrorWords::tr("The view is of version %1, which this Quoin does not know.")
            .arg(problem.detail);
    }
    return {};
}

QString fieldSentence(const workspace::JsonProblem &problem)
{
    using Kind = workspace::JsonProblem::Kind;
    switch (problem.kind) {
    case Kind::MissingField:
        return ErrorWords::tr("‘%1’ is missing.").arg(problem.field);
    case Kind::UnknownField:
        return ErrorWords::tr("‘%1’ is nothing that a view has.").arg(problem.field);
    case Kind::WrongType:
        return ErrorWords::tr("‘%1’ has a wrong type.").arg(problem.field);
    case Kind::BadValue:
        return ErrorWords::tr("‘%1’ cannot be ‘%2’.").arg(problem.field, problem.detail);
    }
    return {};
}

} // namespace

QString errorName(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return ErrorWords::tr("no API key");
    case Kind::InsecureUrl:
        return ErrorWords::tr("insecure address");
    case Kind::NoNetwork:
        return ErrorWords::tr("no connection");
    case Kind::Dropped:
        return ErrorWords::tr("connection lost");
    case Kind::Timeout:
        return ErrorWords::tr("no answer in time");
    case Kind::Tls:
        return ErrorWords::tr("no secure connection");
    case Kind::Redirected:
        return ErrorWords::tr("redirected");
    case Kind::ProxyPassword:
        return ErrorWords::tr("the proxy asks for a password");
    case Kind::RefusedKey:
        return ErrorWords::tr("key refused");
    case Kind::NotPaid:
        return ErrorWords::tr("subscription expired");
    case Kind::Forbidden:
        return ErrorWords::tr("not allowed");
    case Kind::BadParameter:
        return isAboutFilter(error) ? ErrorWords::tr("filter refused")
                                    : ErrorWords::tr("request refused");
    case Kind::BadRequest:
        return ErrorWords::tr("request refused");
    case Kind::NotFound:
        return ErrorWords::tr("not found");
    case Kind::RateLimited:
        return ErrorWords::tr("rate limited");
    case Kind::Server:
        return ErrorWords::tr("server error");
    case Kind::UnreadableAnswer:
        return ErrorWords::tr("unreadable answer");
    case Kind::TooLarge:
        return ErrorWords::tr("answer too large");
    case Kind::RepeatedToken:
        return ErrorWords::tr("the list goes round in circles");
    case Kind::EndlessPages:
        return ErrorWords::tr("the list never ends");
    case Kind::Stopped:
        return ErrorWords::tr("by you");
    }
    return {};
}

QString errorSentence(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return ErrorWords::tr(
            "There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look "
            "around with ‘quoin --demo’.");
    case Kind::InsecureUrl:
        return ErrorWords::tr(
            "The address is not https, so the key was not sent. Correct --base-url or "
            "QUO_API_BASE_URL.");
    case Kind::NoNetwork:
        return ErrorWords::tr("Quo cannot be reached. Check the network connection, then retry.");
    case Kind::Dropped:
        return ErrorWords::tr(
            "The connection ended in the middle of the answer. Retry to go on from there.");
    case Kind::Timeout:
        return ErrorWords::tr("Quo did not answer in time. Retry to go on from there.");
    case Kind::Tls:
        return ErrorWords::tr(
            "The connection to Quo is not secure, so the key was not sent. Check the date of "
            "this computer and any proxy in between.");
    case Kind::Redirected:
        return ErrorWords::tr(
            "The server wants to send Quoin to another address. The key was not sent there. "
            "Check --base-url or QUO_API_BASE_URL.");
    case Kind::ProxyPassword:
        return ErrorWords::tr(
            "The proxy on the way to Quo asks for a name and a password. Give them in the "
            "environment, as in https_proxy=http://name:password@proxy:8080, or choose another "
            "proxy in the settings.");
    case Kind::NotPaid:
        return ErrorWords::tr(
            "The workspace’s subscription to Quo has expired, so Quo answers no requests. Its "
            "owner can renew it in Quo; then retry.");
    case Kind::RefusedKey:
        return ErrorWords::tr(
            "Quo does not accept the API key. Give another one: open the workspace menu, then "
            "Change key, or correct QUO_API_KEY.");
    case Kind::Forbidden:
        return ErrorWords::tr(
            "The key’s owner may not see one of these lines. Remove lines from the filter, "
            "then retry.");
    case Kind::BadParameter:
        if (isAboutFilter(error))
            return ErrorWords::tr("Quo refuses a filter. Correct the one that is marked.");
        [[fallthrough]];
    case Kind::BadRequest:
        return error.message.isEmpty()
                   ? ErrorWords::tr("Quo refuses the request and does not say why.")
                   : ErrorWords::tr("Quo refuses the request: %1").arg(shown(error.message));
    case Kind::NotFound:
        return ErrorWords::tr(
            "There is no such list at this address. The address may be wrong: check --base-url or "
            "QUO_API_BASE_URL.");
    case Kind::RateLimited:
        return ErrorWords::tr(
            "Too many requests were made with this key. Wait a little, then retry.");
    case Kind::Server:
        return ErrorWords::tr("Quo has a problem of its own. Retry in a while.");
    case Kind::UnreadableAnswer:
        return ErrorWords::tr(
            "The answer is no list of conversations. It may be cut, or a proxy may have "
            "answered instead. Retry.");
    case Kind::TooLarge:
        return ErrorWords::tr(
            "The answer is larger than any page of conversations can be, so it was not read.");
    case Kind::RepeatedToken:
        return ErrorWords::tr(
            "The server sends the same page again and again. Refresh to start over.");
    case Kind::EndlessPages:
        return ErrorWords::tr(
            "The server sends one page after the other with nothing new and comes to no end. "
            "Refresh to start over.");
    case Kind::Stopped:
        return ErrorWords::tr("You stopped it. Retry to go on from there.");
    }
    return {};
}

QString errorDetail(const quo::ApiError &error)
{
    QStringList parts;
    const auto add = [&parts](const QString &pattern, const QString &value) {
        if (!value.isEmpty())
            parts.append(pattern.arg(shown(value)));
    };
    if (!isMessageInSentence(error))
        add(QStringLiteral("%1"), error.message);
    if (error.httpStatus >= 300)
        parts.append(ErrorWords::tr("HTTP %1").arg(error.httpStatus));
    add(ErrorWords::tr("code %1"), error.code);
    add(ErrorWords::tr("trace %1"), error.trace);
    add(QStringLiteral("%1"), error.detail);
    if (error.retryAfter)
        add(ErrorWords::tr("the server asks to wait %1"), durationText(*error.retryAfter));
    for (const quo::FieldError &field : error.errors)
        add(QStringLiteral("%1"), field.path + QStringLiteral(": ") + field.message);
    return parts.join(QStringLiteral(" · "));
}

QString filterName(QueryField field)
{
    switch (field) {
    case QueryField::PhoneNumbers:
        return ErrorWords::tr("Lines");
    case QueryField::UserId:
        return ErrorWords::tr("Teammate");
    case QueryField::CreatedAfter:
        return ErrorWords::tr("Created from");
    case QueryField::CreatedBefore:
        return ErrorWords::tr("Created to");
    case QueryField::UpdatedAfter:
        return ErrorWords::tr("Updated from");
    case QueryField::UpdatedBefore:
        return ErrorWords::tr("Updated to");
    case QueryField::ExcludeInactive:
        return ErrorWords::tr("Exclude inactive");
    case QueryField::MaxResults:
        return ErrorWords::tr("Page size");
    case QueryField::PageToken:
        return ErrorWords::tr("Page");
    }
    return {};
}

QString problemSentence(const quo::QueryProblem &problem)
{
    switch (problem.kind) {
    case quo::QueryProblem::Kind::TooMany:
        return ErrorWords::tr("Quo takes at most 100 lines at once; these are %1.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::Malformed:
        if (problem.field == QueryField::UserId)
            return ErrorWords::tr("‘%1’ is no user: its ID begins with US.").arg(problem.value);
        return ErrorWords::tr(
                   "‘%1’ is no line: neither an ID that begins with PN nor a phone number.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::EmptyRange:
        return ErrorWords::tr("The range is empty: its end is not after its beginning.");
    case quo::QueryProblem::Kind::OutOfRange:
        return ErrorWords::tr("%1 is out of range.").arg(problem.value);
    }
    return {};
}

QString problemSentence(quo::BaseUrlProblem problem, const QString &typed)
{
    switch (problem) {
    case quo::BaseUrlProblem::NotAUrl:
        return ErrorWords::tr("‘%1’ is no base URL; one looks like https://api.quo.com").arg(typed);
    case quo::BaseUrlProblem::Insecure:
        return ErrorWords::tr("‘%1’ is no base URL: it must use https, or http to this machine")
            .arg(typed);
    case quo::BaseUrlProblem::HasUser:
        // What is typed may hold a password.
        return ErrorWords::tr(
            "the base URL takes no user name and no password: the API key is enough");
    case quo::BaseUrlProblem::HasQuery:
        return ErrorWords::tr("‘%1’ is no base URL: it must end before ‘?’ and ‘#’").arg(typed);
    }
    return {};
}

QString problemSentence(inbox::NumberProblem problem, const QString &typed)
{
    switch (problem) {
    case inbox::NumberProblem::NotANumber:
        return ErrorWords::tr("‘%1’ is neither a phone number nor an ID that begins with PN.")
            .arg(typed);
    case inbox::NumberProblem::NoCountry:
        return ErrorWords::tr("‘%1’ needs its country code: begin with + and the code.").arg(typed);
    case inbox::NumberProblem::TooShort:
        return ErrorWords::tr("‘%1’ is too short for a phone number.").arg(typed);
    case inbox::NumberProblem::TooLong:
        return ErrorWords::tr("‘%1’ is too long for a phone number.").arg(typed);
    case inbox::NumberProblem::Impossible:
        return ErrorWords::tr("‘%1’ cannot be a phone number of its country.").arg(typed);
    }
    return {};
}

QString problemSentence(const inbox::SearchProblem &problem)
{
    switch (problem.kind) {
    case inbox::SearchProblem::Kind::Unfinished:
        return ErrorWords::tr("‘%1’ is not finished.").arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownState: {
        QStringList words;
        for (const inbox::Facet facet : inbox::allFacets)
            words.append(inbox::facetWord(facet));
        return ErrorWords::tr("‘%1’ is no state; there are %2.")
            .arg(problem.word, words.join(QStringLiteral(", ")));
    }
    case inbox::SearchProblem::Kind::BadTime:
        return ErrorWords::tr("‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.")
            .arg(problem.word);
    }
    return {};
}

QString keyProblemSentence(const workspace::KeyProblem &problem)
{
    switch (problem.kind) {
    case workspace::KeyProblem::Kind::NotFound:
        return ErrorWords::tr("The keychain has no key of this workspace.");
    case workspace::KeyProblem::Kind::Denied:
        return ErrorWords::tr("The keychain did not let Quoin in: %1").arg(problem.detail);
    case workspace::KeyProblem::Kind::NoKeychain:
        return ErrorWords::tr("No keychain runs on this computer: %1").arg(problem.detail);
    }
    return {};
}

QString writeProblemText(const workspace::WriteProblem &problem)
{
    switch (problem.kind) {
    case workspace::WriteProblem::Kind::LinkToNothing:
        return ErrorWords::tr("is a link to a file that is not there");
    case workspace::WriteProblem::Kind::NotAFile:
        return ErrorWords::tr("is no file");
    case workspace::WriteProblem::Kind::WriteProtected:
        return ErrorWords::tr("is write-protected");
    case workspace::WriteProblem::Kind::Failed:
        return problem.detail;
    }
    return {};
}

QString viewProblemSentence(const workspace::ViewFileProblem &problem)
{
    if (const auto *field = std::get_if<workspace::JsonProblem>(&problem))
        return fieldSentence(*field);
    return noViewSentence(std::get<workspace::ViewProblem>(problem));
}

QString setAsideSentence(const workspace::SettingsFile::SetAside &aside)
{
    const QString name = QFileInfo(aside.fileName).fileName();
    if (aside.isNewer)
        return ErrorWords::tr(
                   "The settings are those of a newer Quoin. They are kept as ‘%1’, and this one "
                   "begins with its own.")
            .arg(name);
    if (!aside.isTakenOver)
        return ErrorWords::tr(
                   "There was something else in place of the settings file. It is now called "
                   "‘%1’, and the settings begin anew.")
            .arg(name);
    return ErrorWords::tr(
               "The settings file was damaged. What could be read of it was kept; as it was, "
               "it is now called ‘%1’.")
        .arg(name);
}

QString unreadableSentence(const QStringList &settings)
{
    QStringList names;
    for (const QString &key : settings)
        names.append(settingName(key));
    names.removeDuplicates();
    return ErrorWords::tr(
               "Some settings cannot be read, or only in part: %1. Quoin uses its defaults for "
               "them, and keeps what is in the file until you set them again.")
        .arg(names.join(QStringLiteral(", ")));
}

QString unwritableSentence(const QString &fileName)
{
    return ErrorWords::tr(
               "Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The "
               "folder may be write-protected or the disk full.")
        .arg(fileName);
}

QString crashSentence(bool isRestored)
{
    if (!isRestored)
        return ErrorWords::tr(
            "Quoin ended unexpectedly twice, the second time soon after it had shown the "
            "same again. So this time it begins afresh; views are still there.");
    return ErrorWords::tr(
        "Quoin ended unexpectedly the last time. Filters, search and columns are as they "
        "were.");
}

QString noZoneSentence(const QString &typed)
{
    return ErrorWords::tr("‘%1’ is no time zone: it takes a name such as Europe/Berlin.")
        .arg(typed);
}

} // namespace words
