// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/directory.h"
#include "quo/expected.h"

#include <QByteArray>

namespace quo {

// The answer of GET /v1/phone-numbers: the lines and everyone who is a user of one.
struct LinesAnswer
{
    QList<Line> lines;
    QList<Teammate> users;
};

// One page of GET /v1/users.
struct TeammatesPage
{
    QList<Teammate> teammates;
    std::optional<QString> nextPageToken; // null at the end
};

// Entries without an id are passed over: they could name nothing. A body that is no such answer is
// an UnreadableAnswer.
Expected<LinesAnswer, ApiError> decodeLines(const QByteArray &body);
Expected<TeammatesPage, ApiError> decodeTeammates(const QByteArray &body);

} // namespace quo
