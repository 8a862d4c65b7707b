// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"
#include "support/fail.h"
#include "support/fixture.h"

#include <QMutex>

#include <memory>

namespace support {

constexpr demo::Millis demoPresent = Q_INT64_C(1767225600000); // 2026-01-01 00:00 UTC

// The real client against the real demo server, and the workspace that it serves.
class DemoWorld
{
public:
    explicit DemoWorld(int conversations, int latencyMs = 0, int rateLimit = 0)
        : m_server(settings(conversations, latencyMs, rateLimit))
    {
        if (!m_server.start())
            fail(QStringLiteral("no demo server"));
        workspace = demo::DemoWorkspace::generate(1, conversations, demoPresent);
        client = std::make_unique<quo::Client>(impatientSettings(m_server.baseUrl()), clock,
                                               [] { return 0.5; });
        takeFiltersAsApplied(*client);
    }

    QUrl baseUrl() const { return m_server.baseUrl(); }

    // All requests so far, as the server received them.
    QList<demo::DemoRequest> requests()
    {
        const QMutexLocker locker(&m_mutex);
        return m_requests;
    }

    // Their query parts.
    QList<QByteArray> queries()
    {
        QList<QByteArray> queries;
        for (const demo::DemoRequest &request : requests())
            queries.append(request.query);
        return queries;
    }

    quo::SystemClock clock;
    demo::DemoWorkspace workspace;
    std::unique_ptr<quo::Client> client;

private:
    demo::DemoServer::Settings settings(int conversations, int latencyMs, int rateLimit)
    {
        demo::DemoServer::Settings settings;
        settings.conversations = conversations;
        settings.latency = std::chrono::milliseconds(latencyMs);
        settings.rateLimit = rateLimit;
        settings.now = demoPresent;
        settings.observer = [this](const demo::DemoRequest &request) {
            const QMutexLocker locker(&m_mutex);
            m_requests.append(request);
        };
        return settings;
    }

    QMutex m_mutex;
    QList<demo::DemoRequest> m_requests;
    demo::DemoServer m_server; // last, so that its thread ends first
};

} // namespace support
