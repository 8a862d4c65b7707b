// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

class QPushButton;

namespace widgets {

// Says how many conversations have changed above what is in view, and leads to them. Lies over the
// rows of a list; hidden while there are none.
class NewsButton : public QWidget
{
    Q_OBJECT

public:
    explicit NewsButton(QWidget *viewport);

    // Ids of conversations.
    void add(const QSet<QString> &ids);
    void clear();
    // At the top of the viewport, in the middle.
    void place();

Q_SIGNALS:
    void clicked();

private:
    QPushButton *const m_button;
    QSet<QString> m_ids;
};

} // namespace widgets
