// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/client.h"

#include <QNetworkProxy>

namespace quo {

Client::Client(Settings settings, Clock &clock, std::function<double()> random, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_baseUrl(checkedBaseUrl(m_settings.baseUrl))
    , m_pacer(clock, m_settings.limits)
    , m_dependencies{m_network,
                     clock,
                     m_pacer,
                     m_settings.key,
                     std::move(random),
                     m_settings.retry,
                     m_settings.idleTimeout,
                     m_settings.totalTimeout,
                     m_settings.maxBodySize,
                     m_log}
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

std::unique_ptr<Job> Client::get(const QString &path, const QByteArray &encodedQuery,
                                 Priority priority, Job::Accept accept, Job::Callback callback)
{
    if (!m_baseUrl || m_settings.key.isEmpty()) {
        const auto why = m_baseUrl ? ApiError::Kind::NoKey : ApiError::Kind::InsecureUrl;
        return std::make_unique<Job>(m_dependencies, ApiError::of(why), std::move(callback));
    }
    return std::make_unique<Job>(m_dependencies, request(path, encodedQuery), path, priority,
                                 std::move(accept), std::move(callback));
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
    // Only the key identifies the client: no cookies, no remembered passwords.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace quo
