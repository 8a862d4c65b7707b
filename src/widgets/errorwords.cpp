// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errorwords.h"

#include "inbox/displaytext.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace widgets {

namespace {

constexpr qsizetype longestDetail = 500; // characters, of each thing that a server says

using Kind = quo::ApiError::Kind;
using quo::QueryField;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(widgets::ErrorWords)
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
        return Words::tr("a saved view");
    if (name == u"shown" || name == u"filters")
        return Words::tr("what was shown last");
    if (name == u"columns" || name == u"sort")
        return Words::tr("columns and sorting");
    if (name == u"list")
        return Words::tr("the list of workspaces");
    if (name == u"proxy" || name == u"proxyHost" || name == u"proxyPort")
        return Words::tr("the proxy");
    if (name == u"timeZone")
        return Words::tr("the time zone");
    if (name == u"language")
        return Words::tr("the language");
    if (name == u"watchedLines")
        return Words::tr("the lines you are notified of");
    if (name == u"refreshInterval")
        return Words::tr("how often the list is refreshed");
    if (name.startsWith(u"export"))
        return Words::tr("the export options");
    return Words::tr("other settings");
}

bool isMessageInSentence(const quo::ApiError &error)
{
    return error.kind == Kind::BadRequest ||
           (error.kind == Kind::BadParameter && !isAboutFilter(error));
}

} // namespace

QString errorName(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return Words::tr("no API key");
    case Kind::InsecureUrl:
        return Words::tr("insecure address");
    case Kind::NoNetwork:
        return Words::tr("no connection");
    case Kind::Dropped:
        return Words::tr("connection lost");
    case Kind::Timeout:
        return Words::tr("no answer in time");
    case Kind::Tls:
        return Words::tr("no secure connection");
    case Kind::Redirected:
        return Words::tr("redirected");
    case Kind::ProxyPassword:
        return Words::tr("the proxy asks for a password");
    case Kind::RefusedKey:
        return Words::tr("key refused");
    case Kind::NotPaid:
        return Words::tr("subscription expired");
    case Kind::Forbidden:
        return Words::tr("not allowed");
    case Kind::BadParameter:
        return isAboutFilter(error) ? Words::tr("filter refused") : Words::tr("request refused");
    case Kind::BadRequest:
        return Words::tr("request refused");
    case Kind::NotFound:
        return Words::tr("not found");
    case Kind::RateLimited:
        return Words::tr("rate limited");
    case Kind::Server:
        return Words::tr("server error");
    case Kind::UnreadableAnswer:
        return Words::tr("unreadable answer");
    case Kind::TooLarge:
        return Words::tr("answer too large");
    case Kind::RepeatedToken:
        return Words::tr("the list goes round in circles");
    case Kind::EndlessPages:
        return Words::tr("the list never ends");
    case Kind::Stopped:
        return Words::tr("by you");
    }
    return {};
}

QString errorSentence(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return Words::tr(
            "There is no API key. Sign in, or start Quoin with the key in QUO_API_KEY, or look "
            "around with ‘quoin --demo’.");
    case Kind::InsecureUrl:
        return Words::tr("The address is not https, so the key was not sent. Correct --base-url or "
                         "QUO_API_BASE_URL.");
    case Kind::NoNetwork:
        return Words::tr("Quo cannot be reached. Check the network connection, then retry.");
    case Kind::Dropped:
        return Words::tr(
            "The connection ended in the middle of the answer. Retry to go on from there.");
    case Kind::Timeout:
        return Words::tr("Quo did not answer in time. Retry to go on from there.");
    case Kind::Tls:
        return Words::tr(
            "The connection to Quo is not secure, so the key was not sent. Check the date of "
            "this computer and any proxy in between.");
    case Kind::Redirected:
        return Words::tr(
            "The server wants to send Quoin to another address. The key was not sent there. "
            "Check --base-url or QUO_API_BASE_URL.");
    case Kind::ProxyPassword:
        return Words::tr(
            "The proxy on the way to Quo asks for a name and a password. Give them in the "
            "environment, as in https_proxy=http://name:password@proxy:8080, or choose another "
            "proxy in the settings.");
    case Kind::NotPaid:
        return Words::tr(
            "The workspace’s subscription to Quo has expired, so Quo answers no requests. Its "
            "owner can renew it in Quo; then retry.");
    case Kind::RefusedKey:
        return Words::tr(
            "Quo does not accept the API key. Give another one: open the workspace menu, then "
            "Change key, or correct QUO_API_KEY.");
    case Kind::Forbidden:
        return Words::tr(
            "The key’s owner may not see one of these lines. Remove lines from the filter, "
            "then retry.");
    case Kind::BadParameter:
        if (isAboutFilter(error))
            return Words::tr("Quo refuses a filter. Correct the one that is marked.");
        [[fallthrough]];
    case Kind::BadRequest:
        return error.message.isEmpty()
                   ? Words::tr("Quo refuses the request and does not say why.")
                   : Words::tr("Quo refuses the request: %1").arg(shown(error.message));
    case Kind::NotFound:
        return Words::tr(
            "There is no such list at this address. The address may be wrong: check --base-url or "
            "QUO_API_BASE_URL.");
    case Kind::RateLimited:
        return Words::tr("Too many requests were made with this key. Wait a little, then retry.");
    case Kind::Server:
        return Words::tr("Quo has a problem of its own. Retry in a while.");
    case Kind::UnreadableAnswer:
        return Words::tr(
            "The answer is no list of conversations. It may be cut, or a proxy may have "
            "answered instead. Retry.");
    case Kind::TooLarge:
        return Words::tr(
            "The answer is larger than any page of conversations can be, so it was not read.");
    case Kind::RepeatedToken:
        return Words::tr("The server sends the same page again and again. Refresh to start over.");
    case Kind::EndlessPages:
        return Words::tr(
            "The server sends one page after the other with nothing new and comes to no end. "
            "Refresh to start over.");
    case Kind::Stopped:
        return Words::tr("You stopped it. Retry to go on from there.");
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
        parts.append(Words::tr("HTTP %1").arg(error.httpStatus));
    add(Words::tr("code %1"), error.code);
    add(Words::tr("trace %1"), error.trace);
    add(QStringLiteral("%1"), error.detail);
    if (error.retryAfter)
        add(Words::tr("the server asks to wait %1"), durationText(*error.retryAfter));
    for (const quo::FieldError &field : error.errors)
        add(QStringLiteral("%1"), field.path + QStringLiteral(": ") + field.message);
    return parts.join(QStringLiteral(" · "));
}

QString filterName(QueryField field)
{
    switch (field) {
    case QueryField::PhoneNumbers:
        return Words::tr("Lines");
    case QueryField::UserId:
        return Words::tr("Teammate");
    case QueryField::CreatedAfter:
        return Words::tr("Created from");
    case QueryField::CreatedBefore:
        return Words::tr("Created to");
    case QueryField::UpdatedAfter:
        return Words::tr("Updated from");
    case QueryField::UpdatedBefore:
        return Words::tr("Updated to");
    case QueryField::ExcludeInactive:
        return Words::tr("Exclude inactive");
    case QueryField::MaxResults:
        return Words::tr("Page size");
    case QueryField::PageToken:
        return Words::tr("Page");
    }
    return {};
}

QString problemSentence(const quo::QueryProblem &problem)
{
    switch (problem.kind) {
    case quo::QueryProblem::Kind::TooMany:
        return Words::tr("Quo takes at most 100 lines at once; these are %1.").arg(problem.value);
    case quo::QueryProblem::Kind::Malformed:
        if (problem.field == QueryField::UserId)
            return Words::tr("‘%1’ is no user: its ID begins with US.").arg(problem.value);
        return Words::tr("‘%1’ is no line: neither an ID that begins with PN nor a phone number.")
            .arg(problem.value);
    case quo::QueryProblem::Kind::EmptyRange:
        return Words::tr("The range is empty: its end is not after its beginning.");
    case quo::QueryProblem::Kind::OutOfRange:
        return Words::tr("%1 is out of range.").arg(problem.value);
    }
    return {};
}

QString problemSentence(quo::BaseUrlProblem problem, const QString &typed)
{
    switch (problem) {
    case quo::BaseUrlProblem::NotAUrl:
        return Words::tr("‘%1’ is no base URL; one looks like https://api.quo.com").arg(typed);
    case quo::BaseUrlProblem::Insecure:
        return Words::tr("‘%1’ is no base URL: it must use https, or http to this machine")
            .arg(typed);
    case quo::BaseUrlProblem::HasUser:
        // What is typed may hold a password.
        return Words::tr("the base URL takes no user name and no password: the API key is enough");
    case quo::BaseUrlProblem::HasQuery:
        return Words::tr("‘%1’ is no base URL: it must end before ‘?’ and ‘#’").arg(typed);
    }
    return {};
}

QString problemSentence(inbox::NumberProblem problem, const QString &typed)
{
    switch (problem) {
    case inbox::NumberProblem::NotANumber:
        return Words::tr("‘%1’ is neither a phone number nor an ID that begins with PN.")
            .arg(typed);
    case inbox::NumberProblem::NoCountry:
        return Words::tr("‘%1’ needs its country code: begin with + and the code.").arg(typed);
    case inbox::NumberProblem::TooShort:
        return Words::tr("‘%1’ is too short for a phone number.").arg(typed);
    case inbox::NumberProblem::TooLong:
        return Words::tr("‘%1’ is too long for a phone number.").arg(typed);
    case inbox::NumberProblem::Impossible:
        return Words::tr("‘%1’ cannot be a phone number of its country.").arg(typed);
    }
    return {};
}

QString problemSentence(const inbox::SearchProblem &problem)
{
    switch (problem.kind) {
    case inbox::SearchProblem::Kind::Unfinished:
        return Words::tr("‘%1’ is not finished.").arg(problem.word);
    case inbox::SearchProblem::Kind::UnknownState: {
        QStringList words;
        for (const inbox::Facet facet : inbox::allFacets)
            words.append(inbox::facetWord(facet));
        return Words::tr("‘%1’ is no state; there are %2.")
            .arg(problem.word, words.join(QStringLiteral(", ")));
    }
    case inbox::SearchProblem::Kind::BadTime:
        return Words::tr("‘%1’ is no date; write 2026-01-31, 2026-01, today or yesterday.")
            .arg(problem.word);
    }
    return {};
}

QString keyProblemSentence(const workspace::KeyProblem &problem)
{
    switch (problem.kind) {
    case workspace::KeyProblem::Kind::NotFound:
        return Words::tr("The keychain has no key of this workspace.");
    case workspace::KeyProblem::Kind::Denied:
        return Words::tr("The keychain did not let Quoin in: %1").arg(problem.detail);
    case workspace::KeyProblem::Kind::NoKeychain:
        return Words::tr("No keychain runs on this computer: %1").arg(problem.detail);
    }
    return {};
}

QString viewProblemSentence(const workspace::ViewProblem &problem)
{
    using ViewKind = workspace::ViewProblem::Kind;
    switch (problem.kind) {
    case ViewKind::Unreadable:
        return Words::tr("The file cannot be read: %1").arg(problem.detail);
    case ViewKind::NotAFile:
        return Words::tr("This is not a file but a folder, a device or the like.");
    case ViewKind::TooLarge:
        return Words::tr("The file is larger than any view is.");
    case ViewKind::NotJson:
        return Words::tr("The file is not JSON: %1.").arg(problem.detail);
    case ViewKind::NotAView:
        return Words::tr("The file is no view of Quoin’s.");
    case ViewKind::UnknownVersion:
        return Words::tr("The view is of version %1, which this Quoin does not know.")
            .arg(problem.detail);
    case ViewKind::MissingField:
        return Words::tr("‘%1’ is missing.").arg(problem.field);
    case ViewKind::UnknownField:
        return Words::tr("‘%1’ is nothing that a view has.").arg(problem.field);
    case ViewKind::WrongType:
        return Words::tr("‘%1’ has a wrong type.").arg(problem.field);
    case ViewKind::BadValue:
        return Words::tr("‘%1’ cannot be ‘%2’.").arg(problem.field, problem.detail);
    }
    return {};
}

QString setAsideSentence(const workspace::SettingsFile::SetAside &aside)
{
    const QString name = QFileInfo(aside.fileName).fileName();
    if (aside.isNewer)
        return Words::tr(
                   "The settings are those of a newer Quoin. They are kept as ‘%1’, and this one "
                   "begins with its own.")
            .arg(name);
    if (!aside.isTakenOver)
        return Words::tr("There was something else in place of the settings file. It is now called "
                         "‘%1’, and the settings begin anew.")
            .arg(name);
    return Words::tr("The settings file was damaged. What could be read of it was kept; as it was, "
                     "it is now called ‘%1’.")
        .arg(name);
}

QString unreadableSentence(const QStringList &settings)
{
    QStringList names;
    for (const QString &key : settings)
        names.append(settingName(key));
    names.removeDuplicates();
    return Words::tr(
               "Some settings cannot be read, or only in part: %1. Quoin uses its defaults for "
               "them, and keeps what is in the file until you set them again.")
        .arg(names.join(QStringLiteral(", ")));
}

QString unwritableSentence(const QString &fileName)
{
    return Words::tr(
               "Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The "
               "folder may be write-protected or the disk full.")
        .arg(fileName);
}

QString crashSentence(bool isRestored)
{
    if (!isRestored)
        return Words::tr(
            "Quoin ended unexpectedly twice, the second time soon after it had shown the "
            "same again. So this time it begins afresh; views are still there.");
    return Words::tr(
        "Quoin ended unexpectedly the last time. Filters, search and columns are as they "
        "were.");
}

QString noZoneSentence(const QString &typed)
{
    return Words::tr("‘%1’ is no time zone: it takes a name such as Europe/Berlin.").arg(typed);
}

} // namespace widgets
