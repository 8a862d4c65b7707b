// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/changeset.h"
#include "mirror/database.h"
#include "mirror/place.h"
#include "mirror/reader.h"

#include <QHash>

#include <memory>

namespace mirror {

class WriterLock;

// A workspace's file that is open for writing, by this alone. For one thread. After a problem it
// cannot be used any more.
class WritableFile
{
public:
    // Makes the file, or brings it up to date. Null with a problem.
    static std::unique_ptr<WritableFile> open(const Place &place, std::optional<Problem> &problem);
    ~WritableFile();
    Q_DISABLE_COPY_MOVE(WritableFile)

    bool hasMoved() const { return m_database.hasMoved(); }

    // Moves what the log has into the file, as far as no reader needs it there.
    void tidy() { m_database.checkpoint(); }

    // Each writes in one transaction. Null, or why it is not written.
    std::optional<Problem> write(const ChangeSet &changes);
    std::optional<Problem> write(const quo::Directory &directory);
    std::optional<Problem> write(const std::optional<KeptContacts> &contacts);
    std::optional<Problem> writeOwner(const QByteArray &owner);
    std::optional<Problem> clear(const QByteArray &owner); // as a new file is

private:
    struct Statements;
    // A table of ids and their numbers.
    struct Symbols
    {
        const char *select;
        const char *insert;
        QHash<QByteArray, qint64> numbers = {}; // by their kept texts
    };

    WritableFile(const QString &fileName, std::unique_ptr<WriterLock> lock);

    bool prepare(const QByteArray &owner);
    void insertOwner(const QByteArray &owner); // if it is new
    void load(Symbols &symbols);
    qint64 numberOf(Symbols &symbols, const QByteArray &id);
    void put(const quo::Conversation &row);
    void remove(const QString &id);
    void change(const SetChange &set);
    template <class F>
    std::optional<Problem> inTransaction(F f);

    std::unique_ptr<WriterLock> m_lock; // let go of after the database is closed
    Database m_database;
    std::unique_ptr<Statements> m_statements;
    Symbols m_lines;
    Symbols m_assignees;
};

} // namespace mirror
