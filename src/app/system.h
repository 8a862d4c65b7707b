// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

namespace app {

// How the user of this machine reads times and numbers.
inbox::Reader systemReader();

// Where settings are kept.
QString settingsFile();

} // namespace app
