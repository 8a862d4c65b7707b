// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/directory.h"
#include "quo/expected.h"
#include "quo/skippedrow.h"

#include <QByteArray>

namespace quo {

// The answer of GET /v1/phone-numbers: the lines and everyone who is a user of one.
struct LinesAnswer
{
    QList<Line> lines;
    QList<Teammate> users;
    QList<SkippedRow> skippedLines;
    QList<SkippedRow> skippedUsers;
    // Lines come on one page; a server that has more of them has not told all.
    bool isWhole = true;
};

// One page of GET /v1/users.
struct TeammatesPage
{
    QList<Teammate> teammates;
    QList<SkippedRow> skipped;
    std::optional<QString> nextPageToken; // null at the end
};

// Entries without an id are skipped and counted: they could name nothing. Of others, whatever name
// cannot be read is empty. A body that is no such answer is an UnreadableAnswer.
Expected<LinesAnswer, ApiError> decodeLines(const QByteArray &body);
Expected<TeammatesPage, ApiError> decodeTeammates(const QByteArray &body);

} // namespace quo
