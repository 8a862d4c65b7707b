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
        return SettingsWords::tr("what was shown last");
    if (name == u"columns" || name == u"sort")
        return SettingsWords::tr("columns and sorting");
    if (name == u"list")
        return SettingsWords::tr("the list of workspaces");
    if (name == u"proxy" || name == u"proxyHost" || name == u"proxyPort")
        return SettingsWords::tr("the proxy");
    if (name == u"timeZone")
        return SettingsWords::tr("the time zone");
    if (name == u"language")
        return SettingsWords::tr("the language");
    if (name == u"watchedLines")
        return SettingsWords::tr("the lines you are notified of");
    if (name == u"refreshInterval")
        return SettingsWords::tr("how often the list is refreshed");
    if (name.startsWith(u"export"))
        return SettingsWords::tr("the export options");
    return SettingsWords::tr("other settings");
}

} // namespace

QString setAsideSentence(const workspace::SettingsFile::SetAside &aside)
{
    const QString name = QFileInfo(aside.fileName).fileName();
    if (aside.isNewer)
        return SettingsWords::tr(
                   "The settings are those of a newer Quoin. They are kept as ‘%1’, and this one "
                   "begins with its own.")
            .arg(name);
    if (!aside.isTakenOver)
        return SettingsWords::tr(
                   "There was something else in place of the settings file. It is now called "
                   "‘%1’, and the settings begin anew.")
            .arg(name);
    return SettingsWords::tr(
               "The settings file was damaged. What could be read of it was kept; as it was, "
               "it is now called ‘%1’.")
        .arg(name);
}

QString unreadableSentence(const QStringList &settings)
{
    QStringList names;
    for (const QString &key : settings)
        names.append(settingName(key));
    names.removeDuplicates();
    return SettingsWords::tr(
               "Some settings cannot be read, or only in part: %1. Quoin uses its defaults for "
               "them, and keeps what is in the file until you set them again.")
        .arg(names.join(QStringLiteral(", ")));
}

QString unwritableSentence(const QString &fileName)
{
    return SettingsWords::tr(
               "Settings and views hold only until Quoin is closed: ‘%1’ cannot be written. The "
               "folder may be write-protected or the disk full.")
        .arg(fileName);
}

QString crashSentence(bool isRestored)
{
    if (!isRestored)
        return SettingsWords::tr(
            "Quoin ended unexpectedly twice, the second time soon after it had shown the "
            "same again. So this time it begins afresh; views are still there.");
    return SettingsWords::tr(
        "Quoin ended unexpectedly the last time. Filters, search and columns are as they "
        "were.");
}

} // namespace words
