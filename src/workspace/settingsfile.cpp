// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settingsfile.h"

#include "quo/utf8.h"
#include "workspace/regularfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <filesystem>
#include <system_error>
#include <utility>

namespace workspace {

namespace {

constexpr int settingsVersion =
    1; // files without a version kept all views of a workspace in one value
constexpr qint64 maxSettingsSize = 16 << 20; // bytes
const QLatin1String settingsVersionKey("settings/version");
const QLatin1String unreadableGroup("unreadable/"); // copies of values that were overwritten

std::unique_ptr<QSettings> openIni(const QString &fileName)
{
    return std::make_unique<QSettings>(fileName, QSettings::IniFormat);
}

// Empty settings that cannot be written.
std::unique_ptr<QSettings> openNothing()
{
    return openIni(QStringLiteral("/dev/null/quoin.ini"));
}

enum class Condition { Fine, Damaged, Newer, TooLarge, NotAFile };

// Checked before Qt opens the file, since Qt would wait for data from a pipe or a device.
Condition conditionOf(const QString &fileName)
{
    const auto bytes = readRegularFile(fileName, maxSettingsSize);
    if (!bytes) {
        switch (bytes.error().kind) {
        case FileProblem::Kind::NotAFile:
            return Condition::NotAFile;
        case FileProblem::Kind::TooLarge:
            return Condition::TooLarge;
        case FileProblem::Kind::Missing:
        case FileProblem::Kind::Unreadable:
            break; // no file is fine, and a file that may not be read is not damaged
        }
        return Condition::Fine;
    }
    const std::unique_ptr<QSettings> settings = openIni(fileName);
    settings->allKeys(); // the status is known only after reading
    if (settings->value(settingsVersionKey, settingsVersion).toInt() > settingsVersion)
        return Condition::Newer;
    return settings->status() == QSettings::FormatError || bytes->contains('\0')
               ? Condition::Damaged
               : Condition::Fine;
}

bool canBeOpened(Condition condition)
{
    return condition != Condition::NotAFile && condition != Condition::TooLarge;
}

// An unused name in the same folder.
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

// Gives each view a key of its own.
void splitViews(QSettings &settings)
{
    const QStringList workspaces = settings.childGroups();
    for (const QString &workspace : workspaces) {
        const QString oldKey = workspace + QStringLiteral("/views");
        if (!settings.contains(oldKey))
            continue;
        QStringList order;
        const QVariant value = settings.value(oldKey);
        const QJsonDocument document = quo::parseJson(value.toByteArray());
        if (!document.isArray())
            settings.setValue(unreadableGroup + oldKey, value);
        const QJsonArray views = document.array();
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
    if (access == Access::Whole)
        checkAndOpen();
    else
        m_settings = canBeOpened(conditionOf(fileName)) ? openIni(fileName) : openNothing();
}

void SettingsFile::checkAndOpen()
{
    const Condition condition = conditionOf(m_fileName);
    if (condition != Condition::Fine) {
        const QString aside = nameAside(m_fileName, condition);
        // If the file cannot be renamed, it cannot be overwritten either, since that is a renaming
        // too. QFile would try to copy the file instead, and wait for a pipe.
        std::error_code error;
        std::filesystem::rename(QFileInfo(m_fileName).filesystemFilePath(),
                                QFileInfo(aside).filesystemFilePath(), error);
        if (!error)
            m_setAside =
                SetAside{condition == Condition::Newer, condition == Condition::Damaged, aside};
    }
    m_settings = m_setAside || canBeOpened(condition) ? openIni(m_fileName) : openNothing();
    if (m_setAside && condition == Condition::Damaged)
        takeOver(m_setAside->fileName);
    bool isVersioned = false;
    m_settings->value(settingsVersionKey).toInt(&isVersioned);
    if (!isVersioned && !m_settings->allKeys().isEmpty()) {
        splitViews(*m_settings);
        setValue(settingsVersionKey, settingsVersion);
    }
}

void SettingsFile::takeOver(const QString &damagedFile)
{
    const std::unique_ptr<QSettings> damaged = openIni(damagedFile);
    const QStringList keys = damaged->allKeys();
    for (const QString &key : keys)
        if (key != settingsVersionKey)
            setValue(key, damaged->value(key));
}

QVariant SettingsFile::value(const QString &key) const
{
    return m_settings->value(key);
}

std::optional<bool> SettingsFile::boolean(const QString &key) const
{
    if (!m_settings->contains(key))
        return std::nullopt;
    // QVariant reads any other text as true.
    const QString text = m_settings->value(key).toString();
    for (const auto &[word, meaning] :
         {std::pair("true", true), {"1", true}, {"false", false}, {"0", false}})
        if (text == QLatin1String(word))
            return meaning;
    noteUnreadable(key);
    return std::nullopt;
}

std::optional<int> SettingsFile::integer(const QString &key, int min, int max) const
{
    if (!m_settings->contains(key))
        return std::nullopt;
    bool isNumber = false;
    const int number = m_settings->value(key).toString().toInt(&isNumber);
    if (isNumber && number >= min && number <= max)
        return number;
    noteUnreadable(key);
    return std::nullopt;
}

std::optional<QString> SettingsFile::text(const QString &key) const
{
    if (!m_settings->contains(key))
        return std::nullopt;
    const QVariant value = m_settings->value(key);
    if (value.typeId() == QMetaType::QString || value.typeId() == QMetaType::QByteArray)
        return value.toString();
    // QSettings reads a text with an unquoted comma as a list.
    noteUnreadable(key);
    return std::nullopt;
}

std::optional<QStringList> SettingsFile::texts(const QString &key) const
{
    if (!m_settings->contains(key))
        return std::nullopt;
    const QVariant value = m_settings->value(key);
    if (value.canConvert<QStringList>() ||
        !value.isValid()) // QSettings writes an empty list as an invalid value
        return value.toStringList();
    noteUnreadable(key);
    return std::nullopt;
}

void SettingsFile::noteUnreadable(const QString &key) const
{
    if (m_unreadable.contains(key))
        return;
    m_unreadable.append(key);
    announceUnreadable();
}

void SettingsFile::announceUnreadable() const
{
    auto *const self = const_cast<SettingsFile *>(this);
    QMetaObject::invokeMethod(
        self, [self] { Q_EMIT self->unreadableChanged(); }, Qt::QueuedConnection);
}

void SettingsFile::keepUnreadable(const QString &key)
{
    if (m_unreadable.removeAll(key) == 0)
        return;
    m_settings->setValue(unreadableGroup + key, m_settings->value(key));
    announceUnreadable();
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    // A value that has not changed is not written again, since another program may have changed it.
    if (m_settings->value(key) == value && m_settings->contains(key))
        return;
    if (key != settingsVersionKey && !m_settings->contains(settingsVersionKey))
        m_settings->setValue(settingsVersionKey, settingsVersion);
    keepUnreadable(key);
    m_settings->setValue(key, value);
    writeSoon();
}

void SettingsFile::remove(const QString &key)
{
    m_settings->remove(key);
    if (m_unreadable.removeIf(
            [&key](const QString &each) { return each == key || each.startsWith(key + u'/'); }) > 0)
        announceUnreadable();
    writeSoon();
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

void SettingsFile::writeSoon()
{
    if (std::exchange(m_isWriteQueued, true))
        return;
    const auto write = [this] {
        if (m_isWriteQueued)
            reload();
    };
    QMetaObject::invokeMethod(this, write, Qt::QueuedConnection);
}

void SettingsFile::reload()
{
    m_isWriteQueued = false;
    // QSettings never resets its error status. The new object is created before the old one is
    // destroyed, so that they share pending changes.
    const bool isBlocked =
        isOtherThanAFile(m_fileName) || isOtherThanAFile(m_fileName + QStringLiteral(".lock"));
    if (!isBlocked && m_settings->status() != QSettings::NoError)
        m_settings = openIni(m_fileName);
    if (!isBlocked)
        m_settings->sync();
    const bool isWritable = !isBlocked && m_settings->status() == QSettings::NoError;
    if (isWritable == m_isWritable)
        return;
    m_isWritable = isWritable;
    Q_EMIT writableChanged();
}

} // namespace workspace
