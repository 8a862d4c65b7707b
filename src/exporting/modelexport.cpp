// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/modelexport.h"

#include <QElapsedTimer>

namespace exporting {

namespace {

constexpr qint64 longestTurn = 8; // milliseconds, half a frame

} // namespace

ModelExport::ModelExport(const inbox::InboxModel &model, const QList<int> &rows,
                         std::unique_ptr<ExportFile> file, const Manifest &manifest,
                         bool manifestBeside)
    : m_model(model)
    , m_rows(rows)
    , m_file(std::move(file))
    , m_manifest(manifest)
    , m_manifestBeside(manifestBeside)
{
    connect(&m_timer, &QTimer::timeout, this, &ModelExport::writeSome);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &ModelExport::writeRest);
}

void ModelExport::writeSome()
{
    QElapsedTimer elapsed;
    elapsed.start();
    const inbox::CellContext context = m_model.cellContext();
    while (m_next < m_rows.size() && elapsed.elapsed() < longestTurn)
        m_file->write(*m_model.rowAt(m_rows[m_next++]), context);
    if (const std::optional<QString> problem = m_file->problem())
        return finish(problem);
    Q_EMIT progressed();
    if (m_file && m_next == m_rows.size())
        finish(m_file->commit(m_manifest, m_manifestBeside));
}

void ModelExport::writeRest()
{
    if (!m_timer.isActive())
        return;
    const inbox::CellContext context = m_model.cellContext();
    while (m_next < m_rows.size())
        m_file->write(*m_model.rowAt(m_rows[m_next++]), context);
}

void ModelExport::finish(const std::optional<QString> &problem)
{
    m_timer.stop();
    m_file.reset();
    Q_EMIT finished(problem.value_or(QString()));
}

} // namespace exporting
