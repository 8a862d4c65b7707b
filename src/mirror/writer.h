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
// once; what they were given before the destructor is written before that returns.
class Writer : public QObject
{
    Q_OBJECT

public:
    // Makes the file, or brings it up to date, from the thread.
    explicit Writer(Place place, QObject *parent = nullptr);
    ~Writer() override;

    // The file is open for writing. False before opened(), and after a problem that ended it.
    bool isOpen() const;
    const std::optional<Problem> &problem() const; // the last one; null if there was none

    void write(const ChangeSet &changes);
    void writeDirectory(const quo::Directory &directory);
    void writeContacts(const KeptContacts &contacts);
    void removeContacts();
    // From now on the rows belong to this server and key; see Place::owner.
    void setOwner(const QByteArray &owner);

Q_SIGNALS:
    void opened();
    // After each transaction of write(): how many ChangeSets wait.
    void written(int waiting);
    // It is announced once. After Damaged and after the file was deleted by somebody else, a new
    // file is opened and rowsLost() follows; after all others nothing more is written.
    void problemFound(const mirror::Problem &problem);
    // The file has no rows any more, so that all of them have to be written again.
    void rowsLost();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

// Removes the file and those beside it. Returns the names of those that could not be removed.
QStringList removeFiles(const Place &place);
// Bytes of the file and those beside it; 0 if there is none.
qint64 sizeOf(const Place &place);

} // namespace mirror
