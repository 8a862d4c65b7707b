// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system.h"

#include <QStandardPaths>

namespace app {

inbox::Reader systemReader()
{
    // 'C' is no way in which people read times.
    const QLocale locale = QLocale().language() == QLocale::C
                               ? QLocale(QLocale::English, QLocale::UnitedStates)
                               : QLocale();
    return {locale, QTimeZone::systemTimeZone(), QLocale::territoryToCode(locale.territory())};
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/quoin.ini");
}

} // namespace app
