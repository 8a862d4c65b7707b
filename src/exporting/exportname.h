// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportoptions.h"
#include "quo/completeness.h"

#include <QDateTime>
#include <QString>

namespace exporting {

// 'quoin_<view>_2026-01-31_1405.csv', without characters that file systems refuse.
QString proposedName(const QString &view, const QDateTime &now, Format format);

// The same name with '_partial' before its ending, for what is not whole.
QString partialName(const QString &fileName);
// The name under which an export is written: partial unless it is whole or a selection, which is
// all that was asked for.
QString nameFor(const QString &fileName, const quo::Completeness &completeness);

} // namespace exporting
