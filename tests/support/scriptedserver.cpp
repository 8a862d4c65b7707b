// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include "support/fail.h"

#include <QTcpSocket>

namespace support {

namespace {

QByteArray response(int status, const QByteArray &body, const QByteArray &headers,
                    const QByteArray &contentType)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" +
           body;
}

} // namespace

QByteArray ScriptedServer::Request::query() const
{
    const QByteArray target = line.split(' ').value(1);
    return target.contains('?') ? target.mid(target.indexOf('?') + 1) : QByteArray();
}

ScriptedServer::ScriptedServer()
    : m_port([this] {
        if (!m_server.listen(QHostAddress::LocalHost))
            fail(QStringLiteral("no port to listen on"));
        return m_server.serverPort();
    }())
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_received.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

ScriptedServer::~ScriptedServer()
{
    // Sockets that are still open say so while they go, when the members are gone already.
    const QList<QTcpSocket *> sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

QUrl ScriptedServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void ScriptedServer::goAway()
{
    m_server.close();
    const QList<QTcpSocket *> sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void ScriptedServer::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        fail(QStringLiteral("the port is taken"));
}

void ScriptedServer::says(int status, const QByteArray &body, const QByteArray &headers,
                          const QByteArray &contentType)
{
    saysBytes(response(status, body, headers, contentType), false);
}

void ScriptedServer::saysBytes(const QByteArray &bytes, bool close)
{
    m_answers.push({bytes, close});
}

void ScriptedServer::setFallback(std::function<QByteArray(const Request &)> jsonBody)
{
    m_fallback = std::move(jsonBody);
}

void ScriptedServer::setRefusal(std::function<bool(const Request &)> isRefused)
{
    m_isRefused = std::move(isRefused);
}

QByteArray ScriptedServer::lastQuery() const
{
    return m_requests.isEmpty() ? QByteArray() : m_requests.last().query();
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    QList<QByteArray> lines = received.left(end).split('\n');
    received.remove(0, end + 4);
    Request request;
    request.line = lines.takeFirst().trimmed();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    m_requests.append(request);
    answer(socket, request);
}

void ScriptedServer::answer(QTcpSocket *socket, const Request &request)
{
    Answer next;
    if (!m_answers.empty()) {
        next = m_answers.front();
        m_answers.pop();
    } else if (m_isRefused && m_isRefused(request)) {
        next.bytes = response(403, R"({"message":"no","code":"1001403","status":403})", {},
                              "application/json");
    } else if (m_fallback) {
        next.bytes = response(200, m_fallback(request), {}, "application/json");
    }
    socket->write(next.bytes);
    if (next.close)
        socket->disconnectFromHost();
}

} // namespace support
