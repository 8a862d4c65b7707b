// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace mirror {
struct Problem;
}

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

// What is wrong with the workspace that is kept on this computer. 'keepAnew' deletes what is kept,
// and keeps it anew; null where that cannot help.
void announceKept(const mirror::Problem &problem, widgets::MessageBar &messages,
                  const std::function<void()> &keepAnew);

} // namespace app
