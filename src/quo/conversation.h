// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace quo {

// One row of GET /v1/conversations, all 12 fields under the API's names. Null is nullopt and never
// the same as empty. 'participants' are E.164 as a rule, but short codes and words such as
// 'anonymous' occur and are kept as they came.
struct Conversation
{
    QString id;
    QString phoneNumberId;
    QStringList participants;
    std::optional<QString> name;
    std::optional<QString> assignedTo;
    std::optional<QString> lastActivityId;
    std::optional<Instant> createdAt;
    std::optional<Instant> updatedAt;
    std::optional<Instant> lastActivityAt;
    std::optional<Instant> mutedUntil;
    std::optional<Instant> snoozedUntil;
    std::optional<Instant> deletedAt;

    bool operator==(const Conversation &) const = default;
};

} // namespace quo
