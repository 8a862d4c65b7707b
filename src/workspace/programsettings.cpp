// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/programsettings.h"

#include "quo/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace workspace {

ProgramSettings::ProgramSettings(SettingsFile &file)
    : m_file(file)
{
}

QList<Account> ProgramSettings::accounts() const
{
    const QByteArray text = m_file.value(QStringLiteral("workspaces/list")).toByteArray();
    const QJsonArray entries = QJsonDocument::fromJson(text).array();
    QList<Account> accounts;
    for (const QJsonValue entry : entries) {
        const Account account{entry[QLatin1String("id")].toString(),
                              entry[QLatin1String("name")].toString(),
                              QUrl(entry[QLatin1String("baseUrl")].toString(), QUrl::StrictMode)};
        if (!account.id.isEmpty() && quo::Client::isAcceptable(account.baseUrl))
            accounts.append(account);
    }
    return accounts;
}

void ProgramSettings::setAccounts(const QList<Account> &accounts)
{
    QJsonArray entries;
    for (const Account &account : accounts)
        entries.append(QJsonObject{{QStringLiteral("id"), account.id},
                                   {QStringLiteral("name"), account.name},
                                   {QStringLiteral("baseUrl"), account.baseUrl.toString()}});
    m_file.setValue(QStringLiteral("workspaces/list"),
                    QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

QString ProgramSettings::lastAccount() const
{
    return m_file.value(QStringLiteral("workspaces/last")).toString();
}

void ProgramSettings::setLastAccount(const QString &id)
{
    m_file.setValue(QStringLiteral("workspaces/last"), id);
}

QByteArray ProgramSettings::windowGeometry() const
{
    return m_file.value(QStringLiteral("window/geometry")).toByteArray();
}

void ProgramSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue(QStringLiteral("window/geometry"), geometry);
}

} // namespace workspace
