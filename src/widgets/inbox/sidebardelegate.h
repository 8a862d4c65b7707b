// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

class ThemeSource;

// Draws the items of a SideBarModel: icon or dot, name, and the count at the end; in a rail the
// icon alone.
class SideBarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The theme must outlive it.
    explicit SideBarDelegate(ThemeSource &theme, QObject *parent);

    void setRail(bool isRail) { m_isRail = isRail; }
    // Whether the current item of a list with the focus has a frame.
    void setFocusShown(bool isShown) { m_isFocusShown = isShown; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    // What is being typed stays, whatever changes meanwhile.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    // The part of an item's place that is filled while it is selected.
    QRect plateOf(const QStyleOptionViewItem &option) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;

    ThemeSource &m_theme;
    bool m_isRail = false;
    bool m_isFocusShown = false;
};

} // namespace widgets
