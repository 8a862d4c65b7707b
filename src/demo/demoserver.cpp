// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <list>
#include <memory>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#else
#include <QPointer>
#endif

namespace demo {

namespace {

constexpr char contentType[] = "application/json; charset=utf-8";

// Otherwise the small writes of one answer wait 40 ms for each other.
class SwiftServer : public QTcpServer
{
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        addPendingConnection(socket);
    }
};

// Calls that Qt HTTP Server has renamed in 6.8.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
template <class Handle>
void setHandler(QHttpServer &server, const QObject *context, Handle handle)
{
    server.setMissingHandler(
        context, [handle](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            handle(request, responder);
        });
}

template <class Visit>
void forEachHeader(const QHttpServerRequest &request, Visit visit)
{
    const QHttpHeaders &headers = request.headers();
    for (qsizetype i = 0; i < headers.size(); ++i)
        visit(QByteArray(headers.nameAt(i).data(), headers.nameAt(i).size()),
              headers.valueAt(i).toByteArray());
}

void writeResponse(const DemoResponse &response, QHttpServerResponder &responder)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, contentType);
    for (const auto &[name, value] : response.headers)
        headers.append(name, value);
    responder.write(response.body, headers, QHttpServerResponder::StatusCode(response.status));
}

// Keeps a responder together with its connection, which may be closed.
class LateResponder
{
public:
    explicit LateResponder(QHttpServerResponder &responder)
        : m_responder(std::move(responder))
    {
    }
    void write(const DemoResponse &response) { writeResponse(response, m_responder); }

private:
    QHttpServerResponder m_responder;
};
#else
template <class Handle>
void setHandler(QHttpServer &server, const QObject *, Handle handle)
{
    server.setMissingHandler(
        [handle](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            handle(request, responder);
        });
}

template <class Visit>
void forEachHeader(const QHttpServerRequest &request, Visit visit)
{
    for (const auto &[name, value] : request.headers())
        visit(name, value);
}

void writeResponse(const DemoResponse &response, QHttpServerResponder &responder)
{
    responder.writeStatusLine(QHttpServerResponder::StatusCode(response.status));
    responder.writeHeader("Content-Type", contentType);
    responder.writeHeader("Content-Length", QByteArray::number(response.body.size()));
    for (const auto &[name, value] : response.headers)
        responder.writeHeader(name, value);
    responder.writeBody(response.body);
}

// The responder has a plain pointer to its socket, so check first whether that still exists.
class LateResponder
{
public:
    explicit LateResponder(QHttpServerResponder &responder)
        : m_socket(responder.socket())
        , m_responder(std::move(responder))
    {
    }
    void write(const DemoResponse &response)
    {
        if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
            writeResponse(response, m_responder);
    }

private:
    QPointer<QTcpSocket> m_socket;
    QHttpServerResponder m_responder;
};
#endif

DemoRequest toDemoRequest(const QHttpServerRequest &request)
{
    DemoRequest out;
    out.method = request.method() == QHttpServerRequest::Method::Get ? "GET" : "other";
    out.path = request.url().path(QUrl::FullyEncoded).toLatin1();
    out.query = request.url().query(QUrl::FullyEncoded).toLatin1();
    forEachHeader(request, [&out](const QByteArray &name, const QByteArray &value) {
        out.headers.insert(name.toLower(), value);
    });
    return out;
}

// Lives in the server's thread.
class Listener : public QObject
{
public:
    Listener(const DemoServer::Settings &settings, QTcpServer *socket)
        : m_settings(settings)
        , m_api(DemoWorkspace::generate(settings.seed, settings.conversations, settings.now,
                                        Millis(settings.utcOffset.count()) * 1000),
                settings.rateLimit)
    {
        m_elapsed.start();
        // All paths come here; DemoApi knows the endpoints.
        setHandler(m_server, this,
                   [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                       handle(request, responder);
                   });
        m_server.bind(socket);
    }

private:
    void handle(const QHttpServerRequest &request, QHttpServerResponder &responder)
    {
        const DemoRequest demoRequest = toDemoRequest(request);
        if (m_settings.observer)
            m_settings.observer(demoRequest);
        const DemoResponse response = m_api.answer(demoRequest, m_elapsed.elapsed());
        if (m_settings.latency.count() == 0)
            return writeResponse(response, responder);
        m_late.emplace_front(responder);
        QTimer::singleShot(m_settings.latency, this, [this, late = m_late.begin(), response] {
            late->write(response);
            m_late.erase(late);
        });
    }

    const DemoServer::Settings m_settings;
    DemoApi m_api;
    QElapsedTimer m_elapsed;
    QHttpServer m_server;
    std::list<LateResponder> m_late; // must not outlive their connections
};

} // namespace

bool DemoServer::isAvailable()
{
    return true;
}

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
    // Listening starts here, so the port is known before the thread runs. Early connections wait in
    // the backlog of the socket.
    auto socket = std::make_unique<SwiftServer>();
    if (!socket->listen(QHostAddress::LocalHost, m_settings.port)) {
        m_errorString = socket->errorString();
        return false;
    }
    m_baseUrl.setScheme(QStringLiteral("http"));
    m_baseUrl.setHost(QStringLiteral("127.0.0.1"));
    m_baseUrl.setPort(socket->serverPort());

    // The workspace is generated in the thread too, since a large one takes long.
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
