// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

namespace workspace {

// The INI file that holds all settings. It is written as a whole or not at all. Several programs
// may have it open: their changes are merged key by key. A file that is not a settings file, or
// that a newer Quoin has written, is not overwritten but renamed. A single value that cannot be
// read counts as not set, and is copied to another key before it is overwritten.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    struct SetAside
    {
        bool isNewer = false;
        bool isTakenOver = true; // values that could be read from a damaged file were kept
        QString fileName;        // its new name
    };

    enum class Access {
        Whole,
        Reading, // nothing is set aside, and nothing may be set
    };

    // Pending changes are written at the latest when it is destroyed.
    explicit SettingsFile(const QString &fileName, Access access = Access::Whole);

    // The file that was set aside; null if the file was in order or there was none.
    const std::optional<SetAside> &setAside() const { return m_setAside; }
    const QString &fileName() const { return m_fileName; }

    QVariant value(const QString &key) const;
    // Null if the value is not set or cannot be read. In the latter case the key becomes
    // unreadable().
    std::optional<bool> boolean(const QString &key) const;
    std::optional<int> integer(const QString &key, int min, int max) const;
    std::optional<QString> text(const QString &key) const;
    std::optional<QStringList> texts(const QString &key) const;

    // For values whose errors only the caller can find.
    void noteUnreadable(const QString &key) const;
    // Keys whose values could not be read, in whole or in part. Their values stay in the file.
    const QStringList &unreadable() const { return m_unreadable; }

    // The file is written soon, from the event loop.
    void setValue(const QString &key, const QVariant &value);
    // Removes the key and all keys below it.
    void remove(const QString &key);
    // The names of all keys below this one, without its name and the slash.
    QStringList keysBelow(const QString &key) const;

    // Reads what other programs have written and writes pending changes.
    void reload();

    // Whether the last attempt to write succeeded. Values are kept for this run in any case.
    bool isWritable() const { return m_isWritable; }

Q_SIGNALS:
    void writableChanged();
    // Emitted from the event loop.
    void unreadableChanged();

private:
    void checkAndOpen();
    void takeOver(const QString &damagedFile);
    void keepUnreadable(const QString &key);
    void announceUnreadable() const;
    void writeSoon();

    const QString m_fileName;
    std::optional<SetAside> m_setAside;
    std::unique_ptr<QSettings> m_settings; // never null
    bool m_isWriteQueued = false;
    bool m_isWritable = true;
    mutable QStringList m_unreadable;
};

} // namespace workspace
