// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/problem.h"
#include "quo/instant.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace mirror {

// A connection to a file of SQLite, for one thread at a time. After the first problem it does
// nothing more, so that a sequence of steps needs only one check at its end.
class Database
{
public:
    enum class Access {
        Writing,
        Reading,
        ReadingAtRest, // nobody writes the file meanwhile, and nothing beside it is read
    };

    // The file must exist. It must not be a link.
    Database(const QString &fileName, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    const std::optional<Problem> &problem() const { return m_problem; }
    void setProblem(Problem::Kind kind, const QString &detail); // unless there already is one

    // Statements without values and results.
    bool run(const char *sql);
    // The first value of the first row; 0 if there is none.
    qint64 number(const char *sql);

    // Moves what the write-ahead log has into the file, as far as nobody reads it there. That it
    // fails is no problem, as it is tried again.
    void checkpoint();

    // Something else, or nothing, is found under its name now.
    bool hasMoved() const;
    // Closing it leaves alone the files that are beside its name now.
    void leaveFiles();

private:
    friend class Statement;
    void fail(int code);

    const QString m_fileName;
    sqlite3 *m_connection = nullptr;
    std::optional<Problem> m_problem;
};

// A text as it is kept: UTF-8, in which halves of characters are U+FFFD.
QByteArray keptText(const QString &text);

// A prepared statement. It must not outlive its database. Places of values count from 1, columns
// from 0.
class Statement
{
public:
    Statement(Database &database, const char *sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    Statement &bind(int place, qint64 value);
    Statement &bind(int place, const QString &text);
    Statement &bind(int place, quo::Instant instant);
    Statement &bind(int place, const QByteArray &utf8); // a text as well
    Statement &bindBlob(int place, const QByteArray &bytes);
    Statement &bindNull(int place);
    template <class T>
    Statement &bind(int place, const std::optional<T> &value)
    {
        return value ? bind(place, *value) : bindNull(place);
    }

    // Goes to the next row. At the end, and after a problem, it is false, and the statement can be
    // run again with other values.
    bool next();
    // To the end. False after a problem.
    bool run();

    bool isNull(int column) const;
    qint64 number(int column) const;
    QByteArrayView bytes(int column) const; // valid until next()
    QString text(int column) const;
    std::optional<quo::Instant> instant(int column) const;

private:
    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_values; // what SQLite has pointers to
};

} // namespace mirror
