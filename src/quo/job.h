// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/log.h"
#include "quo/pacer.h"
#include "quo/retrypolicy.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace quo {

// The pause before the next try, to be shown to the user.
struct Wait
{
    Instant until;
    ApiError because;
    int nextTry = 2; // counts from 1
    int tries = 2;
};

// One request in flight, owned by the object that needs the answer. It is paced, repeated where
// that helps, and ends exactly once, with an answer or an error. Destroying it cancels the request,
// and the callback is not called. The callback may destroy it. It lives in the thread of its
// client, which must outlive it.
class Job : public QObject
{
    Q_OBJECT

public:
    // What the client lends to each job.
    struct Dependencies
    {
        QNetworkAccessManager &network;
        Clock &clock;
        Pacer &pacer;
        const ApiKey &key;
        std::function<double()> random; // in [0, 1)
        RetryPolicy retry;
        milliseconds idleTimeout;  // without a byte
        milliseconds totalTimeout; // for one try, even while bytes come
        qint64 maxBodySize;        // bytes, after decompression
        RequestLog &log;
    };

    // Reads the body of a 200 and keeps the result, or returns why it cannot.
    using Accept = std::function<std::optional<ApiError>(const QByteArray &body)>;
    // Called once, at the end: null if the body was accepted.
    using Callback = std::function<void(std::optional<ApiError> error)>;

    // 'path' is the path of the endpoint, for the log.
    Job(const Dependencies &dependencies, const QNetworkRequest &request, QString path,
        Priority priority, Accept accept, Callback callback);
    // A request that is refused before it is sent: ends with this error from the event loop.
    Job(const Dependencies &dependencies, ApiError refusal, Callback callback);
    ~Job() override;

    // Set while the job waits to try again.
    const std::optional<Wait> &waiting() const { return m_wait; }

Q_SIGNALS:
    void waitingChanged();

private:
    void queue();
    void send();
    void read();
    void takeBody();
    void finishTry();
    void timeOut();
    std::optional<ApiError> outcome();
    void tryAgainOrEnd(ApiError error);
    void log(std::optional<ApiError::Kind> error);
    void dropReply();
    void end(std::optional<ApiError> error);

    const Dependencies &m_dependencies;
    const QNetworkRequest m_request;
    const QString m_path;
    const Priority m_priority = Priority::Looking;
    const Accept m_accept;
    Callback m_callback;

    int m_tries = 0;
    milliseconds m_sentAt{0}; // ticks
    std::optional<Wait> m_wait;
    std::unique_ptr<Pacer::Ticket> m_ticket;
    QPointer<QNetworkReply> m_reply; // the manager may be destroyed first, and its replies with it
    QByteArray m_body;
    bool m_timedOut = false;
    bool m_tooLarge = false;
    std::unique_ptr<Clock::Timer> m_idleTimer;
    std::unique_ptr<Clock::Timer> m_totalTimer;
    std::unique_ptr<Clock::Timer> m_waitTimer;
};

} // namespace quo
