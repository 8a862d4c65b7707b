// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"

#include <QObject>

#include <memory>
#include <optional>

namespace app {

// Null for a workspace that is never kept, or why it cannot be.
using KeptPlace = quo::Expected<std::optional<mirror::Place>, mirror::Problem>;

// The file in which an open workspace is kept on this computer: who writes it, how large it is, and
// what is wrong with it. It may be switched off and deleted at any time.
class KeptWorkspace : public QObject
{
    Q_OBJECT

public:
    explicit KeptWorkspace(const KeptPlace &place, QObject *parent = nullptr);
    ~KeptWorkspace() override;

    const KeptPlace &place() const { return m_place; }
    // It is kept, unless that is off or there is a problem.
    bool isPossible() const { return !m_place || m_place->has_value(); }
    // Null while it is not kept.
    mirror::Writer *writer() const { return m_writer.get(); }
    // What is wrong with it, or happened to it; null if nothing is.
    const std::optional<mirror::Problem> &problem() const { return m_problem; }
    qint64 size() const; // bytes on the disk

    // Opens the file for writing, unless that was done.
    void begin();
    // Closes it, once everything that was given to the writer is written.
    void end();
    // A reader has found it.
    void noteReadProblem(const mirror::Problem &problem);
    // Deletes it, after end(). Returns the names of files that could not be deleted.
    QStringList deleteFiles();

Q_SIGNALS:
    // Afterwards writer() is another one, or null. The one before lives until all have been told.
    void writerChanged();
    void problemFound(const mirror::Problem &problem);

private:
    void note(const mirror::Problem &problem);

    const KeptPlace m_place;
    std::optional<mirror::Problem> m_problem;
    std::unique_ptr<mirror::Writer> m_writer;
};

} // namespace app
