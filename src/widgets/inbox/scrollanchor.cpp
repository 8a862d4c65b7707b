// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/scrollanchor.h"

#include "inbox/inboxmodel.h"
#include "inbox/rowselection.h"

#include <QHash>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace widgets {

ScrollAnchor::ScrollAnchor(const QTableView &view, const inbox::InboxModel &model,
                           const inbox::RowSelection &selection)
    : m_view(view)
    , m_model(model)
    , m_selection(selection)
{
}

void ScrollAnchor::remember()
{
    m_seen.clear();
    const int first = m_view.rowAt(0);
    const int end = m_view.rowAt(m_view.viewport()->height() - 1);
    const int last = end < 0 ? m_model.rowCount() - 1 : end;
    if (first < 0)
        return;
    const auto see = [this](int position) {
        m_seen.append({m_model.rowAt(position)->id(), m_view.rowViewportPosition(position)});
    };
    if (m_selection.count() == 1)
        for (int position = first; position <= last; ++position)
            if (m_selection.contains(m_model.order().rowAt(position)))
                return see(position);
    if (m_view.verticalScrollBar()->value() > 0)
        for (int position = first; position <= last; ++position)
            see(position);
}

std::optional<int> ScrollAnchor::value() const
{
    inbox::RowSet rows;
    QHash<quint32, int> tops;
    for (const Seen &seen : m_seen)
        if (const std::optional<quint32> row = m_model.rowOf(seen.id)) {
            rows.set(*row, true);
            tops.insert(*row, seen.top);
        }
    if (tops.isEmpty())
        return std::nullopt;
    // Rows that have moved have wishes of their own.
    std::optional<int> best;
    QHash<int, int> votes;
    for (const int position : m_model.order().positionsOf(rows)) {
        const int value = position * m_view.verticalHeader()->defaultSectionSize() -
                          tops.value(m_model.order().rowAt(position));
        ++votes[value];
        if (!best || votes.value(value) > votes.value(*best))
            best = value;
    }
    return best;
}

} // namespace widgets
