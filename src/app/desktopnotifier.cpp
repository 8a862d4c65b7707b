// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace app {

namespace {

const QString service(QStringLiteral("org.freedesktop.Notifications"));
const QString path(QStringLiteral("/org/freedesktop/Notifications"));
const QString defaultAction(QStringLiteral("default")); // a click on the notification itself

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                SLOT(onClosed(uint, uint)));
}

void DesktopNotifier::notify(const QString &title, const QString &text,
                             std::function<void()> activated)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    // Servers may take the text as markup, and names are anybody's.
    call.setArguments({QCoreApplication::applicationName(), uint(0), QStringLiteral("quoin"), title,
                       text.toHtmlEscaped(), QStringList{defaultAction, tr("Open")},
                       QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("quoin")}},
                       -1});
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, activated = std::move(activated)] {
                const QDBusPendingReply<uint> id = *watcher;
                if (id.isValid())
                    m_shown.insert(id.value(), activated);
                watcher->deleteLater();
            });
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    const std::function<void()> activated = m_shown.value(id);
    if (activated && action == defaultAction)
        activated();
}

void DesktopNotifier::onClosed(uint id, uint)
{
    m_shown.remove(id);
}

} // namespace app
