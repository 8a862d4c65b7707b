// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace app {

// 'quoin lines' and 'quoin users': prints the directory and returns the exit code. Needs a
// QCoreApplication.
int runList(const ListOptions &options, const QProcessEnvironment &environment);

} // namespace app
