// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/contactindex.h"
#include "quo/expected.h"
#include "quo/skippedrow.h"

#include <QByteArray>
#include <QList>

namespace quo {

struct ContactsPage
{
    QList<Contact> contacts;
    QList<SkippedRow> skipped;
    std::optional<QString> nextPageToken;
};

// Reads a 200 of GET /v1/contacts. Entries with a field of a wrong type are skipped and counted.
Expected<ContactsPage, ApiError> decodeContacts(const QByteArray &body);

} // namespace quo
