// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace widgets {

// Titles that end in '…' where their column is too narrow, before the mark of the sort. With a
// style sheet Qt's own header cuts them off.
class ElidedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ElidedHeader(QWidget *parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace widgets
