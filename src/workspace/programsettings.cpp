// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/programsettings.h"

#include "quo/client.h"
#include "quo/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace workspace {

ProgramSettings::ProgramSettings(SettingsFile &file)
    : m_file(file)
{
}

QList<Account> ProgramSettings::accounts() const
{
    const QByteArray text = m_file.value(QStringLiteral("workspaces/list")).toByteArray();
    const QJsonArray entries = quo::parseJson(text).array();
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

Preferences ProgramSettings::preferences() const
{
    Preferences preferences;
    preferences.language = m_file.value(QStringLiteral("program/language")).toString();
    const QString zone = m_file.value(QStringLiteral("program/timeZone")).toString();
    if (QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
        preferences.timeZone = zone;
    const QString kind = m_file.value(QStringLiteral("program/proxy")).toString();
    const auto *const found =
        std::ranges::find(Proxy::allKinds, kind, [](auto each) { return Proxy::name(each); });
    if (found != std::end(Proxy::allKinds)) {
        const Proxy proxy{*found, m_file.value(QStringLiteral("program/proxyHost")).toString(),
                          quint16(m_file.value(QStringLiteral("program/proxyPort")).toUInt())};
        if (proxy.isUsable())
            preferences.proxy = proxy;
    }
    const int threads =
        m_file.value(QStringLiteral("program/keptThreads"), preferences.keptThreads).toInt();
    if (threads >= Preferences::fewestThreads && threads <= Preferences::mostThreads)
        preferences.keptThreads = threads;
    return preferences;
}

void ProgramSettings::setPreferences(const Preferences &preferences)
{
    m_file.setValue(QStringLiteral("program/language"), preferences.language);
    m_file.setValue(QStringLiteral("program/timeZone"), preferences.timeZone);
    m_file.setValue(QStringLiteral("program/proxy"), Proxy::name(preferences.proxy.kind));
    m_file.setValue(QStringLiteral("program/proxyHost"), preferences.proxy.host);
    m_file.setValue(QStringLiteral("program/proxyPort"), preferences.proxy.port);
    m_file.setValue(QStringLiteral("program/keptThreads"), preferences.keptThreads);
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
