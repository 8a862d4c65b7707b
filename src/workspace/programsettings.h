// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/account.h"
#include "workspace/preferences.h"
#include "workspace/settingsfile.h"

#include <QByteArray>
#include <QList>

namespace workspace {

// Settings that belong to no single workspace: which workspaces there are, which one was open, the
// window and the preferences. Never a key. A value that cannot be read counts as not set, and its
// key is one of the file's unreadable().
class ProgramSettings
{
public:
    // The file must outlive these settings.
    explicit ProgramSettings(SettingsFile &file);

    QList<Account> accounts() const;
    void setAccounts(const QList<Account> &accounts);

    // The id of the workspace that was open last; empty if there was none.
    QString lastAccount() const;
    void setLastAccount(const QString &id);

    Preferences preferences() const;
    void setPreferences(const Preferences &preferences);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    // Null if no proxy is set, or none that can be used.
    std::optional<Proxy> proxy() const;

    SettingsFile &m_file;
};

} // namespace workspace
