// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/baseurl.h"

#include <QHostAddress>

namespace quo {

namespace {

// Every client of the API that is out there writes its address with the version.
QString withoutVersion(QString path)
{
    const auto dropSlashes = [&path] {
        while (path.endsWith(u'/'))
            path.chop(1);
    };
    dropSlashes();
    if (path.endsWith(QLatin1String("/v1"), Qt::CaseInsensitive))
        path.chop(3);
    dropSlashes();
    return path;
}

} // namespace

Expected<QUrl, BaseUrlProblem> parseBaseUrl(const QString &typed)
{
    return checkedBaseUrl(QUrl(typed.trimmed(), QUrl::StrictMode));
}

Expected<QUrl, BaseUrlProblem> checkedBaseUrl(QUrl url)
{
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() ||
        (!isHttps && url.scheme() != QLatin1String("http")))
        return Unexpected{BaseUrlProblem::NotAUrl};
    if (!url.userInfo().isEmpty())
        return Unexpected{BaseUrlProblem::HasUser};
    if (url.hasQuery() || url.hasFragment())
        return Unexpected{BaseUrlProblem::HasQuery};
    if (!isHttps && !isLoopback(url))
        return Unexpected{BaseUrlProblem::Insecure};
    url.setPath(withoutVersion(url.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    return url;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace quo
