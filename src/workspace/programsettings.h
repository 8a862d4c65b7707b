// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/account.h"

#include <QByteArray>
#include <QList>
#include <QSettings>

namespace workspace {

// What survives a restart of the program and belongs to no workspace: which workspaces there are,
// which one was open, and the window. Never a key. Entries that cannot be read are left out.
class ProgramSettings
{
public:
    explicit ProgramSettings(const QString &fileName);

    QList<Account> accounts() const;
    void setAccounts(const QList<Account> &accounts);

    // The id of the workspace that was open last; empty where there was none.
    QString lastAccount() const;
    void setLastAccount(const QString &id);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    QSettings m_file;
};

} // namespace workspace
