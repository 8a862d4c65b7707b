// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/preferences.h"

#include <QString>
#include <QStringList>

namespace widgets {
class MainWindow;
}

namespace app {

class OpenWorkspace;

// What somebody who helps needs to know of the program and its surroundings, in English: no names,
// numbers, keys, addresses or folders. 'open' is null where no workspace is; the log's file may
// be missing.
QString diagnostics(const widgets::MainWindow &window, const OpenWorkspace *open,
                    const workspace::Preferences &preferences, const QStringList &requests,
                    const QString &logFile);

} // namespace app
