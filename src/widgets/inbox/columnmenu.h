// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QHeaderView;

namespace widgets {

// Which columns the list shows. At least one always stays.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnMenu(QHeaderView &header, QWidget *parent);

private:
    void updateActions();

    QHeaderView &m_header;
};

} // namespace widgets
