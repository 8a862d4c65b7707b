// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/columnmenu.h"

#include "inbox/column.h"
#include "words/words.h"

#include <QHeaderView>

namespace widgets {

ColumnMenu::ColumnMenu(QHeaderView &header, QWidget *parent)
    : QMenu(parent)
    , m_header(header)
{
    for (int column = 0; column < header.count(); ++column) {
        const inbox::Column &descriptor = inbox::columns()[size_t(column)];
        QAction *action = addAction(words::menuText(descriptor.title()));
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header.setSectionHidden(column, !on);
            updateActions();
        });
    }
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::updateActions);
}

void ColumnMenu::updateActions()
{
    const bool onlyOne = m_header.hiddenSectionCount() == m_header.count() - 1;
    for (QAction *action : actions()) {
        if (!action->data().isValid())
            continue; // is about something else
        const bool visible = !m_header.isSectionHidden(action->data().toInt());
        const QSignalBlocker blocker(action);
        action->setChecked(visible);
        action->setEnabled(!(visible && onlyOne));
    }
}

} // namespace widgets
