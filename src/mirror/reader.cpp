// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/reader.h"

#include "mirror/database.h"
#include "mirror/files.h"
#include "mirror/rowsum.h"
#include "mirror/schema.h"
#include "mirror/setup.h"
#include "mirror/writablefile.h"
#include "quo/utf8.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mirror {

namespace {

constexpr const char *latestRows =
    R"(SELECT row, id, line, participants, name, assignee, lastActivityId, createdAt, updatedAt,
        lastActivityAt, mutedUntil, snoozedUntil, deletedAt, sum
    FROM conversation ORDER BY lastActivityAt DESC, row DESC LIMIT ?1)";
constexpr const char *allRows =
    R"(SELECT row, id, line, participants, name, assignee, lastActivityId, createdAt, updatedAt,
        lastActivityAt, mutedUntil, snoozedUntil, deletedAt, sum
    FROM conversation ORDER BY row)";

constexpr const char *countById =
    "SELECT count(id) FROM conversation INDEXED BY sqlite_autoindex_conversation_1";

// 100,000,000 days from 1970: quo::parseInstant() gives none beyond, and no sum of two overflows.
constexpr qint64 furthestInstant = Q_INT64_C(8'640'000'000'000'000);

class FileReader : public Reader
{
public:
    FileReader(const QString &fileName, Database::Access access)
        : m_database(fileName, access)
    {
    }

    Database &database() { return m_database; }
    // Reads what is needed for all rows. Null after a problem of the database.
    std::optional<Version> begin();

    QByteArray owner() const override { return m_owner; }
    Extent extent() const override { return m_extent; }
    qint64 rowCount() const override { return m_rowCount; }
    const QStringList &lines() const override { return m_lines; }
    const QStringList &assignees() const override { return m_assignees; }

    std::optional<Problem> forEachRow(int first,
                                      const std::function<bool(const RowView &)> &f) override;
    quo::Expected<QList<KeptSet>, Problem> sets() override;
    quo::Expected<quo::Directory, Problem> directory() override;
    quo::Expected<std::optional<KeptContacts>, Problem> contacts() override;

private:
    enum Column {
        Row,
        Id,
        Line,
        Participants,
        Name,
        Assignee,
        LastActivityId,
        CreatedAt,
        UpdatedAt,
        LastActivityAt,
        MutedUntil,
        SnoozedUntil,
        DeletedAt,
        Sum,
    };

    QByteArrayList symbols(const char *sql);
    bool read(const Statement &row);
    void readParticipants(QByteArrayView text);
    std::optional<quo::Instant> instantAt(const Statement &statement, int column);
    Extent extentAt(const Statement &statement, int column);
    void findDamage(const QString &what) { m_database.setProblem(Problem::Kind::Damaged, what); }
    template <class T>
    quo::Expected<T, Problem> unlessFailed(T value) const;

    Database m_database;
    QByteArray m_owner;
    Extent m_extent;
    qint64 m_rowCount = 0;
    bool m_hasAllTeammates = false;
    std::optional<quo::Instant> m_contactsReadAt;
    QStringList m_lines;
    QStringList m_assignees;
    QByteArrayList m_keptLines; // the same in UTF-8
    QByteArrayList m_keptAssignees;
    RowView m_row;
    QList<QByteArray> m_unescaped; // participants of the row, where it has to be another text
};

template <class T>
quo::Expected<T, Problem> FileReader::unlessFailed(T value) const
{
    if (m_database.problem())
        return quo::Unexpected{*m_database.problem()};
    return value;
}

std::optional<quo::Instant> FileReader::instantAt(const Statement &statement, int column)
{
    const std::optional<quo::Instant> instant = statement.instant(column);
    const qint64 count = instant ? instant->time_since_epoch().count() : 0;
    if (count >= -furthestInstant && count <= furthestInstant)
        return instant;
    findDamage(QStringLiteral("instant"));
    return std::nullopt;
}

Extent FileReader::extentAt(const Statement &statement, int column)
{
    return {statement.number(column) != 0, instantAt(statement, column + 1),
            instantAt(statement, column + 2), instantAt(statement, column + 3)};
}

std::optional<Version> FileReader::begin()
{
    // One state of the file, until the end.
    m_database.run("BEGIN");
    const std::optional<Version> version = versionOf(m_database, schemas());
    if (version != Version::Current)
        return version;
    {
        Statement workspace(m_database,
                            R"(SELECT owner, isWhole, asOf, knownUntil, walkedAt, hasAllTeammates,
                    contactsReadAt FROM workspace)");
        if (workspace.next()) {
            m_owner = workspace.bytes(0).toByteArray();
            m_extent = extentAt(workspace, 1);
            m_hasAllTeammates = workspace.number(5) != 0;
            m_contactsReadAt = instantAt(workspace, 6);
        } else {
            return Version::None; // its first writer did not come further
        }
    }
    m_keptLines = symbols("SELECT number, id FROM conversationLine ORDER BY number");
    m_keptAssignees = symbols("SELECT number, id FROM conversationAssignee ORDER BY number");
    for (const QByteArray &id : std::as_const(m_keptLines))
        m_lines.append(quo::fromUtf8(id));
    for (const QByteArray &id : std::as_const(m_keptAssignees))
        m_assignees.append(quo::fromUtf8(id));
    m_rowCount = m_database.number("SELECT count(*) FROM conversation");
    return version;
}

QByteArrayList FileReader::symbols(const char *sql)
{
    QByteArrayList ids;
    Statement select(m_database, sql);
    while (select.next()) {
        if (select.number(0) != ids.size())
            findDamage(QStringLiteral("numbers"));
        ids.append(select.bytes(1).toByteArray());
    }
    return ids;
}

std::optional<Problem> FileReader::forEachRow(int first,
                                              const std::function<bool(const RowView &)> &f)
{
    std::vector<qint64> latest; // rows that f has had
    if (first > 0) {
        Statement select(m_database, latestRows);
        select.bind(1, qint64(first));
        while (select.next() && read(select)) {
            latest.push_back(select.number(Row));
            if (!f(m_row))
                return m_database.problem();
        }
        std::ranges::sort(latest);
    }
    Statement select(m_database, allRows);
    auto next = latest.cbegin();
    qint64 rows = 0;
    while (select.next()) {
        ++rows;
        if (next != latest.cend() && *next == select.number(Row)) {
            ++next;
            continue;
        }
        if (!read(select) || !f(m_row))
            return m_database.problem();
    }
    // A row that an index does not have would be written a second time.
    if (!m_database.problem() &&
        (rows != m_rowCount || rows != m_database.number(countById) || next != latest.cend()))
        findDamage(QStringLiteral("index"));
    return m_database.problem();
}

// False if it is damaged.
bool FileReader::read(const Statement &row)
{
    RowSum sum;
    const auto text = [&](int column, bool &isThere, QByteArrayView &to) {
        isThere = !row.isNull(column);
        to = row.bytes(column);
        sum.add(isThere ? std::optional(to) : std::nullopt);
    };
    const auto instant = [&](int column, qint64 &to) {
        const std::optional<quo::Instant> found = instantAt(row, column);
        to = found ? qint64(found->time_since_epoch().count()) : RowView::noInstant;
        sum.add(found ? std::optional(to) : std::nullopt);
    };
    const qint64 line = row.number(Line);
    const qint64 assignee = row.isNull(Assignee) ? -1 : row.number(Assignee);
    if (line < 0 || line >= m_lines.size() || assignee < -1 || assignee >= m_assignees.size()) {
        findDamage(QStringLiteral("number"));
        return false;
    }
    bool hasId = false;
    bool hasParticipants = false;
    QByteArrayView participants;
    text(Id, hasId, m_row.id);
    m_row.line = quint32(line);
    sum.add(QByteArrayView(m_keptLines[line]));
    text(Participants, hasParticipants, participants);
    text(Name, m_row.hasName, m_row.name);
    m_row.assignee = quint32(assignee); // RowView::noAssignee is -1
    sum.add(assignee < 0 ? std::nullopt : std::optional(QByteArrayView(m_keptAssignees[assignee])));
    text(LastActivityId, m_row.hasLastActivityId, m_row.lastActivityId);
    instant(CreatedAt, m_row.createdAt);
    instant(UpdatedAt, m_row.updatedAt);
    instant(LastActivityAt, m_row.lastActivityAt);
    instant(MutedUntil, m_row.mutedUntil);
    instant(SnoozedUntil, m_row.snoozedUntil);
    instant(DeletedAt, m_row.deletedAt);
    if (sum.value() != row.number(Sum)) {
        findDamage(QStringLiteral("check sum"));
        return false;
    }
    m_row.participants.clear();
    if (hasParticipants)
        readParticipants(participants);
    return true;
}

void FileReader::readParticipants(QByteArrayView text)
{
    for (qsizetype from = 0; from <= text.size();) {
        const qsizetype found = text.indexOf('\n', from);
        const qsizetype end = found < 0 ? text.size() : found;
        m_row.participants.append(text.sliced(from, end - from));
        from = end + 1;
    }
    if (!text.contains('\\'))
        return;
    m_unescaped.clear();
    for (QByteArrayView &participant : m_row.participants) {
        QByteArray plain;
        for (qsizetype i = 0; i < participant.size(); ++i) {
            const bool isEscape = participant[i] == '\\' && i + 1 < participant.size();
            const char c = isEscape ? participant[++i] : participant[i];
            plain += isEscape && c == 'n' ? '\n' : c;
        }
        m_unescaped.append(plain);
        participant = m_unescaped.last();
    }
}

quo::Expected<QList<KeptSet>, Problem> FileReader::sets()
{
    QList<KeptSet> sets;
    QHash<qint64, qsizetype> places;
    Statement filters(m_database, R"(SELECT number, userId, excludeInactive, isWhole, asOf,
            knownUntil, walkedAt FROM serverFilter ORDER BY number)");
    while (filters.next()) {
        places.insert(filters.number(0), sets.size());
        sets.append({{filters.text(1), filters.number(2) != 0}, {}, extentAt(filters, 3)});
    }
    Statement rows(m_database, R"(SELECT filter, id FROM serverFilterRow
            CROSS JOIN conversation ON conversation.row = serverFilterRow.row ORDER BY filter)");
    while (rows.next())
        if (const auto place = places.constFind(rows.number(0)); place != places.cend())
            sets[*place].ids.append(rows.text(1));
    return unlessFailed(std::move(sets));
}

quo::Expected<quo::Directory, Problem> FileReader::directory()
{
    QHash<QString, QStringList> members;
    Statement memberRows(m_database, "SELECT line, userId FROM lineMember ORDER BY line, position");
    while (memberRows.next())
        members[memberRows.text(0)].append(memberRows.text(1));
    QList<quo::Line> lines;
    Statement lineRows(m_database, "SELECT id, number, name, symbol FROM line");
    while (lineRows.next())
        lines.append({lineRows.text(0), lineRows.text(1), lineRows.text(2), lineRows.text(3),
                      members.value(lineRows.text(0))});
    QList<quo::Teammate> teammates;
    Statement teammateRows(m_database, "SELECT id, firstName, lastName, email FROM teammate");
    while (teammateRows.next())
        teammates.append({teammateRows.text(0), teammateRows.text(1), teammateRows.text(2),
                          teammateRows.text(3)});
    quo::Directory directory;
    directory.setLines(lines);
    directory.add(teammates);
    if (m_hasAllTeammates)
        directory.setHasAllTeammates();
    return unlessFailed(std::move(directory));
}

quo::Expected<std::optional<KeptContacts>, Problem> FileReader::contacts()
{
    if (!m_contactsReadAt)
        return unlessFailed(std::optional<KeptContacts>());
    KeptContacts contacts{{}, *m_contactsReadAt};
    Statement rows(m_database,
                   "SELECT number, name, company FROM contact ORDER BY number, position");
    while (rows.next())
        contacts.index.add(rows.text(0), {rows.text(1), rows.text(2)});
    return unlessFailed(std::optional(std::move(contacts)));
}

} // namespace

quo::Expected<std::unique_ptr<Reader>, Problem> Reader::open(const Place &place)
{
    if (const std::optional<Problem> problem = otherThanFiles(place.fileName))
        return quo::Unexpected{*problem};
    if (!exists(place.fileName))
        return std::unique_ptr<Reader>();
    if (const std::optional<Problem> problem = othersFile(place.fileName))
        return quo::Unexpected{*problem};
    if (isCutOff(place.fileName))
        return quo::Unexpected{Problem{Problem::Kind::Damaged, place.fileName, {}, {}}};
    auto reader = std::make_unique<FileReader>(place.fileName, Database::Access::Reading);
    std::optional<Version> version = reader->begin();
    // SQLite has to make files beside it first. That may not be possible, and is not needed unless
    // something is written.
    if (const std::optional<Problem> &problem = reader->database().problem();
        problem && !hasLog(place.fileName) &&
        (problem->kind == Problem::Kind::ReadOnly || problem->kind == Problem::Kind::Full ||
         problem->kind == Problem::Kind::Failed)) {
        reader = std::make_unique<FileReader>(place.fileName, Database::Access::ReadingAtRest);
        version = reader->begin();
    }
    if (version == Version::Older) {
        std::optional<Problem> problem;
        reader.reset();
        if (!WritableFile::open(place, problem))
            return quo::Unexpected{*problem};
        reader = std::make_unique<FileReader>(place.fileName, Database::Access::Reading);
        version = reader->begin();
    }
    if (reader->database().problem())
        return quo::Unexpected{*reader->database().problem()};
    return version == Version::Current ? std::unique_ptr<Reader>(std::move(reader)) : nullptr;
}

quo::Conversation toConversation(const RowView &row, const Reader &reader)
{
    const auto instant = [](qint64 milliseconds) {
        return milliseconds == RowView::noInstant
                   ? std::nullopt
                   : std::optional(quo::Instant(quo::milliseconds(milliseconds)));
    };
    const auto text = [](bool isThere, QByteArrayView utf8) {
        return isThere ? std::optional(quo::fromUtf8(utf8)) : std::nullopt;
    };
    quo::Conversation conversation;
    conversation.id = quo::fromUtf8(row.id);
    conversation.phoneNumberId = reader.lines().at(row.line);
    for (const QByteArrayView participant : row.participants)
        conversation.participants.append(quo::fromUtf8(participant));
    conversation.name = text(row.hasName, row.name);
    if (row.assignee != RowView::noAssignee)
        conversation.assignedTo = reader.assignees().at(row.assignee);
    conversation.lastActivityId = text(row.hasLastActivityId, row.lastActivityId);
    conversation.createdAt = instant(row.createdAt);
    conversation.updatedAt = instant(row.updatedAt);
    conversation.lastActivityAt = instant(row.lastActivityAt);
    conversation.mutedUntil = instant(row.mutedUntil);
    conversation.snoozedUntil = instant(row.snoozedUntil);
    conversation.deletedAt = instant(row.deletedAt);
    return conversation;
}

} // namespace mirror
