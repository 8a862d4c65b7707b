// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

class QTableView;

namespace inbox {
class InboxModel;
class RowSelection;
} // namespace inbox

namespace widgets {

// Keeps what is being read in its place while rows come, go or move: the only selected row if it is
// in view, otherwise most of the visible rows. It finds them again by their ids.
class ScrollAnchor
{
public:
    // All must outlive it. All rows of the view have the same height.
    ScrollAnchor(const QTableView &view, const inbox::InboxModel &model,
                 const inbox::RowSelection &selection);

    // Before the rows change. At the top it remembers nothing but a selected row: new rows are
    // welcome there.
    void remember();
    // After they have changed: the value of the vertical scroll bar at which the rows are where
    // they were. Null if nothing was remembered or none of the rows is shown any more.
    std::optional<int> value() const;

private:
    struct Seen
    {
        QString id;
        int top; // in the viewport, in pixels
    };

    const QTableView &m_view;
    const inbox::InboxModel &m_model;
    const inbox::RowSelection &m_selection;
    QList<Seen> m_seen;
};

} // namespace widgets
