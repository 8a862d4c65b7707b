// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/settingsfile.h"

#include <QString>
#include <QStringList>

// What became of the settings.
namespace words {

// What became of a settings file that was not understood.
QString setAsideSentence(const workspace::SettingsFile::SetAside &aside);
// Which settings could not be read, by their keys in the file.
QString unreadableSentence(const QStringList &settings);
// That settings do not survive the end of the program.
QString unwritableSentence(const QString &fileName);
// That the program did not end by itself the last time; what was shown is shown again, or is not
// since that has crashed too.
QString crashSentence(bool isRestored);

} // namespace words
