// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/conversationquery.h"
#include "quo/expected.h"
#include "quo/listrequest.h"
#include "quo/page.h"

#include <QByteArray>

namespace quo {

// GET /v1/conversations. The query must have no problems (see problemsOf).
ListRequest<Conversation> conversationsRequest(const ConversationQuery &query = {},
                                               ArrayStyle style = ArrayStyle::Plain);
// The body of a 200 of GET /v1/conversations. Unknown fields are ignored; a row with a missing
// field or a wrong type is skipped and counted; a body that is no such page is an UnreadableAnswer.
Expected<Page, ApiError> decodePage(const QByteArray &body);

// The body of any other status, in either of the two shapes that v1 answers with, or whatever a
// gateway wrote: then only the status counts.
ApiError decodeErrorBody(int httpStatus, const QByteArray &body);

} // namespace quo
