// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/contactindex.h"
#include "quo/expected.h"

#include <QByteArray>
#include <QList>

namespace quo {

struct ContactsPage
{
    QList<Contact> contacts;
    std::optional<QString> nextPageToken;
};

// Reads a 200 of GET /v1/contacts. Entries that are not as documented are read as far as they are.
Expected<ContactsPage, ApiError> decodeContacts(const QByteArray &body);

} // namespace quo
