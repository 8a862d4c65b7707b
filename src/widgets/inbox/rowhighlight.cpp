// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/rowhighlight.h"

#include "widgets/inbox/rowdelegate.h"

#include <QTableView>

namespace widgets {

RowHighlight::RowHighlight(QTableView &view, RowDelegate &delegate)
    : m_view(view)
    , m_delegate(delegate)
{
}

void RowHighlight::setPointer(std::optional<int> y)
{
    m_pointer = y;
    update();
}

void RowHighlight::noteFocus(Qt::FocusReason reason)
{
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_isByKeyboard = true;
        break;
    case Qt::MouseFocusReason:
        m_isByKeyboard = false;
        break;
    default:
        break;
    }
    update();
}

void RowHighlight::setReloading(bool isReloading)
{
    m_isReloading = isReloading;
    update();
}

void RowHighlight::update()
{
    const RowDelegate::Look before = m_delegate.look();
    RowDelegate::Look look = before;
    look.hovered = m_pointer ? m_view.rowAt(*m_pointer) : -1;
    look.isFocused = m_view.hasFocus() && m_view.isActiveWindow();
    look.framed = look.isFocused && m_isByKeyboard ? m_view.currentIndex().row() : -1;
    look.isReloading = m_isReloading;
    m_delegate.setLook(look);
    if (look.isFocused != before.isFocused || look.isReloading != before.isReloading)
        return repaintAll();
    if (look.hovered != before.hovered) {
        repaintRow(before.hovered);
        repaintRow(look.hovered);
    }
    if (look.framed != before.framed) {
        repaintRow(before.framed);
        repaintRow(look.framed);
    }
}

bool RowHighlight::isListFramed() const
{
    return m_delegate.look().isFocused && m_isByKeyboard && !m_view.currentIndex().isValid();
}

void RowHighlight::repaintAll()
{
    m_view.viewport()->update();
    if (m_overlay)
        m_overlay->viewport()->update();
}

// All of its cells, since the frame goes round all of them.
void RowHighlight::repaintRow(int row)
{
    if (row < 0 || row >= m_view.model()->rowCount())
        return;
    const QRect place(0, m_view.rowViewportPosition(row), m_view.viewport()->width(),
                      m_view.rowHeight(row));
    m_view.viewport()->update(place);
    if (m_overlay)
        m_overlay->viewport()->update(0, place.top(), m_overlay->viewport()->width(),
                                      place.height());
}

} // namespace widgets
