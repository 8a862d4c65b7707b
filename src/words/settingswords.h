// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/settingsfile.h"

#include <QString>
#include <QStringList>

// Problems with the settings, and with the last run.
namespace words {

// Where a settings file is now that could not be understood.
QString setAsideSentence(const workspace::SettingsFile::SetAside &aside);
// The settings that could not be read, by their keys in the file.
QString unreadableSentence(const QStringList &settings);
// Says that settings will be lost at the end of the program.
QString unwritableSentence(const QString &fileName);
// Says that the program crashed in its last run. What was shown is restored, or not, if restoring
// it has crashed the program before.
QString crashSentence(bool isRestored);

} // namespace words
