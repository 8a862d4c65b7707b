// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errorwords.h"

#include "inbox/harmlesstext.h"
#include "quo/conversationquery.h"
#include "words/instanttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace words {

namespace {

using Kind = quo::ApiError::Kind;
using quo::QueryField;

constexpr qsizetype longestDetail = 500; // characters of each text from a server

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(words::ErrorWords)
};

QString shown(const QString &serverText)
{
    return inbox::harmlessLine(inbox::shortened(serverText, longestDetail));
}

// Whether the user can correct it by changing a filter.
bool isAboutFilter(const quo::ApiError &error)
{
    return std::ranges::any_of(quo::allQueryFields, [&error](QueryField field) {
        return field != QueryField::MaxResults && field != QueryField::PageToken &&
               error.errorFor(quo::parameterName(field));
    });
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
        return ErrorWords::tr("no API key");
    case Kind::InsecureUrl:
        return ErrorWords::tr("insecure address");
    case Kind::NoNetwork:
        return ErrorWords::tr("not connected");
    case Kind::Dropped:
        return ErrorWords::tr("connection dropped");
    case Kind::Timeout:
        return ErrorWords::tr("no answer in time");
    case Kind::Tls:
        return ErrorWords::tr("no secure connection");
    case Kind::Redirected:
        return ErrorWords::tr("redirected");
    case Kind::ProxyPassword:
        return ErrorWords::tr("proxy needs a password");
    case Kind::RefusedKey:
        return ErrorWords::tr("API key not accepted");
    case Kind::NotPaid:
        return ErrorWords::tr("subscription expired");
    case Kind::Forbidden:
        return ErrorWords::tr("no access");
    case Kind::BadParameter:
        return isAboutFilter(error) ? ErrorWords::tr("filter not accepted")
                                    : ErrorWords::tr("request not accepted");
    case Kind::BadRequest:
        return ErrorWords::tr("request not accepted");
    case Kind::NotFound:
        return ErrorWords::tr("not found");
    case Kind::RateLimited:
        return ErrorWords::tr("rate limit reached");
    case Kind::Server:
        return ErrorWords::tr("server error");
    case Kind::UnreadableAnswer:
        return ErrorWords::tr("unexpected answer");
    case Kind::TooLarge:
        return ErrorWords::tr("answer too large");
    case Kind::RepeatedToken:
        return ErrorWords::tr("Quo repeated a page");
    case Kind::EndlessPages:
        return ErrorWords::tr("endless list");
    case Kind::Stopped:
        return ErrorWords::tr("stopped");
    }
    return {};
}

QString errorTitle(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return ErrorWords::tr("No API key");
    case Kind::InsecureUrl:
        return ErrorWords::tr("The address isn’t secure");
    case Kind::NoNetwork:
        return ErrorWords::tr("Can’t reach Quo");
    case Kind::Dropped:
        return ErrorWords::tr("The connection dropped");
    case Kind::Timeout:
        return ErrorWords::tr("Quo didn’t answer in time");
    case Kind::Tls:
        return ErrorWords::tr("No secure connection to Quo");
    case Kind::Redirected:
        return ErrorWords::tr("The server points to another address");
    case Kind::ProxyPassword:
        return ErrorWords::tr("The proxy needs a name and password");
    case Kind::RefusedKey:
        return ErrorWords::tr("Quo didn’t accept the API key");
    case Kind::NotPaid:
        return ErrorWords::tr("The workspace’s Quo subscription has expired");
    case Kind::Forbidden:
        return ErrorWords::tr("No access to one of these lines");
    case Kind::BadParameter:
        if (isAboutFilter(error))
            return ErrorWords::tr("Quo didn’t accept a filter");
        [[fallthrough]];
    case Kind::BadRequest:
        return ErrorWords::tr("Quo didn’t accept the request");
    case Kind::NotFound:
        return ErrorWords::tr("The server doesn’t know this address");
    case Kind::RateLimited:
        return ErrorWords::tr("Quo’s rate limit is reached");
    case Kind::Server:
        return ErrorWords::tr("Quo is having problems (server error)");
    case Kind::UnreadableAnswer:
        return ErrorWords::tr("Unexpected answer");
    case Kind::TooLarge:
        return ErrorWords::tr("The answer is too large");
    case Kind::RepeatedToken:
        return ErrorWords::tr("Quo repeated a page");
    case Kind::EndlessPages:
        return ErrorWords::tr("Quo keeps sending pages without anything new");
    case Kind::Stopped:
        return ErrorWords::tr("Stopped");
    }
    return {};
}

QString errorAdvice(const quo::ApiError &error)
{
    switch (error.kind) {
    case Kind::NoKey:
        return ErrorWords::tr("Sign in, set QUO_API_KEY, or try “quoin --demo”.");
    case Kind::InsecureUrl:
        return ErrorWords::tr("Your key wasn’t sent. Use https in --base-url or QUO_API_BASE_URL.");
    case Kind::NoNetwork:
        return ErrorWords::tr("Check your connection.");
    case Kind::Dropped:
    case Kind::Timeout:
    case Kind::Stopped:
        return ErrorWords::tr("Try again to continue.");
    case Kind::Tls:
        return ErrorWords::tr(
            "Your key wasn’t sent. Check this computer’s date, and any proxy in between.");
    case Kind::Redirected:
        return ErrorWords::tr("Your key wasn’t sent there. Check --base-url or QUO_API_BASE_URL.");
    case Kind::ProxyPassword:
        return ErrorWords::tr(
            "Set them in the environment, as in https_proxy=http://name:password@proxy:8080, or "
            "choose another proxy in Settings.");
    case Kind::RefusedKey:
        return ErrorWords::tr("It may have been deleted or replaced in Quo.");
    case Kind::NotPaid:
        return ErrorWords::tr("Its owner can renew it in Quo. Then try again.");
    case Kind::Forbidden:
        return ErrorWords::tr(
            "The key’s owner can’t see it. Remove lines from the filter, then try again.");
    case Kind::BadParameter:
        if (isAboutFilter(error))
            return ErrorWords::tr("Change the one that is marked.");
        [[fallthrough]];
    case Kind::BadRequest:
        return error.message.isEmpty() ? ErrorWords::tr("It didn’t say why.")
                                       : shown(error.message);
    case Kind::NotFound:
        return ErrorWords::tr("Check --base-url or QUO_API_BASE_URL.");
    case Kind::RateLimited:
        return ErrorWords::tr("Wait a moment, then try again.");
    case Kind::Server:
        return ErrorWords::tr("Try again later.");
    case Kind::UnreadableAnswer:
        return ErrorWords::tr("A proxy or login page may be in the way.");
    case Kind::TooLarge:
        return ErrorWords::tr("Quoin didn’t read it. A proxy may have sent it instead of Quo.");
    case Kind::RepeatedToken:
    case Kind::EndlessPages:
        return ErrorWords::tr("Refresh to start over.");
    }
    return {};
}

QString errorSentence(const quo::ApiError &error)
{
    if (error.kind == Kind::RefusedKey)
        return ErrorWords::tr("Quo didn’t accept the API key. Change it in the workspace menu, or "
                              "correct QUO_API_KEY.");
    const QString pattern = isMessageInSentence(error) && !error.message.isEmpty()
                                ? ErrorWords::tr("%1: %2", "what went wrong, and Quo’s own words")
                                : ErrorWords::tr("%1. %2", "what went wrong, and what to do");
    return pattern.arg(errorTitle(error), errorAdvice(error));
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
        add(ErrorWords::tr("asked to wait %1"), durationText(*error.retryAfter));
    for (const quo::FieldError &field : error.errors)
        add(QStringLiteral("%1"), field.path + QStringLiteral(": ") + field.message);
    return parts.join(QStringLiteral(" · "));
}

} // namespace words
