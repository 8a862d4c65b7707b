// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <queue>

class QTcpSocket;

namespace support {

// A server on loopback that sends exactly the bytes of a script, in the test's own thread.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray line;                       // 'GET /v1/conversations?… HTTP/1.1'
        QHash<QByteArray, QByteArray> headers; // names in lower case

        QByteArray query() const; // as sent, without '?'
    };
    struct Answer
    {
        QByteArray bytes;
        bool close = false; // the connection, after the bytes
    };

    ScriptedServer();
    ~ScriptedServer() override;

    QUrl baseUrl() const;

    // The next answers, in their order. Without one the server stays silent.
    void says(const QByteArray &jsonBody) { says(200, jsonBody); }
    void says(int status, const QByteArray &body, const QByteArray &headers = {},
              const QByteArray &contentType = "application/json");
    void saysBytes(const QByteArray &bytes, bool close);
    void staysSilent() { m_answers.push({}); }
    // Answers requests that have no scripted answer.
    void setFallback(std::function<QByteArray(const Request &)> jsonBody);

    // Which of those requests are refused with 403.
    void setRefusal(std::function<bool(const Request &)> isRefused);

    // Refuses connections and ends those there are, until it comes back at the same address.
    void goAway();
    void comeBack();

    const QList<Request> &requests() const { return m_requests; }
    QByteArray lastQuery() const;

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Request &request);

    QTcpServer m_server;
    const quint16 m_port;
    QList<Request> m_requests;
    std::queue<Answer> m_answers;
    std::function<QByteArray(const Request &)> m_fallback;
    std::function<bool(const Request &)> m_isRefused;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace support
