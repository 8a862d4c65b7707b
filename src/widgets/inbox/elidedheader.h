// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace widgets {

// A header whose titles end in '…' where a column is too narrow, in front of the arrow that shows
// the sort. With a style sheet, Qt's own header cuts them off.
class ElidedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ElidedHeader(QWidget *parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace widgets
