// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifier.h"
#include "support/warnings.h"

#include <QDBusConnection>
#include <QTest>

using namespace Qt::StringLiterals;

// A desktop that notes what it is told, on the test's own bus.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList told; // title and text

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        told.append({title, text});
        return uint(told.size() / 2);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theDesktopIsToldAndAClickComesBack()
    {
        app::DesktopNotifier notifier;
        notifier.notify(u"Nobody"_s, u"is there to be told"_s, [] {});

        Desktop desktop;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"d"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                   QDBusConnection::ExportAllSlots |
                                       QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
        QStringList clicked;
        const auto notify = [&](const QString &name) {
            notifier.notify(name, u"<img src=x> & more"_s, [&, name] { clicked.append(name); });
        };
        // Its number has to come back before a click on it means anything.
        const auto clickUntilItIsHeard = [&](uint id, const QString &name) {
            return QTest::qWaitFor([&] {
                Q_EMIT desktop.ActionInvoked(id, u"default"_s);
                return clicked.contains(name);
            });
        };
        notify(u"Ana"_s);
        QVERIFY(clickUntilItIsHeard(1, u"Ana"_s));
        QCOMPARE(desktop.told, (QStringList{u"Ana"_s, u"&lt;img src=x&gt; &amp; more"_s}));
        // One that is closed is clicked no more; what is told later arrives later.
        Q_EMIT desktop.NotificationClosed(1, 2);
        notify(u"Ben"_s);
        QVERIFY(clickUntilItIsHeard(2, u"Ben"_s));
        clicked.clear();
        Q_EMIT desktop.ActionInvoked(1, u"default"_s);
        notify(u"Cleo"_s);
        QVERIFY(clickUntilItIsHeard(3, u"Cleo"_s));
        QVERIFY(!clicked.contains(u"Ana"_s));
    }
};

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
