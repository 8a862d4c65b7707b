// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

// Draws a second text at the end of each row where there is room. A click on a check box is a click
// on its row, and nothing else.
class DetailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // 'detailRole' gives the second text.
    DetailDelegate(int detailRole, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const int m_detailRole;
};

} // namespace widgets
