// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/settingswords.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace words {

namespace {

struct SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(words::SettingsWords)
};

// The setting's name for people, by its key in the file.
QString settingName(const QString &key)
{
    const QString name = key.section(u'/', 1, 1);
    if (name == u"views")
        return SettingsWords::tr("a saved view");
    if (name == u"shown" || name == u"filters")
        return SettingsWords::tr("your last filters");
    if (name == u"columns" || name == u"sort")
        return SettingsWords::tr("columns and sorting");
    if (name == u"list")
        return SettingsWords::tr("workspaces");
    if (name == u"proxy" || name == u"proxyHost" || name == u"proxyPort")
        return SettingsWords::tr("proxy");
    if (name == u"timeZone")
        return SettingsWords::tr("time zone");
    if (name == u"language")
        return SettingsWords::tr("language");
    if (name == u"watchedLines")
        return SettingsWords::tr("notifications");
    if (name == u"refreshInterval")
        return SettingsWords::tr("automatic refresh");
    if (name.startsWith(u"export"))
        return SettingsWords::tr("export options");
    return SettingsWords::tr("other settings");
}

} // namespace

QString setAsideSentence(const workspace::SettingsFile::SetAside &aside)
{
    const QString name = QFileInfo(aside.fileName).fileName();
    if (aside.isNewer)
        return SettingsWords::tr(
                   "These settings are from a newer version of Quoin. They were kept as “%1”, and "
                   "this version started with its defaults.")
            .arg(name);
    if (!aside.isTakenOver)
        return SettingsWords::tr(
                   "The settings file couldn’t be read. It was renamed to “%1”, and Quoin started "
                   "with its defaults.")
            .arg(name);
    return SettingsWords::tr(
               "The settings file was damaged. Quoin kept what it could read and renamed the "
               "file to “%1”.")
        .arg(name);
}

QString unreadableSentence(const QStringList &settings)
{
    QStringList names;
    for (const QString &key : settings)
        names.append(settingName(key));
    names.removeDuplicates();
    return SettingsWords::tr(
               "Can’t read some settings: %1. Quoin uses the defaults until you set them again.")
        .arg(names.join(QStringLiteral(", ")));
}

QString unwritableSentence(const QString &fileName)
{
    return SettingsWords::tr(
               "Can’t save settings: “%1” isn’t writable. Changes last until you quit.")
        .arg(fileName);
}

QString crashSentence(bool isRestored)
{
    if (!isRestored)
        return SettingsWords::tr(
            "Quoin closed unexpectedly twice, so it started with a clean list. Your views are "
            "safe.");
    return SettingsWords::tr("Quoin closed unexpectedly. Your filters and columns are restored.");
}

} // namespace words
