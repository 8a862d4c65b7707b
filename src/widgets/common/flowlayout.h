// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace widgets {

// Places items in reading order, as many in a line as fit, this far apart. A negative distance is
// for items with room around what they draw.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int distance, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    // Returns the height of the items, and moves them if requested.
    int arrange(const QRect &rect, bool move) const;

    const int m_distance;
    QList<QLayoutItem *> m_items;
};

} // namespace widgets
