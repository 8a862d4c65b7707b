// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QTableView;

namespace inbox {
class InboxModel;
}

namespace widgets {

// Keeps what is being read in its place while rows come, go or move above it: finds the first
// visible row again by its id.
class ScrollAnchor
{
public:
    // Both must outlive it. All rows of the view have the same height.
    ScrollAnchor(const QTableView &view, const inbox::InboxModel &model);

    // Before the rows change. At the top it remembers nothing: whoever is there wants to see what
    // comes.
    void remember();
    // After they have changed: the value of the vertical scroll bar at which the row is where it
    // was. Null where nothing was remembered or the row is not shown any more.
    std::optional<int> value() const;

private:
    const QTableView &m_view;
    const inbox::InboxModel &m_model;
    QString m_id;  // of the first visible row; empty where nothing is remembered
    int m_top = 0; // of that row in the viewport, in pixels
};

} // namespace widgets
