// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace widgets {

class ColumnLayout;
class SearchField;
class ThemeSource;

// Along the top of the list: the search, and buttons for the list. They lose their texts where the
// window is narrow.
class InboxBar : public QWidget
{
    Q_OBJECT

public:
    // The field and the menu become its own, the others must outlive it.
    struct Dependencies
    {
        SearchField *search;
        ColumnLayout &columns;
        QMenu *watchMenu;
        QList<QAction *> listActions; // in the menu of the columns
        ThemeSource &theme;
    };

    explicit InboxBar(const Dependencies &dependencies, QWidget *parent = nullptr);

    // Marks the interval at which the list refreshes itself, in seconds; 0 for never.
    void setRefreshInterval(int seconds);

    // In the order in which they are read.
    const QList<QWidget *> &parts() const { return m_parts; }

Q_SIGNALS:
    void refreshRequested();
    void reloadRequested();
    void refreshIntervalRequested(int seconds);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QIcon &icon, const QString &toolTip);
    QMenu *makeColumnMenu(ColumnLayout &columns, const QList<QAction *> &listActions,
                          QWidget *parent);
    QMenu *makeRefreshMenu(QMenu *watchMenu, QWidget *parent);

    QList<QWidget *> m_parts;
    QList<QToolButton *> m_buttons; // whose texts give way to the filters
    QActionGroup *const m_intervals;
};

} // namespace widgets
