// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"

#include <QString>
#include <QStringList>

#include <optional>

// What lines and people are called. Rows are sorted and searched by these names, and show them.
namespace inbox {

// '🛟 Support' of an id or a number; else the id or number itself. A line without a name goes by
// its number. Numbers of 'region' are read without their country code.
QString lineName(const QString &idOrNumber, const quo::Directory &directory, const QString &region);

// 'Dana Kim', with the address where another has the same name; else the id.
QString assigneeName(const QString &id, const quo::Directory &directory);

// 'Ana Lopes (Acme)' of the first contact that has the number; null where none has.
std::optional<QString> contactLabel(const QString &number, const CellContext &context);
// Of all contacts that have it.
QStringList contactLabels(const QString &number, const CellContext &context);
// The label of the first contact, else the number.
QString participantName(const QString &number, const CellContext &context);

// Who takes part besides the workspace's own lines; everybody where there is nobody else.
QStringList otherParticipants(const ConversationRow &row, const CellContext &context);

} // namespace inbox
