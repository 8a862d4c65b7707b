// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/aboutdialog.h"

namespace app {

// The libraries that the program is linked to, with their licences as their sources give them.
// tests/packaging/libraries looks whether all are here.
QList<widgets::Component> components();

} // namespace app
