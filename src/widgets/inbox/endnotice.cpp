// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/endnotice.h"

#include "widgets/inbox/noticewidget.h"

#include <QHeaderView>
#include <QTableView>

namespace widgets {

EndNotice::EndNotice(QTableView &view, const QAbstractItemModel &model, NoticeWidget &widget)
    : m_view(view)
    , m_model(model)
    , m_widget(widget)
{
}

const words::Notice &EndNotice::notice() const
{
    return m_widget.notice();
}

void EndNotice::setNotice(const words::Notice &notice)
{
    m_widget.setNotice(notice, hasRows() ? NoticeWidget::Form::Line : NoticeWidget::Form::Block);
}

int EndNotice::heightBelowRows() const
{
    return hasRows() ? height() : 0;
}

void EndNotice::fitForm()
{
    setNotice(words::Notice(notice()));
}

void EndNotice::place()
{
    if (notice().isEmpty())
        return;
    const QWidget &viewport = *m_view.viewport();
    const QHeaderView &rows = *m_view.verticalHeader();
    const int top =
        hasRows() ? rows.length() - rows.offset() : qMax(0, (viewport.height() - height()) / 2);
    m_widget.setGeometry(0, top, viewport.width(), height());
}

bool EndNotice::hasRows() const
{
    return m_model.rowCount() > 0;
}

int EndNotice::height() const
{
    if (notice().isEmpty())
        return 0;
    return m_widget.hasHeightForWidth() ? m_widget.heightForWidth(m_view.viewport()->width())
                                        : m_widget.sizeHint().height();
}

} // namespace widgets
