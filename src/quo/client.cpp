// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/client.h"

#include "quo/decode.h"
#include "quo/pagequery.h"

#include <QNetworkProxy>

namespace quo {

Client::Client(Settings settings, Clock &clock, std::function<double()> random, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_baseUrl(checkedBaseUrl(m_settings.baseUrl))
    , m_pacer(clock, m_settings.limits)
    , m_world{m_network,
              clock,
              m_pacer,
              m_settings.key,
              std::move(random),
              m_settings.retry,
              m_settings.idleTimeout,
              m_settings.totalTimeout,
              m_settings.maxBodySize}
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (isLoopback(m_settings.baseUrl))
        m_network.setProxy(QNetworkProxy::NoProxy);
}

void Client::setProxy(const QNetworkProxy &proxy)
{
    if (!isLoopback(m_settings.baseUrl))
        m_network.setProxy(proxy);
}

std::unique_ptr<Job> Client::listConversations(const ConversationQuery &query, Priority priority,
                                               Done<Page> done)
{
    Q_ASSERT(problemsOf(query).isEmpty());
    return tryConversations(query.encoded(m_arrayStyle), priority, std::move(done));
}

std::unique_ptr<Job> Client::tryConversations(const QByteArray &encodedQuery, Priority priority,
                                              Done<Page> done)
{
    return get(QStringLiteral("/v1/conversations"), encodedQuery, priority, decodePage,
               std::move(done));
}

std::unique_ptr<Job> Client::listPhoneNumbers(Priority priority, Done<LinesAnswer> done)
{
    return get(QStringLiteral("/v1/phone-numbers"), {}, priority, decodeLines, std::move(done));
}

std::unique_ptr<Job> Client::listUsers(const std::optional<QString> &pageToken, Priority priority,
                                       Done<TeammatesPage> done)
{
    return get(QStringLiteral("/v1/users"), pageQuery(pageToken), priority, decodeTeammates,
               std::move(done));
}

std::unique_ptr<Job> Client::listContacts(const std::optional<QString> &pageToken,
                                          Priority priority, Done<ContactsPage> done)
{
    return get(QStringLiteral("/v1/contacts"), pageQuery(pageToken), priority, decodeContacts,
               std::move(done));
}

std::unique_ptr<Job> Client::listActivity(const ActivityQuery &query, Priority priority,
                                          Done<ActivityPage> done)
{
    const bool asksForCalls = query.kind == Activity::Kind::Call;
    return get(asksForCalls ? QStringLiteral("/v1/calls") : QStringLiteral("/v1/messages"),
               query.encoded(), priority, asksForCalls ? decodeCalls : decodeMessages,
               std::move(done));
}

template <class T>
std::unique_ptr<Job> Client::get(const QString &path, const QByteArray &encodedQuery,
                                 Priority priority,
                                 Expected<T, ApiError> (*decode)(const QByteArray &), Done<T> done)
{
    auto value = std::make_shared<T>();
    auto accept = [value, decode](const QByteArray &body) -> std::optional<ApiError> {
        auto decoded = decode(body);
        if (!decoded)
            return decoded.error();
        *value = std::move(*decoded);
        return std::nullopt;
    };
    auto end = [value, done = std::move(done)](std::optional<ApiError> error) {
        if (error)
            done(Unexpected{std::move(*error)});
        else
            done(std::move(*value));
    };
    if (!m_baseUrl || m_settings.key.isEmpty()) {
        ApiError refusal;
        refusal.kind = m_baseUrl ? ApiError::Kind::NoKey : ApiError::Kind::InsecureUrl;
        return std::make_unique<Job>(m_world, refusal, std::move(end));
    }
    return std::make_unique<Job>(m_world, request(path, encodedQuery), priority, std::move(accept),
                                 std::move(end));
}

QNetworkRequest Client::request(const QString &path, const QByteArray &encodedQuery) const
{
    QUrl url = *m_baseUrl;
    url.setPath(url.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    if (!encodedQuery.isEmpty())
        url.setQuery(QString::fromLatin1(encodedQuery), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", m_settings.key.authorizationHeader());
    request.setRawHeader("User-Agent", m_settings.userAgent);
    request.setRawHeader("Accept", "application/json");
    // Ten requests a second gain nothing from multiplexing, and libQuotient had to switch HTTP/2
    // off for crashes with TLS.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    // Nothing but the key identifies us: no cookies, no remembered passwords.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace quo
