// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <map>

namespace support {

// An answer as the server behind a proxy gave it.
struct HttpResponse
{
    QByteArray statusLine;     // 'HTTP/1.1 200 OK'
    QList<QByteArray> headers; // 'Name: value' each, without the length
    QByteArray body;

    QByteArray head(const QList<QByteArray> &moreHeaders) const;
    // As it would go over the wire.
    QByteArray whole() const;
};

// What goes to the client instead.
struct Wire
{
    enum class End {
        Keep,  // the connection stays open
        Close, // with FIN
        Reset, // with RST
    };

    QByteArray bytes = {};
    End end = End::Keep;
    qsizetype pieceSize = 0;    // bytes that go at a time; 0: all
    int pause = 0;              // milliseconds between pieces
    QByteArray endlessly = {};  // sent again and again after the bytes
    bool leavesWaiting = false; // the client gets nothing more, or never enough
    bool beginsLate = false;    // only once something else has happened in between
};

// A fault turns an answer into what the client gets.
using Fault = std::function<Wire(const HttpResponse &)>;

// A proxy between a client and a server on loopback. It passes requests on one by one, and applies
// a fault to the answers, byte by byte. In the test's thread.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    explicit FaultProxy(const QUrl &server);
    ~FaultProxy() override;

    // http or https, as it speaks.
    QUrl baseUrl() const;

    // From now on, for paths that begin so. Connections that are open end, so that no answer of
    // before is still on its way.
    void setFault(const QByteArray &path, Fault fault);
    void heal();
    // From now on connections speak TLS with this certificate.
    void setTls(const QSslConfiguration &tls);
    // From now on TLS handshakes get no answer.
    void setSilentTls();

    // Answers to which the fault was done since it was set.
    int faults() const { return m_faults; }
    // A client has not got everything yet.
    bool isMoving() const;
    int clients() const { return int(m_clients.size()); } // that are connected
    qint64 mostSent() const { return m_mostSent; }        // bytes, of one answer

private:
    class Exchange;
    class Server : public QTcpServer
    {
    public:
        std::function<void(qintptr)> connected;

    protected:
        void incomingConnection(qintptr descriptor) override { connected(descriptor); }
    };
    enum class Security { None, Tls, SilentTls };

    void connectClient(qintptr descriptor);
    void read(QTcpSocket *client);
    void pass(QTcpSocket *client, const QByteArray &request);
    void answer(Exchange &exchange);
    void send(Exchange &exchange);
    void endAll();
    void forget(QTcpSocket *client);
    void endExchange(QTcpSocket *client);

    const QUrl m_server;
    Server m_listener;
    Security m_security = Security::None;
    QSslConfiguration m_tls;
    QByteArray m_path;
    Fault m_fault; // null: none
    int m_faults = 0;
    qint64 m_mostSent = 0;
    std::map<QTcpSocket *, QByteArray> m_clients;   // what they have sent so far
    std::map<QTcpSocket *, Exchange *> m_exchanges; // under way, by client
};

} // namespace support
