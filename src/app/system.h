// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "workspace/preferences.h"

#include <chrono>
#include <cstdio>

namespace app {

// How the user reads times and numbers: as the system does, but for what was chosen otherwise.
inbox::Reader reader(const workspace::Preferences &preferences);

// The same for commands, whose files are for programs: in every language as in English, but for the
// time zone.
inbox::Reader plainReader();

// Whether somebody sees what is written to it.
bool isTerminal(std::FILE *stream);

// How far this computer's clock is ahead of UTC now.
std::chrono::seconds utcOffset();

// No crash writes what the program knows, a key among it, into a core file. Not in debug builds.
void forbidCoreFiles();

// Where settings are kept.
QString settingsFile();

// Where workspaces are kept on this computer.
QString dataFolder();

// Where a running program leaves its locks and logs.
QString runFolder();

} // namespace app
