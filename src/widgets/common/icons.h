// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace widgets {

// The desktop's icon with this name (see freedesktop.org's icon naming specification), or Quoin's
// own file if the theme has none.
inline QIcon themeIcon(const QString &name, const QString &own)
{
    return QIcon::fromTheme(name, QIcon(QStringLiteral(":/icons/%1.svg").arg(own)));
}

} // namespace widgets
