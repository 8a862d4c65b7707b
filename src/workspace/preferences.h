// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace workspace {

// How the program connects to the network.
struct Proxy
{
    enum class Kind {
        System, // as the desktop or the environment says
        None,
        Http,
        Socks5,
    };
    static constexpr Kind allKinds[]{Kind::System, Kind::None, Kind::Http, Kind::Socks5};
    // As it is written in settings: 'socks5'.
    static QString name(Kind kind);

    Kind kind = Kind::System;
    QString host; // of the last two kinds
    quint16 port = 8080;

    // Whether it can be used: a proxy with a server needs host and port.
    bool isUsable() const;

    bool operator==(const Proxy &) const = default;
};

// What the user has set for the program as a whole.
struct Preferences
{
    static constexpr int fewestThreads = 1;
    static constexpr int mostThreads = 500;

    QString language; // of texts, ISO 639-1; empty: the system's
    QString timeZone; // IANA; empty: the system's
    Proxy proxy;
    // For how many conversations messages and calls stay in memory.
    int keptThreads = 30;

    bool operator==(const Preferences &) const = default;
};

} // namespace workspace
