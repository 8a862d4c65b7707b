// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace widgets {

class PaletteModel;
class ThemeSource;

// Draws headings and entries of the command palette, with what was typed marked in them.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Both must outlive it.
    PaletteDelegate(const PaletteModel &model, ThemeSource &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintKeys(QPainter &painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;

    const PaletteModel &m_model;
    const ThemeSource &m_theme;
};

} // namespace widgets
