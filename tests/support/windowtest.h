// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QUrl>

namespace support {

// What every test of the window begins with: warnings fail it, and it finds no settings of another.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    QTemporaryDir m_dir;
    QString m_settingsFile; // of each function and row its own

protected Q_SLOTS:
    void init();
};

// Gets the addresses of a scheme that would otherwise be opened by the desktop.
class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    explicit LinkCatcher(const QString &scheme = QStringLiteral("https"));
    ~LinkCatcher() override;

    QUrl opened; // the last one; empty if none

private:
    const QString m_scheme;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};

} // namespace support
