// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"

#include <QString>
#include <QStringList>

#include <optional>

// The names of lines and people, which rows show, and by which they are sorted and searched.
namespace inbox {

// '🛟 Support' for an id or a number, or that itself if it is unknown. The number, if the line
// has no name. Numbers of 'region' are written without their country code.
QString lineName(const QString &idOrNumber, const quo::Directory &directory, const QString &region);

// 'Dana Kim', with the email address if another teammate has the same name; the id if it is
// unknown.
QString assigneeName(const QString &id, const quo::Directory &directory);

// The same for people to read: 'Former teammate' for an id that nobody in the workspace has any
// more. Sorts, searches and files keep such ids apart.
QString shownAssignee(const QString &id, const quo::Directory &directory);

// 'Ana Lopes (Acme)', the first contact with this number; null if there is none.
std::optional<QString> contactLabel(const QString &number, const CellContext &context);
// All contacts with this number.
QStringList contactLabels(const QString &number, const CellContext &context);
// The label of the first contact, otherwise the number.
QString participantName(const QString &number, const CellContext &context);

// The participants except the workspace's own lines; all of them if there are no others.
QStringList otherParticipants(const ConversationRow &row, const CellContext &context);

} // namespace inbox
