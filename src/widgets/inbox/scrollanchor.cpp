// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/scrollanchor.h"

#include "inbox/inboxmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace widgets {

ScrollAnchor::ScrollAnchor(const QTableView &view, const inbox::InboxModel &model)
    : m_view(view)
    , m_model(model)
{
}

void ScrollAnchor::remember()
{
    m_id.clear();
    const int first = m_view.rowAt(0);
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(first);
    if (row && m_view.verticalScrollBar()->value() > 0) {
        m_id = row->id();
        m_top = m_view.rowViewportPosition(first);
    }
}

std::optional<int> ScrollAnchor::value() const
{
    const int position = m_id.isEmpty() ? -1 : m_model.positionOf(m_id);
    if (position < 0)
        return std::nullopt;
    return position * m_view.verticalHeader()->defaultSectionSize() - m_top;
}

} // namespace widgets
