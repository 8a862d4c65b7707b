// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/apierror.h"
#include "quo/expected.h"

#include <QByteArray>

namespace quo {

// Read a 200 of GET /v1/messages and of GET /v1/calls. Entries without an id are left out, others
// are read as far as they are as documented.
Expected<ActivityPage, ApiError> decodeMessages(const QByteArray &body);
Expected<ActivityPage, ApiError> decodeCalls(const QByteArray &body);

} // namespace quo
