// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include <functional>

namespace app {

// Tells the user something through the desktop's own notifications, where there are any: the
// org.freedesktop.Notifications of the session bus, which is asked and never waited for.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    // Plain text both. 'activated' is called if the user clicks it.
    void notify(const QString &title, const QString &text, std::function<void()> activated);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    QHash<uint, std::function<void()>> m_shown; // by the server's number
};

} // namespace app
