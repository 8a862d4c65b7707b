// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "widgets/notices.h"
#include "workspace/settings.h"

#include <QTableView>
#include <QTimer>

namespace widgets {

class NoticeWidget;

// The list. Asks for more before its end is reached, says at its end how it goes on, and keeps
// columns, selection and scroll position by id.
class ConversationTable : public QTableView
{
    Q_OBJECT

public:
    explicit ConversationTable(inbox::InboxModel &model, QWidget *parent = nullptr);

    // Positions in the model, ascending.
    QList<int> selectedRows() const;
    // Null where none or several are selected.
    std::optional<inbox::ConversationRow> selectedRow() const;
    // Selects the row alone and scrolls to it; does nothing where it is not shown.
    void goTo(const QString &id);
    // In the order in which they stand.
    QList<const inbox::Column *> shownColumns() const;

    // Below the last row, or in the middle while there is none.
    void setNotice(const Notice &notice);
    // Grey bars where the first rows will appear.
    void setSkeleton(bool on);

    // Empty while nobody has arranged them.
    QList<workspace::ColumnSetting> columnSettings() const;
    // Columns that it does not name keep their place after the others and their first look.
    void setColumnSettings(const QList<workspace::ColumnSetting> &settings);

Q_SIGNALS:
    // Other rows are selected, or other ones stand where they were.
    void selectedRowsChanged();
    // The right button or the menu key, over the selection.
    void menuAsked(const QPoint &globalPosition);
    // Chosen, moved or sized.
    void columnsArranged();
    void retryAsked();
    void stopAsked();

protected:
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int firstWidth(int column) const;
    void fitColumns();
    void wantMoreIfNearEnd();
    void placeNotice();
    int noticeHeight() const;
    void rememberPlace();
    void restorePlace();
    void paintSkeleton();

    inbox::InboxModel &m_model;
    NoticeWidget *const m_notice;
    QTimer m_wantMore;
    bool m_skeleton = false;
    bool m_columnsFit = true; // until somebody arranges them
    bool m_isFitting = false;
    QString m_topId; // the first visible row before a reset
    int m_topOffset = 0;
};

} // namespace widgets
