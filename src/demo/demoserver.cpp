// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace demo {

namespace {

DemoRequest toDemoRequest(const QHttpServerRequest &request)
{
    DemoRequest out;
    out.method = request.method() == QHttpServerRequest::Method::Get ? "GET" : "other";
    out.path = request.url().path(QUrl::FullyEncoded).toLatin1();
    out.query = request.url().query(QUrl::FullyEncoded).toLatin1();
    for (const auto &[name, value] : request.headers())
        out.headers.insert(name.toLower(), value);
    return out;
}

// Lives in the server's thread.
class Listener : public QObject
{
public:
    Listener(const DemoServer::Settings &settings, QTcpServer *socket)
        : m_settings(settings)
        , m_api(DemoWorkspace::generate(settings.seed, settings.conversations, settings.now),
                settings.rateLimit)
    {
        m_elapsed.start();
        // Every path goes here: the contract is told apart in DemoApi.
        m_server.setMissingHandler(
            [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                handle(request, std::move(responder));
            });
        m_server.bind(socket);
    }

private:
    void handle(const QHttpServerRequest &request, QHttpServerResponder &&responder)
    {
        // Else the small writes of an answer wait 40 ms for each other.
        responder.socket()->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const DemoRequest demoRequest = toDemoRequest(request);
        if (m_settings.observer)
            m_settings.observer(demoRequest);
        const DemoResponse response = m_api.answer(demoRequest, m_elapsed.elapsed());
        if (m_settings.latency.count() == 0)
            return write(response, responder);
        // The responder holds the socket by a bare pointer, so it must be seen to live first.
        const QPointer<QTcpSocket> socket(responder.socket());
        auto later = std::make_shared<QHttpServerResponder>(std::move(responder));
        QTimer::singleShot(m_settings.latency, this, [socket, later, response] {
            if (socket && socket->state() == QAbstractSocket::ConnectedState)
                write(response, *later);
        });
    }

    static void write(const DemoResponse &response, QHttpServerResponder &responder)
    {
        responder.writeStatusLine(QHttpServerResponder::StatusCode(response.status));
        responder.writeHeader("Content-Type", "application/json; charset=utf-8");
        responder.writeHeader("Content-Length", QByteArray::number(response.body.size()));
        for (const auto &[name, value] : response.headers)
            responder.writeHeader(name, value);
        responder.writeBody(response.body);
    }

    const DemoServer::Settings m_settings;
    DemoApi m_api;
    QElapsedTimer m_elapsed;
    QHttpServer m_server;
};

} // namespace

DemoServer::DemoServer(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_thread.setObjectName(QStringLiteral("demo server"));
}

DemoServer::~DemoServer()
{
    m_thread.quit();
    m_thread.wait();
}

bool DemoServer::start()
{
    // Listening here makes the port known without waiting for the thread; what connects early waits
    // in the socket's backlog.
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, m_settings.port)) {
        m_errorString = socket->errorString();
        return false;
    }
    m_baseUrl.setScheme(QStringLiteral("http"));
    m_baseUrl.setHost(QStringLiteral("127.0.0.1"));
    m_baseUrl.setPort(socket->serverPort());

    // The workspace is made in the thread, too: it takes longer the larger it is.
    QTcpServer *const moved = socket.release();
    moved->moveToThread(&m_thread);
    auto *const starter = new QObject;
    starter->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, starter, [settings = m_settings, moved, starter] {
        auto *const listener = new Listener(settings, moved);
        connect(QThread::currentThread(), &QThread::finished, listener, &QObject::deleteLater);
        starter->deleteLater();
    });
    m_thread.start();
    return true;
}

} // namespace demo
