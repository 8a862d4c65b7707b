// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/job.h"

#include "common/qtcompat.h"
#include "quo/apikey.h"
#include "quo/decode.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

namespace quo {

namespace {

// RFC 9110, 5.6.7: always GMT, and always in English.
std::optional<Instant> parseHttpDate(const QByteArray &value)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    common::setUtc(date);
    return date.isValid() ? std::optional(toInstant(date)) : std::nullopt;
}

// RFC 9110, 10.2.3: seconds or an HTTP date. The date is the server's, and so is 'now' where it
// says so: the clock here may be wrong.
std::optional<milliseconds> parseRetryAfter(const QByteArray &value, Instant now)
{
    bool isNumber = false;
    const qulonglong seconds = value.trimmed().toULongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(qMin(seconds, qulonglong(24 * 3600)));
    const std::optional<Instant> date = parseHttpDate(value);
    if (!date)
        return std::nullopt;
    return std::max(milliseconds(0), *date - now);
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    // Without a type the body itself decides.
    return type.isEmpty() || type == "application/json" || type == "text/json" ||
           type.endsWith("+json");
}

// Why a request failed without an answer.
ApiError::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionClosedError:
        return ApiError::Kind::Dropped;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ApiError::Kind::Timeout;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ApiError::Kind::ProxyPassword;
    case QNetworkReply::SslHandshakeFailedError:
        return ApiError::Kind::Tls;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return ApiError::Kind::UnreadableAnswer;
    default:
        return ApiError::Kind::NoNetwork;
    }
}

} // namespace

Job::Job(const Dependencies &dependencies, const QNetworkRequest &request, QString path,
         Priority priority, Accept accept, Callback callback)
    : m_dependencies(dependencies)
    , m_request(request)
    , m_path(std::move(path))
    , m_priority(priority)
    , m_accept(std::move(accept))
    , m_callback(std::move(callback))
{
    queue();
}

Job::Job(const Dependencies &dependencies, ApiError refusal, Callback callback)
    : m_dependencies(dependencies)
    , m_callback(std::move(callback))
{
    m_waitTimer = m_dependencies.clock.callAfter(
        milliseconds(0), [this, refusal = std::move(refusal)] { end(refusal); });
}

Job::~Job()
{
    if (m_reply)
        log(ApiError::Kind::Stopped);
    dropReply();
}

void Job::queue()
{
    m_ticket = m_dependencies.pacer.queue(m_priority, [this] { send(); });
}

void Job::send()
{
    ++m_tries;
    m_body.clear();
    m_timedOut = false;
    m_tooLarge = false;
    m_sentAt = m_dependencies.clock.ticks();
    m_reply = m_dependencies.network.get(m_request);
    // Limits what Qt keeps of a body that comes faster than it is read.
    m_reply->setReadBufferSize(1 << 20);
    connect(m_reply, &QNetworkReply::readyRead, this, &Job::read);
    connect(m_reply, &QNetworkReply::finished, this, &Job::finishTry);
    // Timers of our own: Qt's transfer timeout looks like a cancelled request, and every byte
    // restarts it.
    m_idleTimer = m_dependencies.clock.callAfter(m_dependencies.idleTimeout, [this] { timeOut(); });
    m_totalTimer =
        m_dependencies.clock.callAfter(m_dependencies.totalTimeout, [this] { timeOut(); });
}

void Job::read()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    takeBody();
    m_tooLarge =
        announced > m_dependencies.maxBodySize || m_body.size() > m_dependencies.maxBodySize;
    if (m_tooLarge)
        return finishTry();
    m_idleTimer = m_dependencies.clock.callAfter(m_dependencies.idleTimeout, [this] { timeOut(); });
}

// Piece by piece: QIODevice::read() takes as much memory as it may bring, even where it brings
// little, and what bytesAvailable() says of a compressed body is not its size.
void Job::takeBody()
{
    constexpr qint64 piece = 64 << 10;
    while (m_body.size() <= m_dependencies.maxBodySize) {
        const QByteArray bytes =
            m_reply->read(std::min(piece, m_dependencies.maxBodySize + 1 - m_body.size()));
        if (bytes.isEmpty())
            return;
        m_body += bytes;
    }
}

void Job::timeOut()
{
    m_timedOut = true;
    finishTry();
}

void Job::finishTry()
{
    m_idleTimer.reset();
    m_totalTimer.reset();
    if (!m_timedOut && !m_tooLarge)
        takeBody();
    std::optional<ApiError> error = outcome();
    log(error ? std::optional(error->kind) : std::nullopt);
    dropReply();
    m_ticket.reset();
    if (error)
        tryAgainOrEnd(std::move(*error));
    else
        end(std::nullopt);
}

// Success needs a 2xx, JSON, and a body that can be read.
std::optional<ApiError> Job::outcome()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_timedOut)
        return ApiError::of(ApiError::Kind::Timeout, {}, status);
    if (m_tooLarge || m_body.size() > m_dependencies.maxBodySize)
        return ApiError::of(ApiError::Kind::TooLarge, {}, status);
    if (status >= 300) {
        ApiError error = decodeErrorBody(status, m_body);
        if (m_reply->hasRawHeader("Retry-After"))
            error.retryAfter = parseRetryAfter(
                m_reply->rawHeader("Retry-After"),
                parseHttpDate(m_reply->rawHeader("Date")).value_or(m_dependencies.clock.now()));
        return error;
    }
    if (m_reply->error() != QNetworkReply::NoError)
        return ApiError::of(kindOf(m_reply->error()), m_reply->errorString());
    const QByteArray contentType =
        m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (!isJson(contentType))
        return ApiError::of(
            ApiError::Kind::UnreadableAnswer,
            QStringLiteral("content type ") + QString::fromLatin1(contentType.left(80)), status);
    return m_accept(m_body);
}

void Job::tryAgainOrEnd(ApiError error)
{
    error.redact(m_dependencies.key);
    const auto delay = m_dependencies.retry.delayAfter(error, m_tries, m_dependencies.random());
    if (!delay)
        return end(std::move(error));
    // The limit is the key's, so everything else under this key waits as well.
    if (error.kind == ApiError::Kind::RateLimited)
        m_dependencies.pacer.pause(*delay);
    m_wait = Wait{m_dependencies.clock.now() + *delay, error, m_tries + 1,
                  m_dependencies.retry.triesFor(error)};
    m_waitTimer = m_dependencies.clock.callWhenAged(*delay, [this] {
        m_wait.reset();
        queue();
        Q_EMIT waitingChanged();
    });
    Q_EMIT waitingChanged();
}

void Job::log(std::optional<ApiError::Kind> error)
{
    m_dependencies.log.add({m_dependencies.clock.now(), m_path,
                            m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                            m_dependencies.clock.ticks() - m_sentAt, m_tries, error,
                            m_body.size()});
}

void Job::dropReply()
{
    if (!m_reply)
        return;
    // Before abort(), which emits finished() from within.
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void Job::end(std::optional<ApiError> error)
{
    // The callback may destroy this job, so nothing of it is touched afterwards.
    std::exchange(m_callback, nullptr)(std::move(error));
}

} // namespace quo
