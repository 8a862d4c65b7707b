// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"
#include "quo/arraystyle.h"
#include "quo/baseurl.h"
#include "quo/conversationquery.h"
#include "quo/decodedlist.h"
#include "quo/expected.h"
#include "quo/job.h"
#include "quo/listrequest.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QUrl>

#include <type_traits>

namespace quo {

// What a server does with a filter whose effect cannot be seen in the rows.
enum class FilterEffect { Applied, Ignored, Unknown };

// The only way to the API: read-only, one key, one server. Every request goes through the key's
// pacer. Redirects are refused and plain http is for loopback alone, so the key reaches no other
// host.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QUrl baseUrl; // see checkedBaseUrl()
        ApiKey key;
        QByteArray userAgent; // 'Quoin/<version>'; without one the API answers 403
        milliseconds idleTimeout{30'000};
        milliseconds totalTimeout{120'000};
        qint64 maxBodySize = 32 << 20;
        Pacer::Limits limits = {};
        RetryPolicy retry = {};
    };

    // 'random' gives numbers in [0, 1). The clock must outlive the client, the client every job.
    Client(Settings settings, Clock &clock, std::function<double()> random,
           QObject *parent = nullptr);

    // Called once, unless the job is destroyed before.
    template <class T>
    using Callback = std::function<void(Expected<T, ApiError>)>;
    // One page of a list; a null token asks for the first.
    template <class T>
    [[nodiscard]] std::unique_ptr<Job>
    list(const ListRequest<T> &request, const std::optional<QString> &pageToken, Priority priority,
         std::type_identity_t<Callback<ListPage<T>>> callback)
    {
        auto page = std::make_shared<ListPage<T>>();
        auto accept = [page, decodeRow = request.decodeRow](const QByteArray &body) {
            auto decoded = decodeListPage(body, decodeRow);
            if (!decoded)
                return std::optional(std::move(decoded.error()));
            *page = std::move(*decoded);
            return std::optional<ApiError>();
        };
        return get(request.path, request.encoded(pageToken), priority, std::move(accept),
                   [page, callback = std::move(callback)](std::optional<ApiError> error) {
                       if (error)
                           callback(Unexpected{std::move(*error)});
                       else
                           callback(std::move(*page));
                   });
    }

    // The proxy to servers other than this machine; initially the application's.
    void setProxy(const QNetworkProxy &proxy);

    // How this server expects a list in a query. PageWalk finds it out.
    ArrayStyle arrayStyle() const { return m_arrayStyle; }
    void setArrayStyle(ArrayStyle style) { m_arrayStyle = style; }
    // Lines that this key may not see, with the server's reason. PageWalk finds them out and leaves
    // them out from then on.
    const QHash<QString, ApiError> &refusedLines() const { return m_refusedLines; }
    void setRefusedLines(const QHash<QString, ApiError> &lines) { m_refusedLines = lines; }

    // Ids of the lines by number, for filters that name lines by number. DirectoryLoader sets them.
    const LineNumbers &lineNumbers() const { return m_lineNumbers; }
    void setLineNumbers(const LineNumbers &numbers) { m_lineNumbers = numbers; }
    // Null until PageWalk has tried it.
    std::optional<FilterEffect> filterEffect(QueryField field) const
    {
        const auto found = m_filterEffects.constFind(field);
        return found == m_filterEffects.cend() ? std::nullopt : std::optional(*found);
    }
    void setFilterEffect(QueryField field, FilterEffect effect)
    {
        m_filterEffects.insert(field, effect);
    }

    Instant now() const { return m_dependencies.clock.now(); }
    Pacer::Load load() const { return m_pacer.load(); }
    const RequestLog &requestLog() const { return m_log; }

private:
    std::unique_ptr<Job> get(const QString &path, const QByteArray &encodedQuery, Priority priority,
                             Job::Accept accept, Job::Callback callback);
    QNetworkRequest request(const QString &path, const QByteArray &encodedQuery) const;

    const Settings m_settings;
    const Expected<QUrl, BaseUrlProblem> m_baseUrl;
    QNetworkAccessManager m_network;
    Pacer m_pacer;
    RequestLog m_log;
    Job::Dependencies m_dependencies;
    ArrayStyle m_arrayStyle = ArrayStyle::Plain;
    QHash<QString, ApiError> m_refusedLines;
    LineNumbers m_lineNumbers;
    QHash<QueryField, FilterEffect> m_filterEffects;
};

} // namespace quo
