// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace widgets {
class MessageBar;
}

namespace workspace {
class SettingsFile;
}

namespace app {

// What became of the settings at the start, and whether they can be written, for as long as both
// live.
void tellOfSettings(workspace::SettingsFile &file, widgets::MessageBar &messages);

// That a run has crashed, if there is a log of one; the newest comes first.
void tellOfCrash(const QStringList &crashLogs, widgets::MessageBar &messages);

} // namespace app
