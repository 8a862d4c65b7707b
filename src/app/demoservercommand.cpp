// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoservercommand.h"

#include "app/system.h"
#include "demo/demoserver.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

namespace app {

int runDemoServer(const ServerOptions &options)
{
    demo::DemoServer::Settings settings;
    settings.port = options.port;
    settings.conversations = options.conversations;
    settings.seed = options.seed;
    settings.latency = options.latency;
    settings.rateLimit = options.rateLimit;
    settings.now = QDateTime::currentMSecsSinceEpoch();
    settings.utcOffset = utcOffset();
    demo::DemoServer server(settings);
    if (!server.start()) {
        std::fprintf(stderr, "quoin: port %d: %s\n", int(options.port),
                     qPrintable(server.errorString()));
        return 1;
    }
    std::printf("%s\n", qPrintable(server.baseUrl().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace app
