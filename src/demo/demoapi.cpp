// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoapi.h"

#include "demo/demoactivity.h"
#include "demo/demojson.h"
#include "demo/demoparameters.h"
#include "demo/demothread.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <span>

namespace demo {

struct DemoApi::Endpoint
{
    const char *path;
    const char *codePrefix; // of the API's error codes: '100' of '1000400'
    const char *code403;    // no rule is known for it
    std::span<const Parameter> parameters;
    DemoResponse (DemoApi::*answer)(const Endpoint &, const Parameters &) const;
};

namespace {

using Type = Parameter::Type;

constexpr Parameter conversationParameters[] = {{"phoneNumbers", Type::Line, false, 100},
                                                {"userId", Type::UserId},
                                                {"createdAfter", Type::DateTime},
                                                {"createdBefore", Type::DateTime},
                                                {"updatedAfter", Type::DateTime},
                                                {"updatedBefore", Type::DateTime},
                                                {"excludeInactive", Type::Boolean},
                                                {"maxResults", Type::MaxResults, true},
                                                {"pageToken", Type::Token}};
constexpr Parameter phoneNumberParameters[] = {{"userId", Type::UserId}};
constexpr Parameter userParameters[] = {{"maxResults", Type::MaxResults, true},
                                        {"pageToken", Type::Token}};
constexpr Parameter contactParameters[] = {{"externalIds", Type::Text, false, 1000},
                                           {"sources", Type::Text, false, 1000},
                                           {"maxResults", Type::FewResults, true},
                                           {"pageToken", Type::Token}};
constexpr Parameter messageParameters[] = {{"phoneNumberId", Type::LineId, true},
                                           {"userId", Type::UserId},
                                           {"participants", Type::Number, true, 10},
                                           {"createdAfter", Type::DateTime},
                                           {"createdBefore", Type::DateTime},
                                           {"maxResults", Type::MaxResults, true},
                                           {"pageToken", Type::Token}};
constexpr Parameter callParameters[] = {{"phoneNumberId", Type::LineId, true},
                                        {"userId", Type::UserId},
                                        {"participants", Type::Number, true, 1},
                                        {"createdAfter", Type::DateTime},
                                        {"createdBefore", Type::DateTime},
                                        {"maxResults", Type::MaxResults, true},
                                        {"pageToken", Type::Token}};

// The bounds are inside.
bool isWithin(std::optional<Millis> value, std::optional<Millis> after,
              std::optional<Millis> before)
{
    if (!after && !before)
        return true;
    return value && (!after || *value >= *after) && (!before || *value <= *before);
}

// The demo's definition; the API does not document its own.
bool isInactive(const DemoConversation &conversation)
{
    return conversation.deletedAt || !conversation.lastActivityAt;
}

// A token says where a page begins. It is bound to its query by a hash of all other parameters.
QByteArray bondOf(std::span<const Parameter> allowed, const Parameters &parameters)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const Parameter &parameter : allowed)
        if (parameter.type != Type::Token)
            hash.addData(parameters.texts(parameter.name).join(u'&').toUtf8() + '\n');
    return hash.result().toHex().left(12);
}

QString tokenOf(const QByteArray &bond, qsizetype begin)
{
    return QString::fromLatin1((bond + '.' + QByteArray::number(begin)).toBase64());
}

// 0 for an empty token; null for one that is not of this query.
std::optional<qsizetype> beginOf(const QString &token, const QByteArray &bond, qsizetype count)
{
    if (token.isEmpty())
        return 0;
    const QList<QByteArray> parts = QByteArray::fromBase64(token.toLatin1()).split('.');
    if (parts.size() != 2 || parts[0] != bond)
        return std::nullopt;
    bool isNumber = false;
    const qsizetype begin = parts[1].toLongLong(&isNumber);
    if (!isNumber || begin < 0 || begin > count)
        return std::nullopt;
    return begin;
}

} // namespace

DemoApi::DemoApi(DemoWorkspace workspace, int rateLimit)
    : m_workspace(std::move(workspace))
    , m_rateLimit(rateLimit)
{
}

DemoResponse DemoApi::answer(const DemoRequest &request, Millis now)
{
    // The codes of /v1/users and the prefix of /v1/contacts are not documented.
    static constexpr Endpoint endpoints[] = {
        {"/v1/conversations", "100", "1001403", conversationParameters, &DemoApi::conversations},
        {"/v1/phone-numbers", "040", "0400403", phoneNumberParameters, &DemoApi::phoneNumbers},
        {"/v1/users", "050", "0500403", userParameters, &DemoApi::users},
        {"/v1/contacts", "080", "0800403", contactParameters, &DemoApi::contacts},
        {"/v1/messages", "020", "0202403", messageParameters, &DemoApi::messages},
        {"/v1/calls", "010", "0101403", callParameters, &DemoApi::calls}};
    const auto found = std::ranges::find_if(
        endpoints, [&request](const Endpoint &endpoint) { return request.path == endpoint.path; });
    if (found == std::end(endpoints) || request.method != "GET")
        return failure(404, codeOf("000", 404), QStringLiteral("Not Found"),
                       QStringLiteral("No such route"));

    const QByteArray key = request.headers.value("authorization");
    if (request.headers.value("user-agent").isEmpty())
        return failure(403, QLatin1String(found->code403), QStringLiteral("Forbidden"),
                       QStringLiteral("A User-Agent is required"));
    if (key.isEmpty() || key.startsWith("Bearer "))
        return failure(401, codeOf(found->codePrefix, 401), QStringLiteral("Unauthorized"),
                       QStringLiteral("Unauthorized"));
    if (isTooFast(key, now)) {
        DemoResponse response =
            failure(429, codeOf(found->codePrefix, 429), QStringLiteral("Too Many Requests"),
                    QStringLiteral("Rate limit exceeded"));
        response.headers.append(std::pair<QByteArray, QByteArray>("Retry-After", "1"));
        return response;
    }
    const Parameters parameters(request.query, found->parameters);
    if (!parameters.errors().isEmpty())
        return badRequest(found->codePrefix, parameters.errors());
    return (this->*found->answer)(*found, parameters);
}

bool DemoApi::isTooFast(const QByteArray &key, Millis now)
{
    if (m_rateLimit == 0)
        return false;
    std::deque<Millis> &recent = m_recent[key];
    while (!recent.empty() && recent.front() <= now - 1000)
        recent.pop_front();
    if (recent.size() >= size_t(m_rateLimit))
        return true;
    recent.push_back(now);
    return false;
}

DemoResponse DemoApi::conversations(const Endpoint &endpoint, const Parameters &parameters) const
{
    QSet<int> lines;
    for (const QString &line : parameters.texts("phoneNumbers")) {
        const int index = lineIndex(line);
        if (index < 0)
            return failure(403, QLatin1String(endpoint.code403),
                           QStringLiteral("Not Phone Number User"),
                           QStringLiteral("Not a user of this phone number"));
        lines.insert(index);
    }
    const QString user = parameters.text("userId");
    const auto matches = [&](const DemoConversation &conversation) {
        const auto isUser = [&](int index) { return m_workspace.users[index].id == user; };
        return (lines.isEmpty() || lines.contains(conversation.line)) &&
               (user.isEmpty() ||
                std::ranges::any_of(m_workspace.lines[conversation.line].users, isUser)) &&
               isWithin(conversation.createdAt, parameters.time("createdAfter"),
                        parameters.time("createdBefore")) &&
               isWithin(conversation.updatedAt, parameters.time("updatedAfter"),
                        parameters.time("updatedBefore")) &&
               !(parameters.isTrue("excludeInactive") && isInactive(conversation));
    };
    return page(endpoint, parameters, m_workspace.conversations.size(),
                [&](qsizetype i) -> std::optional<QJsonObject> {
                    const DemoConversation &conversation = m_workspace.conversations[i];
                    if (!matches(conversation))
                        return std::nullopt;
                    return toJson(m_workspace, conversation);
                });
}

DemoResponse DemoApi::phoneNumbers(const Endpoint &, const Parameters &parameters) const
{
    const QString user = parameters.text("userId");
    const auto isUser = [&](int index) { return m_workspace.users[index].id == user; };
    QJsonArray data;
    for (const DemoLine &line : m_workspace.lines)
        if (user.isEmpty() || std::ranges::any_of(line.users, isUser))
            data.append(toJson(m_workspace, line));
    return success({{QStringLiteral("data"), data}});
}

DemoResponse DemoApi::users(const Endpoint &endpoint, const Parameters &parameters) const
{
    return page(endpoint, parameters, m_workspace.users.size(),
                [this](qsizetype i) { return toJson(m_workspace.users[i]); });
}

DemoResponse DemoApi::contacts(const Endpoint &endpoint, const Parameters &parameters) const
{
    // Nobody here has an external id, and all have the same source.
    const bool asksForOthers =
        !parameters.texts("externalIds").isEmpty() ||
        !(parameters.texts("sources").isEmpty() ||
          parameters.texts("sources").contains(QStringLiteral("public-api")));
    return page(endpoint, parameters, asksForOthers ? 0 : m_workspace.contacts.size(),
                [this](qsizetype i) { return toJson(m_workspace.contacts[i]); });
}

DemoResponse DemoApi::messages(const Endpoint &endpoint, const Parameters &parameters) const
{
    return activity(endpoint, parameters, false);
}

DemoResponse DemoApi::calls(const Endpoint &endpoint, const Parameters &parameters) const
{
    return activity(endpoint, parameters, true);
}

DemoResponse DemoApi::activity(const Endpoint &endpoint, const Parameters &parameters,
                               bool asksForCalls) const
{
    const int line = lineIndex(parameters.text("phoneNumberId"));
    if (line < 0)
        return failure(404, codeOf(endpoint.codePrefix, 404), QStringLiteral("Not Found"),
                       QStringLiteral("No such phone number"));
    QStringList participants = parameters.texts("participants");
    participants.sort();
    QList<QJsonObject> items;
    for (const DemoConversation &conversation : m_workspace.conversations) {
        if (conversation.line != line)
            continue;
        QStringList others = customersOf(m_workspace, conversation);
        others.sort();
        if (others == participants)
            items.append(asksForCalls ? callsOf(m_workspace, conversation)
                                      : messagesOf(m_workspace, conversation));
    }
    QString user = parameters.text("userId");
    if (asksForCalls) {
        // A user sees all calls of a line or none. Without a user, it is the owner.
        const auto isUser = [&](int index) {
            return user.isEmpty() ? m_workspace.users[index].role == QLatin1String("owner")
                                  : m_workspace.users[index].id == user;
        };
        if (!std::ranges::any_of(m_workspace.lines[line].users, isUser))
            return failure(403, QLatin1String(endpoint.code403),
                           QStringLiteral("Not Phone Number User"),
                           QStringLiteral("Not a user of this phone number"));
        user.clear();
    }
    return page(endpoint, parameters, items.size(), [&](qsizetype i) -> std::optional<QJsonObject> {
        const QString time = items[i][QStringLiteral("createdAt")].toString();
        const Millis createdAt = QDateTime::fromString(time, Qt::ISODateWithMs).toMSecsSinceEpoch();
        if (!isWithin(createdAt, parameters.time("createdAfter"),
                      parameters.time("createdBefore")) ||
            !(user.isEmpty() || items[i][QStringLiteral("userId")] == user))
            return std::nullopt;
        return items[i];
    });
}

DemoResponse DemoApi::page(const Endpoint &endpoint, const Parameters &parameters, qsizetype count,
                           const std::function<std::optional<QJsonObject>(qsizetype)> &item) const
{
    const QByteArray bond = bondOf(endpoint.parameters, parameters);
    const std::optional<qsizetype> begin = beginOf(parameters.text("pageToken"), bond, count);
    if (!begin)
        return badRequest(
            endpoint.codePrefix,
            {QJsonObject{{QStringLiteral("path"), QStringLiteral("/pageToken")},
                         {QStringLiteral("message"), QStringLiteral("Invalid page token")},
                         {QStringLiteral("schema"),
                          QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}}});
    QJsonArray data;
    qsizetype next = *begin;
    for (; next < count; ++next) {
        const std::optional<QJsonObject> object = item(next);
        if (!object)
            continue;
        if (data.size() == parameters.maxResults())
            break; // so there is one more
        data.append(*object);
    }
    return success({{QStringLiteral("data"), data},
                    // Documented as inaccurate, and seen as the length of the page.
                    {QStringLiteral("totalItems"), data.size()},
                    {QStringLiteral("nextPageToken"),
                     next < count ? QJsonValue(tokenOf(bond, next)) : QJsonValue()}});
}

int DemoApi::lineIndex(const QString &idOrNumber) const
{
    const auto found = std::ranges::find_if(m_workspace.lines, [&](const DemoLine &line) {
        return line.id == idOrNumber || line.number == idOrNumber;
    });
    return found == m_workspace.lines.end() ? -1 : int(found - m_workspace.lines.begin());
}

} // namespace demo
