// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowselection.h"
#include "inbox/searchquery.h"
#include "widgets/inbox/endnotice.h"
#include "widgets/inbox/newsabove.h"
#include "widgets/inbox/rowhighlight.h"
#include "widgets/inbox/scrollanchor.h"
#include "widgets/inbox/skeleton.h"

#include <QTableView>

#include <memory>
#include <optional>

class QAction;

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
    ConversationTable(inbox::InboxModel &model, ThemeSource &theme, quo::Clock &clock,
                      QWidget *parent = nullptr);
    ~ConversationTable() override;

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
    // How many rows wait until the list is not held, and how many of them are news. They are
    // counted on the same button.
    void setWaiting(int rows, int news);
    // Scrolls to the first of these rows and those above the viewport that have changed.
    void showNews(const inbox::RowSet &rows);
    // For an event of this or the frozen column's viewport.
    void notePointer(const QEvent &event);
    // The first position below the viewport.
    int visibleEnd() const;
    // The only selected row, as a row of the store; null if it is not in view.
    std::optional<quint32> visibleSelectedRow() const;
    const inbox::SortKeys &sort() const { return m_sort; }
    void setSort(const inbox::SortKeys &sort) { m_sort = sort; }

    // Columns that say the same in every row are less prominent.
    void setPinned(const QList<inbox::ColumnId> &columns);
    // As wide as what is visible of it.
    void fitColumn(int column);

    // One line a row.
    void setCompact(bool compact);
    // Keeps the first column in view while the others scroll.
    void setFirstColumnFrozen(bool frozen);
    // These can be checked, for menus.
    QAction *compactAction() const { return m_compact; }
    QAction *freezeAction() const { return m_freeze; }
    // Below the last row, or in the middle while there is none.
    void setNotice(const words::Notice &notice);
    // What lies over the rows: the notice, and the button for what is new above.
    QList<QWidget *> overlays() const;
    // While the first rows are awaited: bars where they will appear, or the rows before in half
    // their strength. Not for the first 150 ms.
    void setSkeleton(bool on);

Q_SIGNALS:
    // Other rows are selected, or the selected ones belong to another store.
    void selectedRowsChanged();
    // For the selection, by the right mouse button or the menu key.
    void menuRequested(const QPoint &globalPosition);
    // A click on a header: by this column, or the other way round; with Shift, in addition to the
    // others.
    void sortRequested(const inbox::SortKeys &sort);
    // The current row, by Return or a double click.
    void opened();
    // By its action.
    void compactToggled(bool compact);
    void firstColumnFrozenToggled(bool frozen);
    void noticeActionRequested(words::Notice::Action action);
    // Other rows are in view.
    void visibleRowsChanged();
    // The pointer has moved, pressed or scrolled over the rows.
    void pointerUsed();
    // The button for what is new was pressed.
    void newsRequested();
    // Somebody goes to the top, or to a row that is not shown and may wait.
    void waitingRequested();

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showModel();
    void followHeader();
    void restorePlace(bool isReset);
    void announceVisible();
    void followTheme();
    void followNames();
    void collapseSelection();
    QAction *addToggle(const QString &text, void (ConversationTable::*set)(bool),
                       void (ConversationTable::*toggled)(bool));
    void openHeaderMenu(const QPoint &position);

    void onHeaderClicked(int column);

    inbox::InboxModel &m_model;
    inbox::RowSelection *const m_selection;
    ThemeSource &m_theme;
    RowDelegate *const m_delegate;
    QAction *const m_compact;
    QAction *const m_freeze;
    NewsButton *const m_news;
    ColumnLayout *m_columns = nullptr;
    inbox::SortKeys m_sort;
    NoticeWidget *const m_notice;
    ScrollAnchor m_anchor;
    EndNotice m_endNotice;
    RowHighlight m_highlight;
    NewsAbove m_newsAbove;
    Skeleton m_skeleton;
    std::unique_ptr<FrozenColumn> m_frozen; // null while the first column scrolls
};

} // namespace widgets
