// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace widgets {

class ColumnLayout;

// A menu of the columns that the list shows. At least one column stays visible.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    // The layout must outlive it.
    ColumnMenu(ColumnLayout &layout, QWidget *parent);

private:
    void updateActions();

    ColumnLayout &m_layout;
};

} // namespace widgets
