// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"
#include "quo/instant.h"

#include <QString>

#include <optional>

namespace workspace {

// An address book and the time when it was read.
struct ReadContacts
{
    quo::ContactIndex index;
    quo::Instant readAt;
};

// An address book in a file that its owner alone may read (0600). Plain functions, so that a worker
// can call them; one file must not be used from two threads at a time.

// Null if there is no file, or if it cannot be read.
std::optional<ReadContacts> readContactCache(const QString &fileName) noexcept;
// False if it could not be written; the file before stays then.
bool writeContactCache(const QString &fileName, const ReadContacts &contacts);

} // namespace workspace
