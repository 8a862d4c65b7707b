// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace widgets {

class ConversationTable;

// The first column of a table over the table itself, where it stays while the others scroll. Shares
// model, selection and delegate; keys go to the table.
class FrozenColumn : public QTableView
{
    Q_OBJECT

public:
    explicit FrozenColumn(ConversationTable &table);

    // As the table is now: which column is the first, its width, the height of the rows.
    void follow();

Q_SIGNALS:
    void headerClicked(int column);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void place();

    ConversationTable &m_table;
};

} // namespace widgets
