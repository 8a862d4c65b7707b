// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/changeset.h"
#include "mirror/place.h"
#include "mirror/problem.h"
#include "mirror/reader.h"

#include <QObject>

#include <memory>

namespace mirror {

// Keeps a workspace in its file: the only writer, in a thread of its own with one connection. What
// is given to it is written in its order, each ChangeSet in one transaction. Functions return at
// once; what they were given before the destructor is written before that returns. From opened() on
// nobody else writes, so that what a Reader finds then stays right.
class Writer : public QObject
{
    Q_OBJECT

public:
    // Makes the file, or brings it up to date, from the thread.
    explicit Writer(Place place, QObject *parent = nullptr);
    ~Writer() override;

    // The file is open for writing. False before opened(), and after a problem that ended it.
    bool isOpen() const { return m_isOpen; }
    const std::optional<Problem> &problem() const { return m_problem; } // the last; null if none

    // Ids in sets are those of kept rows; others are ignored. Rows that are removed leave all sets.
    void write(const ChangeSet &changes);
    void writeDirectory(const quo::Directory &directory);
    void writeContacts(const KeptContacts &contacts);
    void removeContacts();
    // From now on the rows belong to this server and key; see Place::owner. Before, they belong to
    // those of an earlier file, and to Place::owner in a new one.
    void setOwner(const QByteArray &owner);
    // A Reader has found damage: the file is set aside, as if the Writer had found it.
    void setAside(const mirror::Problem &damage);
    // Removes all that the file holds. From then on it belongs to Place::owner.
    void clear();

Q_SIGNALS:
    void opened();
    // After each transaction of write(): how many ChangeSets wait.
    void written(int waiting);
    // It is announced once. After Damaged and after the file was deleted by somebody else, a new
    // file is opened and rowsLost() follows; after all others nothing more is written. So it is
    // after Damaged for the second time.
    void problemFound(const mirror::Problem &problem);
    // The file has no rows and nothing else any more, so that all has to be written again, extents
    // of what is whole last. ChangeSets that were given before and not written yet are dropped, as
    // they could make the file look whole.
    void rowsLost();

private:
    class Thread;

    void announceOpened();
    void announceWritten(qint64 done);
    void announceProblem(const Problem &problem, bool isOpen);
    void announceLoss();

    bool m_isOpen = false;
    std::optional<Problem> m_problem;
    qint64 m_given = 0; // ChangeSets
    int m_losses = 0;   // announced
    std::unique_ptr<Thread> m_thread;
};

// Removes the file, those beside it and those that were set aside. Returns the names of those that
// are still there: what could not be removed, what is not a file, and another program's database.
QStringList removeFiles(const Place &place);
// Bytes of the file and those beside it; 0 if there is none.
qint64 sizeOf(const Place &place);

} // namespace mirror
