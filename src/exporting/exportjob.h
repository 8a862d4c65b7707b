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

// Writes a source into a file, in a thread of its own, from the opening of the file to its taking
// its place. Until it is done, an old file of that name is as it was; destroying the job before
// cancels it.
class ExportJob : public RowJob<ExportFailed, ExportDone>
{
public:
    struct Task
    {
        RowSource source;
        std::unique_ptr<ExportFile> file; // may be open already
        Manifest manifest;                // what the file does not know of itself
        bool manifestBeside = false;
    };

    // The clock must outlive it.
    ExportJob(Task task, quo::Clock &clock, QObject *parent = nullptr);
};

} // namespace exporting
