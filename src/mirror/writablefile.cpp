// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/writablefile.h"

#include "mirror/files.h"
#include "mirror/rowsum.h"
#include "mirror/schema.h"
#include "mirror/setup.h"

#include <utility>

namespace mirror {

namespace {

// One text for all participants: see schema/1.sql.
std::optional<QString> joined(const QStringList &participants)
{
    if (participants.isEmpty())
        return std::nullopt;
    QString text;
    for (const QString &participant : participants) {
        if (&participant != &participants.first())
            text += u'\n';
        for (const QChar c : participant) {
            if (c == u'\\')
                text += QStringLiteral("\\\\");
            else if (c == u'\n')
                text += QStringLiteral("\\n");
            else
                text += c;
        }
    }
    return text;
}

void bindExtent(Statement &statement, int place, const Extent &extent)
{
    statement.bind(place, qint64(extent.isWhole))
        .bind(place + 1, extent.asOf)
        .bind(place + 2, extent.knownUntil)
        .bind(place + 3, extent.walkedAt);
}

} // namespace

struct WritableFile::Statements
{
    explicit Statements(Database &database)
        : put(database, R"(INSERT INTO conversation(id, line, participants, name, assignee,
                lastActivityId, createdAt, updatedAt, lastActivityAt, mutedUntil, snoozedUntil,
                deletedAt, sum)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            ON CONFLICT(id) DO UPDATE SET line = ?2, participants = ?3, name = ?4, assignee = ?5,
                lastActivityId = ?6, createdAt = ?7, updatedAt = ?8, lastActivityAt = ?9,
                mutedUntil = ?10, snoozedUntil = ?11, deletedAt = ?12, sum = ?13)")
        , removeFromSets(database, R"(DELETE FROM serverFilterRow
            WHERE filter IN (SELECT number FROM serverFilter)
                AND row = (SELECT row FROM conversation WHERE id = ?1))")
        , remove(database, "DELETE FROM conversation WHERE id = ?1")
        , putFilter(database, R"(INSERT INTO serverFilter(userId, excludeInactive, isWhole, asOf,
                knownUntil, walkedAt)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT(userId, excludeInactive) DO UPDATE SET isWhole = ?3, asOf = ?4,
                knownUntil = ?5, walkedAt = ?6)")
        , findFilter(database,
                     "SELECT number FROM serverFilter WHERE userId = ?1 AND excludeInactive = ?2")
        , emptyFilter(database, "DELETE FROM serverFilterRow WHERE filter = ?1")
        , addToFilter(database, R"(INSERT INTO serverFilterRow(filter, row)
            SELECT ?1, row FROM conversation WHERE id = ?2 ON CONFLICT DO NOTHING)")
        , removeFromFilter(database, R"(DELETE FROM serverFilterRow
            WHERE filter = ?1 AND row = (SELECT row FROM conversation WHERE id = ?2))")
        , setExtent(database, R"(UPDATE workspace SET isWhole = ?1, asOf = ?2, knownUntil = ?3,
            walkedAt = ?4)")
    {
    }

    Statement put;
    Statement removeFromSets;
    Statement remove;
    Statement putFilter;
    Statement findFilter;
    Statement emptyFilter;
    Statement addToFilter;
    Statement removeFromFilter;
    Statement setExtent;
};

std::unique_ptr<WritableFile> WritableFile::open(const Place &place,
                                                 std::optional<Problem> &problem)
{
    problem = otherThanFiles(place.fileName);
    std::unique_ptr<WriterLock> lock;
    if (!problem)
        problem = makeFolder(place.fileName);
    if (!problem)
        problem = WriterLock::take(place.fileName, lock);
    if (!problem)
        problem = makePrivate(place.fileName);
    if (!problem)
        problem = othersFile(place.fileName);
    if (!problem && isCutOff(place.fileName))
        problem = Problem{Problem::Kind::Damaged, place.fileName, {}, {}};
    if (problem)
        return nullptr;
    std::unique_ptr<WritableFile> file(new WritableFile(place.fileName, std::move(lock)));
    if (file->prepare(place.owner))
        return file;
    problem = file->m_database.problem();
    return nullptr;
}

WritableFile::WritableFile(const QString &fileName, std::unique_ptr<WriterLock> lock)
    : m_lock(std::move(lock))
    , m_database(fileName, Database::Access::Writing)
    , m_lines{"SELECT number, id FROM conversationLine",
              "INSERT INTO conversationLine(number, id) VALUES(?1, ?2)"}
    , m_assignees{"SELECT number, id FROM conversationAssignee",
                  "INSERT INTO conversationAssignee(number, id) VALUES(?1, ?2)"}
{
}

WritableFile::~WritableFile() = default;

bool WritableFile::prepare(const QByteArray &owner)
{
    if (!versionOf(m_database, schemas()))
        return false;
    // A crash of the computer may take back the last transactions, but leaves the file in order.
    // The log is moved into the file while nothing else is to be done, and at the latest at 20 MB.
    m_database.run(R"(PRAGMA page_size = 4096;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 5000;
        PRAGMA journal_size_limit = 1048576;
        PRAGMA cache_size = -8000;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON)");
    migrate(m_database, schemas());
    insertOwner(owner);
    load(m_lines);
    load(m_assignees);
    m_statements = std::make_unique<Statements>(m_database);
    return !m_database.problem();
}

void WritableFile::insertOwner(const QByteArray &owner)
{
    Statement(m_database, "INSERT INTO workspace(one, owner) VALUES(1, ?1) ON CONFLICT DO NOTHING")
        .bindBlob(1, owner)
        .run();
}

void WritableFile::load(Symbols &symbols)
{
    Statement select(m_database, symbols.select);
    while (select.next())
        symbols.numbers.insert(select.bytes(1).toByteArray(), select.number(0));
}

qint64 WritableFile::numberOf(Symbols &symbols, const QByteArray &id)
{
    const auto known = symbols.numbers.constFind(id);
    if (known != symbols.numbers.cend())
        return *known;
    const qint64 number = symbols.numbers.size();
    Statement(m_database, symbols.insert).bind(1, number).bind(2, id).run();
    symbols.numbers.insert(id, number);
    return number;
}

void WritableFile::put(const quo::Conversation &row)
{
    Statement &put = m_statements->put;
    RowSum sum;
    const auto text = [&](int place, const std::optional<QString> &value) {
        const std::optional<QByteArray> utf8 =
            value ? std::optional(keptText(*value)) : std::nullopt;
        put.bind(place, utf8);
        sum.add(utf8);
    };
    const auto symbol = [&](int place, Symbols &symbols, const std::optional<QString> &id) {
        const std::optional<QByteArray> utf8 = id ? std::optional(keptText(*id)) : std::nullopt;
        put.bind(place, utf8 ? std::optional(numberOf(symbols, *utf8)) : std::nullopt);
        sum.add(utf8);
    };
    const auto instant = [&](int place, const std::optional<quo::Instant> &value) {
        const std::optional<qint64> number =
            value ? std::optional(qint64(value->time_since_epoch().count())) : std::nullopt;
        put.bind(place, number);
        sum.add(number);
    };
    text(1, row.id);
    symbol(2, m_lines, row.phoneNumberId);
    text(3, joined(row.participants));
    text(4, row.name);
    symbol(5, m_assignees, row.assignedTo);
    text(6, row.lastActivityId);
    instant(7, row.createdAt);
    instant(8, row.updatedAt);
    instant(9, row.lastActivityAt);
    instant(10, row.mutedUntil);
    instant(11, row.snoozedUntil);
    instant(12, row.deletedAt);
    put.bind(13, sum.value()).run();
}

void WritableFile::remove(const QString &id)
{
    m_statements->removeFromSets.bind(1, id).run();
    m_statements->remove.bind(1, id).run();
}

void WritableFile::change(const SetChange &set)
{
    Statement &putFilter = m_statements->putFilter;
    putFilter.bind(1, set.filter.userId).bind(2, qint64(set.filter.excludeInactive));
    bindExtent(putFilter, 3, set.extent);
    putFilter.run();
    Statement &find = m_statements->findFilter;
    find.bind(1, set.filter.userId).bind(2, qint64(set.filter.excludeInactive));
    const qint64 filter = find.next() ? find.number(0) : -1;
    find.run();
    if (set.startsOver)
        m_statements->emptyFilter.bind(1, filter).run();
    for (const QString &id : set.removed)
        m_statements->removeFromFilter.bind(1, filter).bind(2, id).run();
    for (const QString &id : set.added)
        m_statements->addToFilter.bind(1, filter).bind(2, id).run();
}

template <class F>
std::optional<Problem> WritableFile::inTransaction(F f)
{
    m_database.run("BEGIN IMMEDIATE");
    f();
    m_database.run("COMMIT");
    return m_database.problem();
}

std::optional<Problem> WritableFile::write(const ChangeSet &changes)
{
    return inTransaction([&] {
        for (const quo::Conversation &row : changes.rows)
            put(row);
        for (const QString &id : changes.removed)
            remove(id);
        for (const SetChange &set : changes.sets)
            change(set);
        if (changes.extent) {
            bindExtent(m_statements->setExtent, 1, *changes.extent);
            m_statements->setExtent.run();
        }
    });
}

// Ids that differ only in halves of characters are the same once they are kept.
std::optional<Problem> WritableFile::write(const quo::Directory &directory)
{
    return inTransaction([&] {
        m_database.run("DELETE FROM line; DELETE FROM lineMember; DELETE FROM teammate");
        Statement putLine(m_database, "INSERT OR REPLACE INTO line(id, number, name, symbol)"
                                      " VALUES(?1, ?2, ?3, ?4)");
        Statement putMember(m_database, "INSERT OR REPLACE INTO lineMember(line, position, userId)"
                                        " VALUES(?1, ?2, ?3)");
        for (const quo::Line &line : directory.lines()) {
            putLine.bind(1, line.id)
                .bind(2, line.number)
                .bind(3, line.name)
                .bind(4, line.symbol)
                .run();
            for (qsizetype i = 0; i < line.members.size(); ++i)
                putMember.bind(1, line.id).bind(2, qint64(i)).bind(3, line.members[i]).run();
        }
        Statement putTeammate(m_database,
                              "INSERT OR REPLACE INTO teammate(id, firstName, lastName, email)"
                              " VALUES(?1, ?2, ?3, ?4)");
        for (const quo::Teammate &teammate : directory.teammates())
            putTeammate.bind(1, teammate.id)
                .bind(2, teammate.firstName)
                .bind(3, teammate.lastName)
                .bind(4, teammate.email)
                .run();
        Statement(m_database, "UPDATE workspace SET hasAllTeammates = ?1")
            .bind(1, qint64(directory.hasAllTeammates()))
            .run();
    });
}

std::optional<Problem> WritableFile::write(const std::optional<KeptContacts> &contacts)
{
    const std::optional<Problem> problem = inTransaction([&] {
        m_database.run("DELETE FROM contact");
        Statement put(m_database, "INSERT OR REPLACE INTO contact(number, position, name, company)"
                                  " VALUES(?1, ?2, ?3, ?4)");
        const quo::ContactIndex::Names names =
            contacts ? contacts->index.names() : quo::ContactIndex::Names();
        for (auto it = names.cbegin(); it != names.cend(); ++it)
            for (qsizetype i = 0; i < it->size(); ++i)
                put.bind(1, it.key())
                    .bind(2, qint64(i))
                    .bind(3, it->at(i).name)
                    .bind(4, it->at(i).company)
                    .run();
        Statement(m_database, "UPDATE workspace SET contactsReadAt = ?1")
            .bind(1, contacts ? std::optional(contacts->readAt) : std::nullopt)
            .run();
    });
    if (problem || contacts)
        return problem;
    // Somebody wanted them to be gone: from the write-ahead log as well, unless a reader needs it.
    m_database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    return m_database.problem();
}

std::optional<Problem> WritableFile::clear(const QByteArray &owner)
{
    m_lines.numbers.clear();
    m_assignees.numbers.clear();
    return inTransaction([&] {
        m_database.run(R"(DELETE FROM conversation; DELETE FROM conversationLine;
            DELETE FROM conversationAssignee; DELETE FROM serverFilter;
            DELETE FROM serverFilterRow; DELETE FROM line; DELETE FROM lineMember;
            DELETE FROM teammate; DELETE FROM contact; DELETE FROM workspace)");
        insertOwner(owner);
    });
}

std::optional<Problem> WritableFile::writeOwner(const QByteArray &owner)
{
    return inTransaction(
        [&] { Statement(m_database, "UPDATE workspace SET owner = ?1").bindBlob(1, owner).run(); });
}

} // namespace mirror
