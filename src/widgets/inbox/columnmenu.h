// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace widgets {

class ColumnLayout;

// Which columns the list shows. At least one always stays.
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
