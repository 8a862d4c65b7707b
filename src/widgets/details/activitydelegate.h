// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "inbox/names.h"

#include <QStyledItemDelegate>

namespace widgets {

// Draws messages and calls like a chat: outgoing ones at the end of the line, incoming ones at its
// beginning, and the name of each day above its items. All text is plain text.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Both must outlive it.
    ActivityDelegate(const inbox::ActivityModel &model, const inbox::Names &names, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout;

    Layout layOut(const QStyleOptionViewItem &option, int row) const;
    QString dayAbove(int row) const;

    const inbox::ActivityModel &m_model;
    const inbox::Names &m_names;
};

} // namespace widgets
