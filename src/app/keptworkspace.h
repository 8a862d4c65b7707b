// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"
#include "quo/clock.h"
#include "quo/expected.h"

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
    // For a file to be opened, or for a part of it to be read. A million rows take two seconds.
    static constexpr std::chrono::seconds longestWait{10};
    static mirror::Problem tookTooLong(const mirror::Place &place);
    // Between two looks whether another program still keeps it.
    static constexpr std::chrono::minutes pause{1};

    // The clock must outlive it.
    KeptWorkspace(const KeptPlace &place, quo::Clock &clock, QObject *parent = nullptr);
    ~KeptWorkspace() override;

    const KeptPlace &place() const { return m_place; }
    // It is kept, unless that is off or there is a problem.
    bool isPossible() const { return !m_place || m_place->has_value(); }
    // Null while it is not kept.
    mirror::Writer *writer() const { return m_writer.get(); }
    // What is wrong with it, or happened to it; null if nothing is.
    const std::optional<mirror::Problem> &problem() const { return m_problem; }
    qint64 size() const; // bytes on the disk

    // Opens the file for writing, unless that was done. Then ready() follows.
    void begin();
    // From now on the file that another program keeps is taken over once that has ended: it is
    // emptied, and writerChanged() follows.
    void takeOverOnceFree();
    // What it holds could not be read, so that it is not written any more, except if it was damaged
    // and another takes its place.
    void noteReadProblem(const mirror::Problem &problem);
    // Writes it no more, once everything that was given to the writer is written.
    void end();
    // Ends that, and deletes it. Returns the names of files that could not be deleted.
    QStringList deleteFiles();

Q_SIGNALS:
    // writer() is another one, or null. The one before lives until all have been told.
    void writerChanged();
    // The file can be read now, if it ever can. Once after each begin().
    void ready();
    void problemFound(const mirror::Problem &problem);

private:
    void note(const mirror::Problem &problem);
    void announceReady();
    void giveUp(const mirror::Problem &problem);
    void watchWriter();
    void awaitOther();
    void tryToTakeOver();
    void takeOver(const std::optional<mirror::Problem> &problem);

    const KeptPlace m_place;
    quo::Clock &m_clock;
    std::optional<mirror::Problem> m_problem;
    std::unique_ptr<mirror::Writer> m_writer;
    std::unique_ptr<mirror::Writer> m_stuck; // which nobody waits for while the window is open
    std::unique_ptr<quo::Clock::Timer> m_deadline; // null once ready() was emitted
    bool m_takesOver = false;
    std::unique_ptr<mirror::Writer> m_next; // finds out whether another program still keeps it
    std::unique_ptr<quo::Clock::Timer> m_nextTry;
};

} // namespace app
