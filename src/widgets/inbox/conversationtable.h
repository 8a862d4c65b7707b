// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowselection.h"
#include "inbox/searchquery.h"
#include "words/notices.h"

#include <QTableView>
#include <QTimer>

class QPushButton;

namespace widgets {

class ColumnLayout;
class FrozenColumn;
class NoticeWidget;
class RowDelegate;

// The list. Asks for more before its end is reached, says at its end how it goes on, and keeps
// columns, selection and scroll position by id.
class ConversationTable : public QTableView
{
    Q_OBJECT

public:
    explicit ConversationTable(inbox::InboxModel &model, QWidget *parent = nullptr);

    // How the list and what stands over it behave: whole rows, smooth scrolling, headers that sort.
    static void setUpAsList(QTableView &view);

    const inbox::RowSelection &rowSelection() const { return *m_selection; }
    // Positions in the model, ascending; good until it changes.
    QList<int> selectedRows() const;
    int selectedCount() const { return m_selection->count(); }
    // Rows of the store, in the order in which they are shown.
    inbox::RowOrder selectedOrder() const { return m_selection->inOrder(); }
    // Null where none or several are selected.
    std::optional<inbox::ConversationRow> selectedRow() const { return m_selection->onlyRow(); }
    // Selects the row alone and scrolls to it; does nothing where there is none. Qt's selectRow()
    // would add to the selection while Ctrl or Shift is down, and selects nothing from right to
    // left.
    void goTo(int row);
    void goTo(const QString &id);
    ColumnLayout &columnLayout() const { return *m_columns; }

    // What is marked in the texts.
    void setSearch(const QList<inbox::SearchTerm> &terms);
    // Which rows are told of above the first visible one, where the list is scrolled: new ones.
    void noteChanged(const QStringList &ids);
    const inbox::SortKeys &sort() const { return m_sort; }
    void setSort(const inbox::SortKeys &sort) { m_sort = sort; }

    void setCompact(bool compact);
    // Keeps the first column in view while the others scroll.
    void setFirstColumnFrozen(bool frozen);
    // Below the last row, or in the middle while there is none.
    void setNotice(const words::Notice &notice);
    // What lies over the rows: the notice, and the way to what is new above.
    QList<QWidget *> overlays() const;
    // Grey bars where the first rows will appear.
    void setSkeleton(bool on);

Q_SIGNALS:
    // Other rows are selected, or other ones stand where they were.
    void selectedRowsChanged();
    // The right button or the menu key, over the selection.
    void menuRequested(const QPoint &globalPosition);
    // A click on a header: by this column, or the other way; with Shift besides the others.
    void sortRequested(const inbox::SortKeys &sort);
    void retryRequested();
    void stopRequested();

protected:
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void wantMoreIfNearEnd();
    void placeNotice();
    int noticeHeight() const;
    void rememberPlace();
    void restorePlace(bool isReset);
    void announceVisible();
    void paintSkeleton();
    void paintFocus();

    void onHeaderClicked(int column);
    void showNews();

    inbox::InboxModel &m_model;
    inbox::RowSelection *const m_selection;
    RowDelegate *const m_delegate;
    QWidget *const m_news; // around its button
    QPushButton *const m_newsButton;
    ColumnLayout *m_columns = nullptr;
    FrozenColumn *m_frozen = nullptr; // only while it is wanted
    QSet<QString> m_newsAbove;        // ids
    inbox::SortKeys m_sort;
    NoticeWidget *const m_notice;
    QTimer m_wantMore;
    bool m_skeleton = false;
    QString m_topId; // the first visible row before a reset
    int m_topOffset = 0;
};

} // namespace widgets
