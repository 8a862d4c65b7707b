// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoapi.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>

class QTcpServer;

namespace demo {

// Serves the demo workspace over HTTP on 127.0.0.1 from a thread of its own. Only its source uses
// Qt HTTP Server.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        quint16 port = 0; // 0: a free one
        int conversations = 5000;
        quint64 seed = 1;
        std::chrono::milliseconds latency{0};
        int rateLimit = 0; // requests a second for each key; 0: no limit
        Millis now = 0;    // the present time of the workspace
        // Of the clock that its office hours go by.
        std::chrono::seconds utcOffset{0};
        // Called in the server's thread before each answer.
        std::function<void(const DemoRequest &)> observer = {};
    };

    // Whether this build has the demo workspace (QUOIN_DEMO); else start() fails.
    static bool isAvailable();

    explicit DemoServer(Settings settings, QObject *parent = nullptr);
    ~DemoServer() override; // stops the server and waits for its thread

    // Listens at once and answers from the thread; false if the port is taken (see errorString).
    bool start();
    QString errorString() const { return m_errorString; }
    QUrl baseUrl() const { return m_baseUrl; }

private:
    const Settings m_settings;
    QThread m_thread;
    QUrl m_baseUrl;
    QString m_errorString;
};

} // namespace demo
