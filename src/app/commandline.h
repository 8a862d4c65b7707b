// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <variant>

namespace app {

struct WindowOptions
{
    bool demo = false;
    int demoConversations = 5000;
    QUrl baseUrl;           // where not demo
    QString viewFile;       // empty: none
    QString screenshotFile; // empty: a window that stays
};

struct ServerOptions
{
    quint16 port = 0;
    int conversations = 5000;
    quint64 seed = 1;
    std::chrono::milliseconds latency{0};
    int rateLimit = 0; // requests a second; 0: none
};

// What is said instead of doing anything: to stdout with exit code 0, else to stderr.
struct Say
{
    QString text;
    int exitCode = 0;
};

using Command = std::variant<WindowOptions, ServerOptions, Say>;

// 'arguments' begin with the program's name. Needs a QCoreApplication.
Command parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace app
