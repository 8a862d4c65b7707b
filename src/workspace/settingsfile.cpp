// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settingsfile.h"

#include "quo/utf8.h"
#include "workspace/viewfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace workspace {

namespace {

constexpr int version = 1; // of files without one, the views of a workspace were one value
constexpr qint64 maxFileSize = 16 << 20; // bytes
const QLatin1String versionKey("settings/version");

std::unique_ptr<QSettings> openIni(const QString &fileName)
{
    return std::make_unique<QSettings>(fileName, QSettings::IniFormat);
}

// INI keys say nothing of what their values are; these hold JSON, so that damage shows.
bool isReadable(const QString &key, const QVariant &value)
{
    const QStringList parts = key.split(u'/');
    const QByteArray text = value.toByteArray();
    if (parts.value(1) == QLatin1String("views") && parts.size() == 3)
        return decodeView(text).has_value();
    if (parts.value(1) == QLatin1String("filters"))
        return filtersFromJson(quo::parseJson(text).object()).has_value();
    if (key == QLatin1String("workspaces/list"))
        return quo::parseJson(text).isArray();
    return true;
}

enum class Condition { Fine, Damaged, Newer };

Condition conditionOf(const QString &fileName)
{
    QFile file(fileName);
    // None at all is fine, and what must not be read is no damage.
    if (!file.exists() || !file.open(QIODevice::ReadOnly))
        return Condition::Fine;
    if (file.size() > maxFileSize || file.readAll().contains('\0'))
        return Condition::Damaged;
    const std::unique_ptr<QSettings> settings = openIni(fileName);
    const QStringList keys = settings->allKeys(); // before the status, which waits for this
    const QVariant found = settings->value(versionKey, version);
    bool isNumber = false;
    const int foundVersion = found.toInt(&isNumber);
    if (isNumber && foundVersion > version)
        return Condition::Newer;
    if (!isNumber || settings->status() == QSettings::FormatError)
        return Condition::Damaged;
    const bool isWhole = std::ranges::all_of(
        keys, [&](const QString &key) { return isReadable(key, settings->value(key)); });
    return isWhole ? Condition::Fine : Condition::Damaged;
}

// Beside it, under a name that nothing has yet.
QString nameAside(const QString &fileName, Condition condition)
{
    const QFileInfo info(fileName);
    const QString stem =
        info.path() + u'/' + info.completeBaseName() +
        (condition == Condition::Newer ? QStringLiteral(".newer") : QStringLiteral(".damaged"));
    QString name = stem + u'.' + info.suffix();
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(info.suffix());
    return name;
}

// Each view a key of its own.
void splitViews(QSettings &settings)
{
    const QStringList workspaces = settings.childGroups();
    for (const QString &workspace : workspaces) {
        const QString oldKey = workspace + QStringLiteral("/views");
        if (!settings.contains(oldKey))
            continue;
        QStringList order;
        const QJsonArray views =
            quo::parseJson(settings.value(oldKey).toByteArray()).array();
        settings.remove(oldKey);
        for (const QJsonValue view : views) {
            const QString id = view[QLatin1String("id")].toString();
            if (id.isEmpty() || id.contains(u'/'))
                continue;
            order.append(id);
            settings.setValue(oldKey + u'/' + id, view[QLatin1String("view")].toString().toUtf8());
        }
        settings.setValue(workspace + QStringLiteral("/viewOrder"), order);
    }
}

} // namespace

SettingsFile::SettingsFile(const QString &fileName, Access access)
    : m_fileName(fileName)
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(0);
    connect(&m_writeTimer, &QTimer::timeout, this, &SettingsFile::reload);
    if (access == Access::Whole)
        checkAndOpen();
    else
        m_settings = openIni(fileName);
}

void SettingsFile::checkAndOpen()
{
    const Condition condition = conditionOf(m_fileName);
    if (condition != Condition::Fine) {
        const QString aside = nameAside(m_fileName, condition);
        // Where it cannot be renamed it cannot be written over either, since that is a renaming.
        if (QFile::rename(m_fileName, aside))
            m_setAside = SetAside{condition == Condition::Newer, aside};
    }
    m_settings = openIni(m_fileName);
    if (m_setAside && condition == Condition::Damaged)
        takeOver(m_setAside->fileName);
    if (!m_settings->contains(versionKey) && !m_settings->allKeys().isEmpty()) {
        splitViews(*m_settings);
        setValue(versionKey, version);
    }
}

void SettingsFile::takeOver(const QString &damagedFile)
{
    if (QFileInfo(damagedFile).size() > maxFileSize)
        return;
    const std::unique_ptr<QSettings> damaged = openIni(damagedFile);
    const QStringList keys = damaged->allKeys();
    for (const QString &key : keys)
        if (const QVariant value = damaged->value(key); isReadable(key, value) && key != versionKey)
            setValue(key, value);
}

QVariant SettingsFile::value(const QString &key, const QVariant &otherwise) const
{
    return m_settings->value(key, otherwise);
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    // What stands there already is not written again: another program may have changed it.
    if (m_settings->value(key) == value && m_settings->contains(key))
        return;
    if (key != versionKey && !m_settings->contains(versionKey))
        m_settings->setValue(versionKey, version);
    m_settings->setValue(key, value);
    m_writeTimer.start();
}

void SettingsFile::remove(const QString &key)
{
    m_settings->remove(key);
    m_writeTimer.start();
}

QStringList SettingsFile::keysBelow(const QString &key) const
{
    QStringList names;
    const QString prefix = key + u'/';
    const QStringList keys = m_settings->allKeys();
    for (const QString &candidate : keys)
        if (candidate.startsWith(prefix))
            names.append(candidate.mid(prefix.size()));
    return names;
}

void SettingsFile::reload()
{
    m_writeTimer.stop();
    // A status stays what it once was. The new object is there before the old one goes, so that
    // they share what was not written yet.
    if (m_settings->status() != QSettings::NoError)
        m_settings = openIni(m_fileName);
    m_settings->sync();
    const bool isWritable = m_settings->status() == QSettings::NoError;
    if (isWritable == m_isWritable)
        return;
    m_isWritable = isWritable;
    Q_EMIT writableChanged();
}

} // namespace workspace
