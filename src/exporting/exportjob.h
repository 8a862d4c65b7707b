// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportfile.h"
#include "exporting/rowsource.h"
#include "exporting/rowwork.h"

#include <variant>

namespace exporting {

// Writes a source into a file, in a thread of its own, from the opening of the file to its taking
// its place. Until it is done, an old file of that name is as it was; destroying the job before
// cancels it.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    struct Writing
    {
        int done = 0;
        int total = 0; // rows; 0 while the order is being made
    };
    struct Failed
    {
        QString problem;
    };
    struct Cancelled
    {
    };
    struct Done
    {
        Manifest manifest; // complete
    };
    // It begins with Writing and ends with one of the others.
    using State = std::variant<Writing, Failed, Cancelled, Done>;

    struct Task
    {
        RowSource source;
        std::unique_ptr<ExportFile> file; // may be open already
        Manifest manifest;                // what the file does not know of itself
        bool manifestBeside = false;
    };

    explicit ExportJob(Task task, QObject *parent = nullptr);

    const State &state() const { return m_state; }
    // At once, unless the file is taking its place at this moment: then it ends as it would have.
    void cancel();

Q_SIGNALS:
    // The last one comes when it has ended, unless cancel() or its end has ended it.
    void stateChanged();

private:
    void setState(State state);

    State m_state;
    RowWork m_work;
};

} // namespace exporting
