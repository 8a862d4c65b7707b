// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace widgets {

// Makes several widgets one stop of Tab. The arrow keys move among those that are shown and
// enabled, and Tab comes back to the one that had the focus last.
class FocusGrid : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Adds a row of widgets below the others, in the order of reading.
    void addRow(const QList<QWidget *> &widgets);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // False for keys that move nothing.
    bool move(const QWidget &from, int key);
    void stopAt(QWidget *widget);
    // Chooses another stop if Tab cannot reach the present one.
    void check();

    QList<QList<QWidget *>> m_rows;
    QWidget *m_stop = nullptr;
    bool m_hadFocus = false; // the stop: until then it is the first widget
};

} // namespace widgets
