// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/view.h"

#include <array>
#include <optional>

namespace workspace {

// Views that every workspace has from the start. They cannot be changed.
enum class ReadyView { All, Unassigned, Mine, SnoozeEndsToday, SnoozeEnded };

inline constexpr std::array allReadyViews{ReadyView::All, ReadyView::Unassigned, ReadyView::Mine,
                                          ReadyView::SnoozeEndsToday, ReadyView::SnoozeEnded};

// An id that no saved view has, the same in every version.
QString readyViewId(ReadyView view);
std::optional<ReadyView> readyViewWithId(const QString &id);

// The view to open, with these columns, in the initial order and without a name. 'Mine' finds
// nothing before the user has said who they are.
View readyView(ReadyView view, const QList<ColumnSetting> &columns);

// Whether filters or search can hide conversations.
bool isFiltered(const View &shown);
// The id of the view that is open: a saved one, or a ready one as long as its condition is in the
// search. All conversations are open if nothing is filtered. Empty if none is open.
QString openViewId(const View &shown);

} // namespace workspace
