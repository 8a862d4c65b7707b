// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowjob.h"
#include "exporting/rowsource.h"

namespace exporting {

// What rows are copied as: a table of the columns, the API's fields, or only the numbers of the
// others or the ids, each once.
enum class CopyFormat { Table, Json, Numbers, Ids };

// The forms in which the clipboard holds them.
struct CopiedRows
{
    QString text;
    QString html;   // empty: none
    QByteArray tsv; // empty: none
};

// At once, for a few rows.
CopiedRows copied(const RowSource &source, CopyFormat format);

// Copies many rows in a thread of its own. Destroying it before it is done cancels it. The clock
// must outlive it.
class CopyJob : public RowJob<CopiedRows>
{
public:
    CopyJob(const RowSource &source, CopyFormat format, quo::Clock &clock,
            QObject *parent = nullptr);
};

} // namespace exporting
