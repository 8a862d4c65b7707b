// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/problem.h"

#include <optional>
#include <span>

namespace mirror {

class Database;

// Whose file it is, and of which version.
enum class Version {
    None, // an empty file
    Older,
    Current,
};

// Null after a problem of the database, which may be that it is another program's (Foreign) or a
// later version's (Newer).
std::optional<Version> versionOf(Database &database, std::span<const char *const> schemas);

// Its end is missing, as far as its size says.
bool isCutOff(const QString &fileName);

// Whether the file is another program's or a later version's, found out without touching anything;
// null if not, and if that cannot be said.
std::optional<Problem> othersFile(const QString &fileName);

// Brings the file up to the last of the schemas, in one transaction for each. False after a problem
// of the database.
bool migrate(Database &database, std::span<const char *const> schemas);

} // namespace mirror
