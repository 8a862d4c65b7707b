// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/conversationquery.h"
#include "workspace/datefilter.h"

namespace workspace {

// The filters that the server applies, as the user set them.
struct Filters
{
    QStringList lines; // 'PN…' or E.164
    QString teammate;  // 'US…', empty for anyone
    DateFilter updated;
    DateFilter created;
    bool excludeInactive = false;

    bool operator==(const Filters &) const = default;

    quo::ConversationQuery toQuery(quo::Instant now, const QTimeZone &zone) const;
};

} // namespace workspace
