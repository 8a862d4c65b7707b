// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <memory>
#include <optional>

namespace workspace {

// The INI file in which all settings stand. It is written whole or not at all, and several programs
// may have it open: what each writes is merged with what the others wrote, key by key. A file that
// is no settings file or of a newer Quoin is not written over but set aside, by another name beside
// it. A single value that cannot be read costs itself alone: it reads as if it had never been
// written, and is kept under another key before it is written over.
class SettingsFile : public QObject
{
    Q_OBJECT

public:
    struct SetAside
    {
        bool isNewer = false;
        bool isTakenOver = true; // what could be read of it, where it was damaged
        QString fileName;        // where it is now
    };

    enum class Access {
        Whole,
        Reading, // nothing is set aside, and nothing must be set
    };

    // What is not written yet at its end is written then.
    explicit SettingsFile(const QString &fileName, Access access = Access::Whole);

    // What was found where the settings should be; null if it was in order or there was none.
    const std::optional<SetAside> &setAside() const { return m_setAside; }
    const QString &fileName() const { return m_fileName; }

    QVariant value(const QString &key) const;
    // Null where there is none, or none that can be read: then the key is one of the unreadable.
    std::optional<bool> boolean(const QString &key) const;
    std::optional<int> integer(const QString &key, int min, int max) const;
    std::optional<QString> text(const QString &key) const;
    std::optional<QStringList> texts(const QString &key) const;

    // To be told of values that only their reader can judge.
    void noteUnreadable(const QString &key) const;
    // Keys whose values were found to be unreadable, in whole or in part, and stay as they are.
    const QStringList &unreadable() const { return m_unreadable; }

    // Written soon, from the event loop.
    void setValue(const QString &key, const QVariant &value);
    // The key and all that stand below it.
    void remove(const QString &key);
    // What follows this key and a slash in the names of those below it.
    QStringList keysBelow(const QString &key) const;

    // Takes in what other programs have written meanwhile, and writes what is to be written.
    void reload();

    // Whether the last attempt to write worked. Values hold for this run in any case.
    bool isWritable() const { return m_isWritable; }

Q_SIGNALS:
    void writableChanged();
    // From the event loop.
    void unreadableChanged();

private:
    void checkAndOpen();
    void takeOver(const QString &damagedFile);
    void keepUnreadable(const QString &key);
    void announceUnreadable() const;

    const QString m_fileName;
    std::optional<SetAside> m_setAside;
    std::unique_ptr<QSettings> m_settings; // never null
    QTimer m_writeTimer;
    bool m_isWritable = true;
    mutable QStringList m_unreadable;
};

} // namespace workspace
