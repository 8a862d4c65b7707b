// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace widgets {

class ConversationTable;
class ThemeSource;

// A copy of a table's first column on top of the table, which stays in place while the others
// scroll. It shares model, selection and delegate with the table. The table handles its keys.
class FrozenColumn : public QTableView
{
    Q_OBJECT

public:
    FrozenColumn(ConversationTable &table, ThemeSource &theme);

    // Takes the first column, its width and the height of the rows from the table.
    void follow();

Q_SIGNALS:
    void headerClicked(int column);

protected:
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void place();

    ConversationTable &m_table;
};

} // namespace widgets
