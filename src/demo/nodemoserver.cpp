// SPDX-License-Identifier: GPL-3.0-or-later Replaces demoserver.cpp where Quoin is built without Qt
// HTTP Server.
#include "demo/demoserver.h"

namespace demo {

bool DemoServer::isAvailable()
{
    return false;
}

DemoServer::DemoServer(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
}

DemoServer::~DemoServer() = default;

bool DemoServer::start()
{
    m_errorString = QStringLiteral("This Quoin was built without the demo workspace.");
    return false;
}

} // namespace demo
