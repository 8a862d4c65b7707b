// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/contactindex.h"
#include "quo/expected.h"
#include "quo/listpage.h"
#include "quo/listrequest.h"

#include <QByteArray>

namespace quo {

// GET /v1/contacts: all of them.
ListRequest<Contact> contactsRequest();

// Reads a 200 of GET /v1/contacts. Entries with a field of a wrong type are skipped and counted.
Expected<ListPage<Contact>, ApiError> decodeContacts(const QByteArray &body);

} // namespace quo
