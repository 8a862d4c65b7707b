// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <optional>

class QTableView;

namespace widgets {

class RowDelegate;

// Which row of a list lies under the pointer and which one has the frame of the keyboard. Repaints
// the rows that look different, also in a view that lies over the list and shares its delegate.
class RowHighlight
{
public:
    // Both must outlive it.
    RowHighlight(QTableView &view, RowDelegate &delegate);

    // Null: there is none.
    void setOverlay(QTableView *overlay) { m_overlay = overlay; }
    // Where the pointer is in the viewport; null if it is elsewhere.
    void setPointer(std::optional<int> y);
    // What was last used here. The frame is only for the keyboard.
    void setByKeyboard(bool isByKeyboard) { m_isByKeyboard = isByKeyboard; }
    void noteFocus(Qt::FocusReason reason);
    // Rows that are about to be replaced are faint.
    void setReloading(bool isReloading);

    // After rows, the current row, the scroll position or the focus may have changed.
    void update();

    // Whether the list itself has the frame, since no row can show it.
    bool isListFramed() const;

private:
    void repaintAll();
    void repaintRow(int row);

    QTableView &m_view;
    RowDelegate &m_delegate;
    QTableView *m_overlay = nullptr;
    std::optional<int> m_pointer;
    bool m_isByKeyboard = false;
    bool m_isReloading = false;
};

} // namespace widgets
