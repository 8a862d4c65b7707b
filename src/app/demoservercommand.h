// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace app {

// Runs the demo server alone until it is ended; its exit code. Needs a QCoreApplication.
int runDemoServer(const ServerOptions &options);

} // namespace app
