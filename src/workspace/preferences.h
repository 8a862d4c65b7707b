// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace workspace {

// The way to the network.
struct Proxy
{
    enum class Kind {
        System, // what the desktop or the environment says
        None,
        Http,
        Socks5,
    };
    static constexpr Kind allKinds[]{Kind::System, Kind::None, Kind::Http, Kind::Socks5};
    // As it is written down: 'socks5'.
    static QString name(Kind kind);

    Kind kind = Kind::System;
    QString host; // of the last two kinds
    quint16 port = 8080;

    // It can be asked for: where it names a server, host and port are there.
    bool isUsable() const;

    bool operator==(const Proxy &) const = default;
};

// What the user has chosen for the program as a whole.
struct Preferences
{
    static constexpr int fewestThreads = 1;
    static constexpr int mostThreads = 500;

    QString language; // of the texts, ISO 639-1; empty: the system's
    QString timeZone; // IANA; empty: the system's
    Proxy proxy;
    // How many conversations' messages and calls stay in memory.
    int keptThreads = 30;

    bool operator==(const Preferences &) const = default;
};

} // namespace workspace
