// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/columnmenu.h"

#include "inbox/column.h"
#include "widgets/inbox/columnlayout.h"
#include "words/columnwords.h"
#include "words/widgettext.h"

namespace widgets {

ColumnMenu::ColumnMenu(ColumnLayout &layout, QWidget *parent)
    : QMenu(parent)
    , m_layout(layout)
{
    for (int column = 0; column < int(inbox::columns().size()); ++column) {
        const QString title = words::columnWords(inbox::ColumnId(column)).title();
        QAction *action = addAction(words::menuText(title));
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_layout.setShown(column, on);
            updateActions();
        });
    }
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::updateActions);
}

void ColumnMenu::updateActions()
{
    const bool onlyOne = m_layout.first() == m_layout.last();
    for (QAction *action : actions()) {
        if (!action->data().isValid())
            continue; // not a column
        const bool visible = m_layout.isShown(action->data().toInt());
        const QSignalBlocker blocker(action);
        action->setChecked(visible);
        action->setEnabled(!(visible && onlyOne));
    }
}

} // namespace widgets
