// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/showncounts.h"
#include "workspace/readyviews.h"

#include <QString>

#include <optional>

namespace words {

QString readyViewName(workspace::ReadyView view);
// How many of the loaded conversations the view would show. Null for 'All', whose number says
// nothing, and for 'Mine' before the user, who is 'me', has said who they are.
std::optional<int> readyViewCount(workspace::ReadyView view, const inbox::ShownCounts &counts,
                                  const QString &me);

} // namespace words
