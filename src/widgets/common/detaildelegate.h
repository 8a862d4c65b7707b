// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

class ThemeSource;

// Draws a second text at the end of each row if there is room. A click on a check box counts only
// as a click on its row.
class DetailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // 'detailRole' is the role of the second text.
    DetailDelegate(int detailRole, ThemeSource &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const int m_detailRole;
};

} // namespace widgets
