// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/directory.h"
#include "quo/expected.h"
#include "quo/listpage.h"
#include "quo/listrequest.h"

#include <QByteArray>

namespace quo {

// One entry of GET /v1/phone-numbers.
struct LineAndUsers
{
    Line line;
    QList<Teammate> users;
    QList<SkippedRow> skippedUsers;
};

// GET /v1/phone-numbers: all lines, on one page.
ListRequest<LineAndUsers> linesRequest();
// GET /v1/users.
ListRequest<Teammate> teammatesRequest();

// Entries without an id are skipped and counted, since they could not name anything. Names that
// cannot be read are empty. Any other body is an UnreadableAnswer.
Expected<ListPage<LineAndUsers>, ApiError> decodeLines(const QByteArray &body);
Expected<ListPage<Teammate>, ApiError> decodeTeammates(const QByteArray &body);

} // namespace quo
