// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportjob.h"

namespace exporting {

namespace {

// Returns how it ended, which counts unless it has been cancelled.
ExportJob::State write(ExportJob::Task &task, RowWork::Control &control)
{
    const auto failed = [](const QString &problem) {
        return ExportJob::State(ExportFailed{problem});
    };
    const auto isCancelled = [&control] { return control.isCancelled(); };
    ExportFile &file = *task.file;
    if (const std::optional<QString> problem = file.open())
        return failed(*problem);
    RowSource &source = task.source;
    source.arrange(isCancelled);
    const int total = source.order.size();
    const inbox::CellContext context = source.names.context();
    int done = 0;
    for (const quint32 row : source.order.rows()) {
        if (isCancelled())
            return ExportJob::Cancelled{};
        file.write(source.rows.at(row), context);
        if (const std::optional<QString> problem = file.problem())
            return failed(*problem);
        control.setProgress(++done, total);
    }
    if (const std::optional<QString> problem = file.commit(
            task.manifest, task.manifestBeside, [&control] { return control.beginLastStep(); }))
        return failed(*problem);
    return ExportDone{task.manifest};
}

} // namespace

ExportJob::ExportJob(Task task, quo::Clock &clock, QObject *parent)
    : RowJob(
          0,
          [task = std::make_shared<Task>(std::move(task))](RowWork::Control &control) {
              return write(*task, control);
          },
          clock, parent)
{
}

} // namespace exporting
