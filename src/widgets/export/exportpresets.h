// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportoptions.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace widgets {

// What a format box offers: a format with the options that most people want.
struct ExportPreset
{
    QString id; // under which it is remembered
    QString name;
    exporting::ExportOptions options;
};

// One for each format, and CSV for Excel as it is in the locale. The first is for whoever has
// never chosen one.
QList<ExportPreset> exportPresets(const QLocale &locale = {});

} // namespace widgets
