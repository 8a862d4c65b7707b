// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/headermenu.h"

#include "inbox/column.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/columnmenu.h"
#include "widgets/inbox/conversationtable.h"

namespace widgets {

HeaderMenu::HeaderMenu(ConversationTable &table, int column)
    : QMenu(&table)
{
    const auto add = [this](const QString &text, const auto &slot) {
        QAction *action = addAction(text);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    ColumnLayout *const layout = &table.columnLayout();
    if (column >= 0) {
        const bool isTime = inbox::columns()[size_t(column)].kind == inbox::Column::Kind::Instant;
        const auto sort = [&table, column](bool descending) {
            Q_EMIT table.sortRequested({{column, descending}});
        };
        add(isTime ? tr("&Oldest first") : tr("Sort &ascending"), [sort] { sort(false); });
        add(isTime ? tr("&Newest first") : tr("Sort &descending"), [sort] { sort(true); });
        addSeparator();
        add(tr("&Fit to content"), [&table, column] { table.fitColumn(column); });
        add(tr("&Hide"), [layout, column] { layout->setShown(column, false); });
        addSeparator();
    }
    auto *columns = new ColumnMenu(*layout, this);
    columns->setTitle(tr("&Columns"));
    addMenu(columns);
    add(tr("&Reset columns"), [layout] { layout->reset(); });
    addSeparator();
    addActions({table.compactAction(), table.freezeAction()});
}

} // namespace widgets
