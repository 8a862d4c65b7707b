// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/account.h"
#include "workspace/preferences.h"
#include "workspace/settingsfile.h"

#include <QByteArray>
#include <QList>

namespace workspace {

// What survives a restart of the program and belongs to no workspace: which workspaces there are,
// which one was open, the window, and what was chosen for all of them. Never a key. Whatever
// of it cannot be read is as if it had never been written, and is one of the file's unreadable().
class ProgramSettings
{
public:
    // The file must outlive this.
    explicit ProgramSettings(SettingsFile &file);

    QList<Account> accounts() const;
    void setAccounts(const QList<Account> &accounts);

    // The id of the workspace that was open last; empty where there was none.
    QString lastAccount() const;
    void setLastAccount(const QString &id);

    Preferences preferences() const;
    void setPreferences(const Preferences &preferences);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    // Null where none is chosen, or none that can be used.
    std::optional<Proxy> proxy() const;

    SettingsFile &m_file;
};

} // namespace workspace
