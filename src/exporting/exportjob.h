// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportfile.h"
#include "exporting/rowjob.h"
#include "exporting/rowsource.h"

#include <memory>

namespace exporting {

struct ExportFailed
{
    QString problem;
};

struct ExportDone
{
    Manifest manifest; // complete
};

// Opens a file, writes a source into it and puts it in place, in a thread of its own. Until then an
// old file of that name is as it was. Destroying the job cancels it.
class ExportJob : public RowJob<ExportFailed, ExportDone>
{
public:
    struct Task
    {
        RowSource source;
        std::unique_ptr<ExportFile> file; // may be open already
        Manifest manifest;                // without what the file adds
        bool manifestBeside = false;
    };

    // The clock must outlive it.
    ExportJob(Task task, quo::Clock &clock, QObject *parent = nullptr);
};

} // namespace exporting
