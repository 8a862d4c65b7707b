// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace app {

// 'quoin export …'.
Command parseExport(const QStringList &arguments, const QProcessEnvironment &environment);
// 'quoin sync …'.
Command parseSync(const QStringList &arguments, const QProcessEnvironment &environment);
// 'quoin lines …' and 'quoin users …'.
Command parseList(const QStringList &arguments, const QProcessEnvironment &environment);

// '10m', '2h', '7d' or '2w'; null if it is none of them.
std::optional<quo::milliseconds> parseAge(const QString &text);
// '2026-01-31T10:00:00Z', '2026-01-31' or '7d' (also 'h' and 'w'); null if it is none of them.
std::optional<TimeArgument> parseTime(const QString &text);

} // namespace app
