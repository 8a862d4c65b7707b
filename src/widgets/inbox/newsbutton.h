// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

#include <optional>

class QPushButton;

namespace widgets {

class ThemeSource;

// Says how many conversations are new where they cannot be seen, and leads to them: those that wait
// while the list is held, and those that have changed above what is in view. Lies over the rows of
// a list, but not where the pointer is, which may be about to click a row. Hidden while there are
// none.
class NewsButton : public QWidget
{
    Q_OBJECT

public:
    NewsButton(ThemeSource &theme, QWidget *viewport);

    // How many wait, and how many of them are news; if none is, it does not call them new.
    void setWaiting(int rows, int news);
    // Ids of conversations that have changed above.
    void addAbove(const QSet<QString> &ids);
    void clearAbove();
    const QSet<QString> &above() const { return m_above; }
    // At the top of the viewport, in the middle.
    void place();
    // Where the pointer is in the viewport; null if it is elsewhere.
    void notePointer(std::optional<QPoint> pointer);

Q_SIGNALS:
    void clicked();

private:
    void showCount();
    void showUnlessInTheWay();

    QPushButton *const m_button;
    int m_waiting = 0;
    int m_waitingNews = 0;
    QSet<QString> m_above;
    bool m_isAnnounced = false;
    bool m_areNewsAnnounced = false;
    std::optional<QPoint> m_pointer;
};

} // namespace widgets
