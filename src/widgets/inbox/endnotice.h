// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/notices.h"

class QAbstractItemModel;
class QTableView;

namespace widgets {

class NoticeWidget;

// Shows a notice below the last row of a list, as a line, or as a block in the middle while there
// are no rows.
class EndNotice
{
public:
    // All must outlive it. The model is or becomes that of the view; the widget lies on the list's
    // viewport.
    EndNotice(QTableView &view, const QAbstractItemModel &model, NoticeWidget &widget);

    const words::Notice &notice() const;
    void setNotice(const words::Notice &notice);
    // The list scrolls further by this.
    int heightBelowRows() const;
    // After the rows may have come, gone or moved: in the form that fits them.
    void fitForm();
    void place();

private:
    bool hasRows() const;
    int height() const;

    QTableView &m_view;
    const QAbstractItemModel &m_model;
    NoticeWidget &m_widget;
};

} // namespace widgets
