// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/newsabove.h"

#include "inbox/inboxmodel.h"
#include "widgets/inbox/newsbutton.h"

#include <QScrollBar>
#include <QTableView>

namespace widgets {

NewsAbove::NewsAbove(QTableView &view, const inbox::InboxModel &model, NewsButton &button)
    : m_view(view)
    , m_model(model)
    , m_button(button)
{
}

void NewsAbove::noteChanged(const QStringList &ids)
{
    inbox::RowSet above;
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_model.rowOf(id))
            above.set(*row, true);
    above &= m_model.order().rowsBetween(0, m_view.rowAt(0) - 1);
    QSet<QString> news;
    above.forEach([&](quint32 row) { news.insert(m_model.store()->at(row).id()); });
    m_button.addAbove(news);
    follow();
}

void NewsAbove::follow()
{
    if (m_view.verticalScrollBar()->value() == 0)
        m_button.clearAbove();
    m_button.place();
}

std::optional<int> NewsAbove::takeFirst(inbox::RowSet rows)
{
    for (const QString &id : m_button.above())
        if (const std::optional<quint32> row = m_model.rowOf(id))
            rows.set(*row, true);
    m_button.clearAbove();
    const QList<int> positions = m_model.order().positionsOf(rows);
    return positions.isEmpty() ? std::nullopt : std::optional(positions.first());
}

} // namespace widgets
