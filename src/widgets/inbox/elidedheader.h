// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace widgets {

class ThemeSource;

// The header of the list. Titles stand over the content of their cells and end in '…' where a
// column is too narrow, in front of the arrow that shows the sort.
class ElidedHeader : public QHeaderView
{
    Q_OBJECT

public:
    ElidedHeader(ThemeSource &theme, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    bool isAtEnd(int logicalIndex, int step) const;

    ThemeSource &m_theme;
};

} // namespace widgets
