// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "inbox/names.h"

#include <QStyledItemDelegate>

namespace widgets {

class ThemeSource;

// Draws messages and calls like a chat: outgoing messages at the end of the line, incoming ones at
// its beginning, calls across it, and the name of each day above its items. All text is plain text.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // All must outlive it.
    ActivityDelegate(const inbox::ActivityModel &model, const inbox::Names &names,
                     ThemeSource &theme, QObject *parent);

    // Room above the first item, in pixels, for what the view shows there.
    void setLead(int height) { m_lead = height; }
    int lead() const { return m_lead; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout;

    Layout layOut(const QStyleOptionViewItem &option, int row) const;
    void layOutMessage(Layout &layout, int row, int width) const;
    void paintMessage(QPainter &painter, const QStyleOptionViewItem &option, const Layout &layout,
                      const quo::Activity &item) const;
    void paintCall(QPainter &painter, const QStyleOptionViewItem &option,
                   const Layout &layout) const;
    QString dayAbove(int row) const;

    const inbox::ActivityModel &m_model;
    const inbox::Names &m_names;
    ThemeSource &m_theme;
    int m_lead = 0;
};

} // namespace widgets
