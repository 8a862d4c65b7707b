// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {
class MessageBar;
}

namespace workspace {
class SettingsFile;
}

namespace app {

class RunGuard;

// What became of the settings at the start, and whether they can be written, for as long as both
// live.
void announceSettings(workspace::SettingsFile &file, widgets::MessageBar &messages);

// That a run has crashed, if one has.
void announceCrash(const RunGuard &guard, widgets::MessageBar &messages);

} // namespace app
