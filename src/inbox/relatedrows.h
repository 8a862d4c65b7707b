// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"

namespace inbox {

// Of the rows that are loaded, in their order: positions in the model.

// Those in which the number takes part, it being as the API has it.
QList<int> rowsWith(const QString &number, const InboxModel &model);

// Those with just these people in them, the workspace's own lines aside.
QList<int> rowsWithJust(const QStringList &people, const InboxModel &model);

} // namespace inbox
