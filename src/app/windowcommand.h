// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace app {

// Opens the window and runs until it is closed; its exit code. Needs a QApplication.
int runWindow(const WindowOptions &options, const QProcessEnvironment &environment);

} // namespace app
