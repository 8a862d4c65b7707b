// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/setup.h"

#include "mirror/database.h"
#include "mirror/files.h"
#include "mirror/schema.h"

#include <QFileInfo>

namespace mirror {

namespace {

constexpr qint64 pageSize = 4096;            // bytes, as in WritableFile::prepare()
constexpr qint64 applicationId = 0x51756f69; // 'Quoi', as in schema/1.sql

} // namespace

std::optional<Version> versionOf(Database &database, std::span<const char *const> schemas)
{
    const qint64 application = database.number("PRAGMA application_id");
    const qint64 version = database.number("PRAGMA user_version");
    const qint64 entries = database.number("SELECT count(*) FROM sqlite_schema");
    if (database.problem())
        return std::nullopt;
    const auto latest = qint64(schemas.size());
    if (application == 0 && version == 0 && entries == 0)
        return Version::None;
    if (application != applicationId)
        database.setProblem(Problem::Kind::Foreign, {});
    else if (version > latest)
        database.setProblem(Problem::Kind::Newer, {});
    else if (version < 1 || entries == 0)
        database.setProblem(Problem::Kind::Damaged, QStringLiteral("no schema"));
    if (database.problem())
        return std::nullopt;
    return version < latest ? Version::Older : Version::Current;
}

std::optional<Problem> othersFile(const QString &fileName)
{
    Database database(fileName, Database::Access::ReadingAtRest);
    versionOf(database, schemas());
    const std::optional<Problem> &problem = database.problem();
    return problem && (problem->kind == Problem::Kind::Foreign ||
                       problem->kind == Problem::Kind::Newer)
               ? problem
               : std::nullopt;
}

bool isCutOff(const QString &fileName)
{
    // With a log, the last page may still be written from there.
    return !hasLog(fileName) && QFileInfo(fileName).size() % pageSize != 0;
}

bool migrate(Database &database, std::span<const char *const> schemas)
{
    for (qint64 version = database.number("PRAGMA user_version");
         !database.problem() && version < qint64(schemas.size()); ++version) {
        const QByteArray setVersion =
            "PRAGMA user_version = " + QByteArray::number(version + 1) + "; COMMIT";
        database.run("BEGIN IMMEDIATE");
        database.run(schemas[size_t(version)]);
        database.run(setVersion.constData());
    }
    return !database.problem();
}

} // namespace mirror
