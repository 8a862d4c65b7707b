// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activityfeed.h"
#include "inbox/conversationrows.h"
#include "inbox/names.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class ActivityDelegate;
class ActivityList;
class ThemeSource;

// Shows the messages and calls of the selected conversation, the latest at the bottom. Older items
// are loaded as the user scrolls up. It requests nothing while it is hidden.
class ActivityPane : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    ActivityPane(inbox::ActivityFeed &feed, const inbox::Names &names, const quo::Clock &clock,
                 ThemeSource &theme, QWidget *parent = nullptr);

    // Null shows nothing.
    void show(const std::optional<inbox::ConversationRow> &row);
    // Updates texts after names or the day have changed.
    void refreshTexts();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void applyTheme();
    // Moves a thread that is shorter than the list to its end, and the status above it.
    void arrange();
    void placeStatus();
    void showStatus();
    void wantOlderIfNearTop();
    void rememberPlace();
    void restorePlace();
    void openMenu(const QModelIndex &index, const QPoint &globalPosition);

    inbox::ActivityFeed &m_feed;
    const inbox::Names &m_names;
    const quo::Clock &m_clock;
    ThemeSource &m_theme;
    std::optional<inbox::ActivityKey> m_key; // of the selected row
    QWidget *const m_problem;
    QLabel *const m_problemLabel;
    QPushButton *const m_retryButton;
    ActivityList *const m_list;
    QLabel *const m_statusLabel; // above the first item, with which it scrolls
    QLabel *const m_callsLabel;
    ActivityDelegate *const m_delegate;
    int m_statusHeight = 0;
    int m_laidOutLead = 0; // of the present layout of the list
    int m_fromBottom = 0;  // pixels below what is visible, before older items came
};

} // namespace widgets
