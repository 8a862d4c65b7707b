// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/activity.h"
#include "quo/apierror.h"
#include "quo/expected.h"
#include "quo/listpage.h"
#include "quo/listrequest.h"

#include <QByteArray>

namespace quo {

// GET /v1/messages or GET /v1/calls.
ListRequest<Activity> activityRequest(const ActivityQuery &query);

// Read a 200 of GET /v1/messages and of GET /v1/calls. Entries without an id, with a direction that
// is neither of the two, or with a field of a wrong type are left out and counted; fields that are
// absent or null are empty.
Expected<ListPage<Activity>, ApiError> decodeMessages(const QByteArray &body);
Expected<ListPage<Activity>, ApiError> decodeCalls(const QByteArray &body);

} // namespace quo
