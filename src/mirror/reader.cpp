// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/reader.h"

namespace mirror {

quo::Expected<std::unique_ptr<Reader>, Problem> Reader::open(const Place &)
{
    return std::unique_ptr<Reader>();
}

quo::Conversation toConversation(const RowView &row, const Reader &reader)
{
    const auto instant = [](qint64 milliseconds) {
        return milliseconds == RowView::noInstant
                   ? std::nullopt
                   : std::optional(quo::Instant(quo::milliseconds(milliseconds)));
    };
    const auto text = [](bool isThere, QByteArrayView utf8) {
        return isThere ? std::optional(QString::fromUtf8(utf8)) : std::nullopt;
    };
    quo::Conversation conversation;
    conversation.id = QString::fromUtf8(row.id);
    conversation.phoneNumberId = reader.lines().at(row.line);
    for (const QByteArrayView participant : row.participants)
        conversation.participants.append(QString::fromUtf8(participant));
    conversation.name = text(row.hasName, row.name);
    if (row.assignee != RowView::noAssignee)
        conversation.assignedTo = reader.assignees().at(row.assignee);
    conversation.lastActivityId = text(row.hasLastActivityId, row.lastActivityId);
    conversation.createdAt = instant(row.createdAt);
    conversation.updatedAt = instant(row.updatedAt);
    conversation.lastActivityAt = instant(row.lastActivityAt);
    conversation.mutedUntil = instant(row.mutedUntil);
    conversation.snoozedUntil = instant(row.snoozedUntil);
    conversation.deletedAt = instant(row.deletedAt);
    return conversation;
}

} // namespace mirror
