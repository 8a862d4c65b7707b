// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app {

// The file in which an open workspace is kept on this computer: who writes it, how large it is, and
// what is wrong with it. It may be switched off and deleted at any time.
class KeptWorkspace : public QObject
{
    Q_OBJECT

public:
    // 'place' is null for a workspace that is never kept.
    explicit KeptWorkspace(const std::optional<mirror::Place> &place, QObject *parent = nullptr);
    ~KeptWorkspace() override;

    // Null if the workspace is never kept.
    const std::optional<mirror::Place> &place() const { return m_place; }
    // Null while it is not kept.
    mirror::Writer *writer() const { return m_writer.get(); }
    // What is wrong with it, or happened to it; null if nothing is.
    const std::optional<mirror::Problem> &problem() const { return m_problem; }
    qint64 size() const; // bytes on the disk

    // Opens the file for writing, unless that was done.
    void begin();
    // Closes it, once everything that was given to the writer is written.
    void end();
    // Deletes it, after end(). Returns the names of files that could not be deleted.
    QStringList deleteFiles();

Q_SIGNALS:
    // Afterwards writer() is another one, or null. The one before lives until all have been told.
    void writerChanged();
    void problemFound(const mirror::Problem &problem);

private:
    const std::optional<mirror::Place> m_place;
    std::optional<mirror::Problem> m_problem;
    std::unique_ptr<mirror::Writer> m_writer;
};

} // namespace app
