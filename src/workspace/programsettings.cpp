// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/programsettings.h"

#include "quo/baseurl.h"
#include "quo/utf8.h"
#include "workspace/systemzone.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace workspace {

ProgramSettings::ProgramSettings(SettingsFile &file)
    : m_file(file)
{
}

QList<Account> ProgramSettings::accounts() const
{
    const QString key = QStringLiteral("workspaces/list");
    const std::optional<QString> text = m_file.text(key);
    const QJsonDocument document = quo::parseJson(text.value_or(QString()).toUtf8());
    if (text && !document.isArray())
        m_file.noteUnreadable(key);
    const QJsonArray entries = document.array();
    QList<Account> accounts;
    for (const QJsonValue entry : entries) {
        const QString id = entry[QLatin1String("id")].toString();
        const auto baseUrl = quo::parseBaseUrl(entry[QLatin1String("baseUrl")].toString());
        if (!id.isEmpty() && baseUrl)
            accounts.append({id, entry[QLatin1String("name")].toString(), *baseUrl});
        else
            m_file.noteUnreadable(key);
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
    return m_file.text(QStringLiteral("workspaces/last")).value_or(QString());
}

void ProgramSettings::setLastAccount(const QString &id)
{
    m_file.setValue(QStringLiteral("workspaces/last"), id);
}

Preferences ProgramSettings::preferences() const
{
    Preferences preferences;
    const QString languageKey = QStringLiteral("program/language");
    const QString language = m_file.text(languageKey).value_or(QString());
    if (language.isEmpty() || QLocale(language).language() != QLocale::C)
        preferences.language = language;
    else
        m_file.noteUnreadable(languageKey);
    const QString zoneKey = QStringLiteral("program/timeZone");
    const QString zone = m_file.text(zoneKey).value_or(QString());
    if (zone.isEmpty() || zoneNamed(zone).isValid())
        preferences.timeZone = zone;
    else
        m_file.noteUnreadable(zoneKey);
    preferences.proxy = proxy().value_or(Proxy());
    preferences.keptThreads = m_file
                                  .integer(QStringLiteral("program/keptThreads"),
                                           Preferences::fewestThreads, Preferences::mostThreads)
                                  .value_or(preferences.keptThreads);
    return preferences;
}

std::optional<Proxy> ProgramSettings::proxy() const
{
    const QString key = QStringLiteral("program/proxy");
    const std::optional<QString> kind = m_file.text(key);
    if (!kind)
        return std::nullopt;
    const auto *const found =
        std::ranges::find(Proxy::allKinds, *kind, [](auto each) { return Proxy::name(each); });
    if (found == std::end(Proxy::allKinds)) {
        m_file.noteUnreadable(key);
        return std::nullopt;
    }
    const Proxy proxy{
        *found, m_file.text(QStringLiteral("program/proxyHost")).value_or(QString()),
        quint16(m_file.integer(QStringLiteral("program/proxyPort"), 0, 65535).value_or(0))};
    if (proxy.isUsable())
        return proxy;
    m_file.noteUnreadable(key);
    return std::nullopt;
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
