// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include "support/fail.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

#include <algorithm>
#include <optional>

namespace support {

namespace {

void reset(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger none{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    socket.abort();
}

// Null while it is not all there.
std::optional<HttpResponse> parse(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    HttpResponse response;
    qsizetype length = 0;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray text = line.trimmed();
        if (response.statusLine.isEmpty())
            response.statusLine = text;
        else if (text.toLower().startsWith("content-length:"))
            length = text.mid(15).trimmed().toLongLong();
        else
            response.headers.append(text);
    }
    response.body = bytes.mid(end + 4, length);
    if (response.body.size() < length)
        return std::nullopt;
    return response;
}

} // namespace

QByteArray HttpResponse::head(const QList<QByteArray> &moreHeaders) const
{
    return statusLine + "\r\n" + (headers + moreHeaders).join("\r\n") + "\r\n\r\n";
}

QByteArray HttpResponse::whole() const
{
    return head({"Content-Length: " + QByteArray::number(body.size())}) + body;
}

// One request and what becomes of it.
class FaultProxy::Exchange : public QObject
{
public:
    explicit Exchange(FaultProxy *proxy, QTcpSocket *socket)
        : QObject(proxy)
        , client(socket)
    {
        next.setSingleShot(true);
    }

    QTcpSocket *const client;
    QTcpSocket server;
    QByteArray received;
    bool isFaulty = false;
    Wire wire;
    bool isAnswered = false; // the wire is known
    qsizetype sent = 0;      // bytes of the wire
    qint64 sentInAll = 0;
    QTimer next;
};

FaultProxy::FaultProxy(const QUrl &server)
    : m_server(server)
{
    m_listener.connected = [this](qintptr descriptor) { connectClient(descriptor); };
    if (!m_listener.listen(QHostAddress::LocalHost))
        fail(QStringLiteral("no port to listen on"));
}

FaultProxy::~FaultProxy()
{
    endAll();
}

QUrl FaultProxy::baseUrl() const
{
    return QUrl(
        QStringLiteral("%1://127.0.0.1:%2")
            .arg(m_security == Security::None ? QStringLiteral("http") : QStringLiteral("https"))
            .arg(m_listener.serverPort()));
}

void FaultProxy::setFault(const QByteArray &path, Fault fault)
{
    m_path = path;
    m_fault = std::move(fault);
    m_faults = 0;
    endAll();
}

void FaultProxy::heal()
{
    setFault({}, {});
}

void FaultProxy::setTls(const QSslConfiguration &tls)
{
    m_security = Security::Tls;
    m_tls = tls;
    endAll();
}

void FaultProxy::setSilentTls()
{
    m_security = Security::SilentTls;
    endAll();
}

bool FaultProxy::isMoving() const
{
    return std::ranges::any_of(m_exchanges, [](const auto &entry) {
        const Exchange &exchange = *entry.second;
        return !exchange.isAnswered || !exchange.wire.leavesWaiting ||
               exchange.sent < exchange.wire.bytes.size();
    });
}

void FaultProxy::connectClient(qintptr descriptor)
{
    auto *socket = m_security == Security::Tls ? new QSslSocket(this) : new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    m_clients[socket];
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
    if (m_security == Security::SilentTls)
        return;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
        tls->setSslConfiguration(m_tls);
        tls->startServerEncryption();
    }
}

void FaultProxy::read(QTcpSocket *client)
{
    QByteArray &received = m_clients[client];
    received += client->readAll();
    // Requests are GETs, so a blank line ends them, and none follows before the answer.
    if (const qsizetype end = received.indexOf("\r\n\r\n"); end >= 0) {
        const QByteArray request = received.left(end + 4);
        received.remove(0, end + 4);
        pass(client, request);
    }
}

void FaultProxy::pass(QTcpSocket *client, const QByteArray &request)
{
    auto *exchange = new Exchange(this, client);
    exchange->isFaulty = m_fault && request.startsWith("GET " + m_path);
    connect(&exchange->next, &QTimer::timeout, this, [this, exchange] { send(*exchange); });
    connect(&exchange->server, &QTcpSocket::readyRead, this, [this, exchange] {
        exchange->received += exchange->server.readAll();
        answer(*exchange);
    });
    exchange->server.connectToHost(m_server.host(), quint16(m_server.port()));
    exchange->server.write(request);
    m_exchanges[client] = exchange;
}

void FaultProxy::answer(Exchange &exchange)
{
    const std::optional<HttpResponse> response = parse(exchange.received);
    if (!response || exchange.isAnswered)
        return;
    exchange.isAnswered = true;
    exchange.wire = exchange.isFaulty ? m_fault(*response) : Wire{response->whole()};
    m_faults += exchange.isFaulty ? 1 : 0;
    if (exchange.wire.beginsLate)
        exchange.next.start(50);
    else
        send(exchange);
}

void FaultProxy::send(Exchange &exchange)
{
    QTcpSocket *client = exchange.client;
    const Wire &wire = exchange.wire;
    const qsizetype left = wire.bytes.size() - exchange.sent;
    const qsizetype size = wire.pieceSize > 0 ? std::min(wire.pieceSize, left) : left;
    if (size > 0) {
        client->write(wire.bytes.mid(exchange.sent, size));
        exchange.sent += size;
        exchange.sentInAll += size;
    } else if (!wire.endlessly.isEmpty() && client->bytesToWrite() < (1 << 20)) {
        client->write(wire.endlessly);
        exchange.sentInAll += wire.endlessly.size();
    }
    client->flush();
    m_mostSent = std::max(m_mostSent, exchange.sentInAll);
    if (exchange.sent < wire.bytes.size() || !wire.endlessly.isEmpty()) {
        exchange.next.start(wire.pause);
        return;
    }
    if (wire.end == Wire::End::Reset)
        reset(*client); // which forgets the exchange
    else if (wire.end == Wire::End::Close)
        client->disconnectFromHost();
    else if (!wire.leavesWaiting)
        endExchange(client);
}

void FaultProxy::forget(QTcpSocket *client)
{
    endExchange(client);
    m_clients.erase(client);
    client->deleteLater();
}

void FaultProxy::endExchange(QTcpSocket *client)
{
    const auto found = m_exchanges.find(client);
    if (found == m_exchanges.end())
        return;
    Exchange *exchange = found->second;
    m_exchanges.erase(found);
    exchange->next.disconnect(this);
    exchange->server.disconnect(this);
    exchange->next.stop();
    exchange->deleteLater(); // it may be what is calling
}

void FaultProxy::endAll()
{
    while (!m_clients.empty()) {
        QTcpSocket *client = m_clients.begin()->first;
        client->disconnect(this);
        client->abort();
        forget(client);
    }
}

} // namespace support
