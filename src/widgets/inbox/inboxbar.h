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
class Heading;
class SearchField;
class ThemeSource;

// Along the top of the list: what is shown, the search, and buttons for the list.
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

    // What is shown, how much of it, and in which order.
    void setName(const QString &name);
    void setDetail(const QString &detail);

Q_SIGNALS:
    void refreshRequested();
    void reloadRequested();
    void refreshIntervalRequested(int seconds);
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &text, const QString &toolTip);
    void applyTheme();
    QMenu *makeColumnMenu(ColumnLayout &columns, const QList<QAction *> &listActions,
                          QWidget *parent);
    QMenu *makeRefreshMenu(QMenu *watchMenu, QWidget *parent);

    ThemeSource &m_theme;
    SearchField *const m_search;
    Heading *const m_heading;
    QToolButton *const m_refresh;
    QToolButton *const m_columns;
    QToolButton *const m_export;
    QActionGroup *const m_intervals;
};

} // namespace widgets
