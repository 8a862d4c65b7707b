// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/avatar.h"

#include <QStyledItemDelegate>

#include <optional>

namespace widgets {

struct Ground;
struct Theme;
class ThemeSource;

// What stands before the text of a row.
struct RowMark
{
    std::optional<int> lineColor = {}; // a dot in this colour of Ground::lines
    std::optional<Drawing> drawing = {};
    std::optional<Avatar> avatar = {};

    bool operator==(const RowMark &) const = default;
};

void paintMark(QPainter &painter, const QRect &place, const RowMark &mark, const Ground &ground,
               const Theme &theme);

// Draws a row of a list from the theme: its check box, its mark, its text, and a second text at the
// end if there is room. A click on a check box counts only as a click on its row.
class DetailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // 'detailRole' is the role of the second text, and 'markRole' that of a RowMark; -1 for none.
    DetailDelegate(int detailRole, ThemeSource &theme, QObject *parent, int markRole = -1);

    // The end of the current row is covered by something else.
    void setCurrentCovered(bool isCovered) { m_isCurrentCovered = isCovered; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const int m_detailRole;
    const int m_markRole;
    const ThemeSource &m_theme;
    bool m_isCurrentCovered = false;
};

} // namespace widgets

Q_DECLARE_METATYPE(widgets::RowMark)
