// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/apierror.h"
#include "quo/expected.h"

#include <QByteArray>

namespace quo {

// Read a 200 of GET /v1/messages and of GET /v1/calls. Entries without an id, with a direction that
// is neither of the two, or with a field of a wrong type are left out and counted; fields that are
// absent or null are empty.
Expected<ActivityPage, ApiError> decodeMessages(const QByteArray &body);
Expected<ActivityPage, ApiError> decodeCalls(const QByteArray &body);

} // namespace quo
