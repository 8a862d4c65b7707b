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
// selection, columns and scroll position by id over resets of the model.
class ConversationTable : public QTableView
{
    Q_OBJECT

public:
    explicit ConversationTable(inbox::InboxModel &model, QWidget *parent = nullptr);

    // Null where nothing is selected.
    std::optional<inbox::ConversationRow> currentRow() const;

    // Below the last row, or in the middle while there is none.
    void setNotice(const Notice &notice);
    // Grey bars where the first rows will appear.
    void setSkeleton(bool on);

    // Empty while nobody has arranged them.
    QList<workspace::ColumnSetting> columnSettings() const;
    // Columns that it does not name keep their place after the others and their first look.
    void setColumnSettings(const QList<workspace::ColumnSetting> &settings);

Q_SIGNALS:
    void currentRowChanged();
    // Chosen, moved or sized.
    void columnsArranged();
    void retryAsked();
    void stopAsked();

protected:
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int firstWidth(int column) const;
    void fitColumns();
    void wantMoreIfNearEnd();
    void placeNotice();
    int noticeHeight() const;
    void rememberPlace();
    void restorePlace();
    void selectKept();
    void paintSkeleton();

    inbox::InboxModel &m_model;
    NoticeWidget *const m_notice;
    QTimer m_wantMore;
    bool m_skeleton = false;
    bool m_columnsFit = true; // until somebody arranges them
    bool m_isFitting = false;
    QString m_keptId; // selected, or to be selected again when it turns up
    QString m_topId;  // the first visible row before a reset
    int m_topOffset = 0;
};

} // namespace widgets
