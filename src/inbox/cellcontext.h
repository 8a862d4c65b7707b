// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"
#include "quo/directory.h"
#include "quo/instant.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace inbox {

// How the user reads times and numbers.
struct Reader
{
    QLocale locale;
    QTimeZone zone;
    QString region; // ISO 3166-1 alpha-2; its numbers are shown without their country code
};

// What the text of a cell depends on besides its row.
struct CellContext
{
    const Reader &reader;
    quo::Instant now;
    const quo::Directory &directory;
    const quo::ContactIndex &contacts;
};

} // namespace inbox
