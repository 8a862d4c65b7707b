// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportfile.h"
#include "inbox/inboxmodel.h"

#include <QObject>
#include <QTimer>

namespace exporting {

// Writes rows of a model as they stand in it, a little at a time, so that the window stays usable.
// Destroying it before it is done leaves the old file as it was.
class ModelExport : public QObject
{
    Q_OBJECT

public:
    // 'rows' are positions. The model must outlive it; what it has is written at once when it is
    // about to be replaced.
    ModelExport(const inbox::InboxModel &model, const QList<int> &rows,
                std::unique_ptr<ExportFile> file, const Manifest &manifest, bool manifestBeside);

    void start() { m_timer.start(); }
    int written() const { return m_next; }
    int rows() const { return int(m_rows.size()); }
    const Manifest &manifest() const { return m_manifest; }

Q_SIGNALS:
    void progressed();
    // Once: empty if the file is in place, else why not.
    void finished(const QString &problem);

private:
    void writeSome();
    void writeRest();
    void finish(const std::optional<QString> &problem);

    const inbox::InboxModel &m_model;
    const QList<int> m_rows;
    std::unique_ptr<ExportFile> m_file;
    Manifest m_manifest;
    const bool m_manifestBeside;
    int m_next = 0;
    QTimer m_timer;
};

} // namespace exporting
