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

} // namespace words
