// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/database.h"

#include "mirror/files.h"
#include "quo/utf8.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <utility>

namespace mirror {

namespace {

constexpr int longestWaitForLock = 1500; // milliseconds

// SQLite refuses links in the whole path; here only the file itself must not be one.
QByteArray nameForSqlite(const QString &fileName, bool isUri)
{
    const QFileInfo info(fileName);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString name =
        folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
    return isUri ? "file:" + QUrl::toPercentEncoding(name, "/") + "?immutable=1" : name.toUtf8();
}

Problem::Kind kindOf(int code, int systemError)
{
    switch (code & 0xff) {
    // The statements are the program's own, so that errors in them are the file's.
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
        return Problem::Kind::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return Problem::Kind::Locked;
    case SQLITE_FULL:
        return Problem::Kind::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Problem::Kind::ReadOnly;
    case SQLITE_CANTOPEN:
        return code == SQLITE_CANTOPEN_SYMLINK || code == SQLITE_CANTOPEN_ISDIR
                   ? Problem::Kind::NotAFile
                   : kindOfSystemError(systemError);
    case SQLITE_IOERR:
        return kindOfSystemError(systemError);
    default:
        return Problem::Kind::Failed;
    }
}

// Of the last operation that failed on one of the files, 0 if there was none. SQLite's own notion
// may come from something that it has done since.
int lastErrorOf(sqlite3 *connection)
{
    int error = 0;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    sqlite3_file *log = nullptr;
    if (error == 0 &&
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER,
                             static_cast<void *>(&log)) == SQLITE_OK &&
        log && log->pMethods)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

} // namespace

Database::Database(const QString &fileName, Access access)
    : m_fileName(fileName)
{
    const bool isAtRest = access == Access::ReadingAtRest;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW |
                      (access == Access::Writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                      (isAtRest ? SQLITE_OPEN_URI : 0);
    const int code = sqlite3_open_v2(nameForSqlite(fileName, isAtRest).constData(), &m_connection,
                                     flags, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
        return;
    }
    sqlite3_extended_result_codes(m_connection, 1);
    sqlite3_busy_timeout(m_connection, longestWaitForLock);
    // Nothing in the file is run.
    constexpr std::pair<int, int> settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_DQS_DML, 0},
    };
    for (const auto &[setting, value] : settings)
        sqlite3_db_config(m_connection, setting, value, nullptr);
    run("PRAGMA cell_size_check = ON");
}

Database::~Database()
{
    if (hasMoved())
        leaveFiles();
    sqlite3_close(m_connection);
}

void Database::setProblem(Problem::Kind kind, const QString &detail)
{
    if (!m_problem)
        m_problem = Problem{kind, m_fileName, {}, detail};
}

void Database::fail(int code)
{
    if (!m_connection)
        return setProblem(Problem::Kind::Failed, QString::fromUtf8(sqlite3_errstr(code)));
    const int extended = sqlite3_extended_errcode(m_connection);
    Problem::Kind kind = kindOf(extended, sqlite3_system_errno(m_connection));
    if (kind == Problem::Kind::Failed && (extended & 0xff) == SQLITE_IOERR)
        kind = kindOf(extended, lastErrorOf(m_connection));
    setProblem(kind, QString::fromUtf8(sqlite3_errmsg(m_connection)));
}

bool Database::run(const char *sql)
{
    if (m_problem)
        return false;
    const int code = sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(code);
    return code == SQLITE_OK;
}

qint64 Database::number(const char *sql)
{
    Statement statement(*this, sql);
    return statement.next() ? statement.number(0) : 0;
}

void Database::checkpoint()
{
    if (!m_problem)
        sqlite3_wal_checkpoint_v2(m_connection, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr);
}

bool Database::hasMoved() const
{
    int moved = 0;
    return m_connection &&
           sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
}

void Database::leaveFiles()
{
    // Otherwise it would remove a write-ahead log by its name, which may be another file's now.
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

QByteArray keptText(const QString &text)
{
    return quo::wholeCharacters(text).toUtf8();
}

Statement::Statement(Database &database, const char *sql)
    : m_database(database)
{
    if (database.m_problem)
        return;
    const int code = sqlite3_prepare_v3(database.m_connection, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code == SQLITE_OK)
        m_values.resize(size_t(sqlite3_bind_parameter_count(m_statement)) + 1);
    else
        database.fail(code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(int place, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, place, value);
    return *this;
}

Statement &Statement::bind(int place, const QString &text)
{
    return bind(place, keptText(text));
}

Statement &Statement::bind(int place, const QByteArray &utf8)
{
    if (m_statement) {
        QByteArray &kept = m_values[size_t(place)];
        kept = utf8;
        sqlite3_bind_text64(m_statement, place, kept.constData(), sqlite3_uint64(kept.size()),
                            nullptr, SQLITE_UTF8);
    }
    return *this;
}

Statement &Statement::bind(int place, quo::Instant instant)
{
    return bind(place, qint64(instant.time_since_epoch().count()));
}

Statement &Statement::bindBlob(int place, const QByteArray &bytes)
{
    if (m_statement) {
        QByteArray &kept = m_values[size_t(place)];
        kept = bytes;
        sqlite3_bind_blob64(m_statement, place, kept.constData(), sqlite3_uint64(kept.size()),
                            nullptr);
    }
    return *this;
}

Statement &Statement::bindNull(int place)
{
    if (m_statement)
        sqlite3_bind_null(m_statement, place);
    return *this;
}

bool Statement::next()
{
    if (m_database.m_problem)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_database.fail(code);
    sqlite3_reset(m_statement);
    return false;
}

bool Statement::run()
{
    while (next()) {
    }
    return !m_database.m_problem;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Statement::bytes(int column) const
{
    const void *const bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column)};
}

QString Statement::text(int column) const
{
    return quo::fromUtf8(bytes(column));
}

std::optional<quo::Instant> Statement::instant(int column) const
{
    return isNull(column) ? std::nullopt
                          : std::optional(quo::Instant(quo::milliseconds(number(column))));
}

} // namespace mirror
