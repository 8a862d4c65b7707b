// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QStringList>

#include <functional>

namespace workspace {
class Settings;
}

namespace widgets {

// Shows a notification on the desktop, and calls back when it is clicked.
using Notify =
    std::function<void(const QString &title, const QString &text, std::function<void()> activated)>;

// Notifies of conversations on watched lines that become unassigned or whose snooze ends.
class Attention : public QObject
{
    Q_OBJECT

public:
    // All but 'notify', which may be null, must outlive it.
    Attention(inbox::InboxSession &session, const inbox::Names &names,
              workspace::Settings &settings, const Notify &notify, QObject *parent = nullptr);

    // Ids of lines; initially those that the settings have.
    const QStringList &watchedLines() const { return m_watchedLines; }
    void watch(const QString &line, bool on);

Q_SIGNALS:
    // The user clicked the notification of this conversation.
    void conversationRequested(const QString &id);

private:
    void notifyOf(const QString &id, inbox::Facet because);

    inbox::InboxSession &m_session;
    const inbox::Names &m_names;
    workspace::Settings &m_settings;
    const Notify m_notify;
    QStringList m_watchedLines;
};

} // namespace widgets
