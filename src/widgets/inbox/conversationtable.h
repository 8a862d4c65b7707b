// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowselection.h"
#include "inbox/searchquery.h"
#include "widgets/inbox/scrollanchor.h"
#include "words/notices.h"

#include <QTableView>

namespace widgets {

class ColumnLayout;
class FrozenColumn;
class NewsButton;
class NoticeWidget;
class RowDelegate;
class ThemeSource;

// The list of conversations. Asks for more before its end is reached, says at its end how it goes
// on, and keeps its selection and scroll position while rows come and go.
class ConversationTable : public QTableView
{
    Q_OBJECT

public:
    ConversationTable(inbox::InboxModel &model, ThemeSource &theme, QWidget *parent = nullptr);

    // How the list behaves, and so does the frozen column over it: whole rows, smooth scrolling,
    // headers that sort.
    static void setUpAsList(QTableView &view);

    const inbox::RowSelection &rowSelection() const { return *m_selection; }
    int selectedCount() const { return m_selection->count(); }
    // Rows of the store, in the order in which they are shown.
    inbox::RowOrder selectedOrder() const { return m_selection->inOrder(); }
    // Null where none or several are selected.
    std::optional<inbox::ConversationRow> selectedRow() const { return m_selection->onlyRow(); }
    // Selects only this row and scrolls to it; does nothing where there is none. Qt's selectRow()
    // would add to the selection while Ctrl or Shift is down, and selects nothing from right to
    // left.
    void goTo(int row);
    void goTo(const QString &id);
    ColumnLayout &columnLayout() const { return *m_columns; }

    // What is highlighted in the texts.
    void setSearch(const QList<inbox::SearchTerm> &terms);
    // Ids of changed rows. Those above the viewport are counted there, on a button that leads to
    // them.
    void noteChanged(const QStringList &ids);
    // How many rows wait until the list is not held. They are counted on the same button.
    void setWaiting(int rows);
    // Scrolls to the first of these rows and those above the viewport that have changed.
    void showNews(inbox::RowSet rows);
    // For an event of this or the frozen column's viewport.
    void notePointer(const QEvent &event);
    // The first position below the viewport.
    int visibleEnd() const;
    // The only selected row, as a row of the store; null if it is not in view.
    std::optional<quint32> visibleSelectedRow() const;
    const inbox::SortKeys &sort() const { return m_sort; }
    void setSort(const inbox::SortKeys &sort) { m_sort = sort; }

    void setCompact(bool compact);
    // Keeps the first column in view while the others scroll.
    void setFirstColumnFrozen(bool frozen);
    // Below the last row, or in the middle while there is none.
    void setNotice(const words::Notice &notice);
    // What lies over the rows: the notice, and the button for what is new above.
    QList<QWidget *> overlays() const;
    // Grey bars where the first rows will appear, while there are none.
    void setSkeleton(bool on);

Q_SIGNALS:
    // Other rows are selected, or the selected ones belong to another store.
    void selectedRowsChanged();
    // For the selection, by the right mouse button or the menu key.
    void menuRequested(const QPoint &globalPosition);
    // A click on a header: by this column, or the other way round; with Shift, in addition to the
    // others.
    void sortRequested(const inbox::SortKeys &sort);
    void retryRequested();
    void stopRequested();
    // Other rows are in view.
    void visibleRowsChanged();
    // The pointer has moved, pressed or scrolled over the rows.
    void pointerUsed();
    // The button for what is new was pressed.
    void newsRequested();
    // The first row is about to be made current by a key.
    void topRequested();

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
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
    void restorePlace(bool isReset);
    void announceVisible();
    void paintSkeleton();
    void paintFocus();

    void onHeaderClicked(int column);
    void updateNews();

    inbox::InboxModel &m_model;
    inbox::RowSelection *const m_selection;
    RowDelegate *const m_delegate;
    NewsButton *const m_news;
    ColumnLayout *m_columns = nullptr;
    FrozenColumn *m_frozen = nullptr; // null while the first column scrolls
    inbox::SortKeys m_sort;
    NoticeWidget *const m_notice;
    ScrollAnchor m_anchor;
    bool m_skeleton = false;
};

} // namespace widgets
