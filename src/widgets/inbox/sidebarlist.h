// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class QToolButton;

namespace widgets {

class SideBarDelegate;
class SideBarModel;
class ThemeSource;

// Lists the items of the side bar. What is shown is selected; the current item is that of the
// keyboard. Saved views are dragged to another place among them.
class SideBarList : public QListView
{
    Q_OBJECT

public:
    // Both must outlive it.
    SideBarList(SideBarModel &model, ThemeSource &theme, QWidget *parent = nullptr);

    void setRail(bool isRail);
    bool isRail() const { return m_isRail; }
    // Marks the items that are shown as selected.
    void selectShown();

Q_SIGNALS:
    // With the mouse or with Enter.
    void opened(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void menuRequested(const QPoint &globalPosition);
    void saveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void onThemeChanged();
    void placeAddButton();
    int dropRow(const QPoint &position) const;
    void showFocus(bool isByKeyboard);

    SideBarModel &m_model;
    ThemeSource &m_theme;
    SideBarDelegate *const m_delegate;
    QToolButton *const m_addButton; // beside the heading of the saved views
    bool m_isRail = false;
    QPersistentModelIndex m_pressed; // with the mouse
    int m_dropRow = -1;              // in front of which a dragged view would be put; -1: none
};

} // namespace widgets
