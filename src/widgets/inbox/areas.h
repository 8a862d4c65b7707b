// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace widgets {

// The areas of a page, which F6 and Shift+F6 jump between. Each gets the focus back where it had it
// last.
class Areas : public QObject
{
    Q_OBJECT

public:
    // In the order of reading; hidden ones are passed over. All must outlive it.
    Areas(QWidget &page, const QList<QWidget *> &areas);

    void goToNext() { go(1); }
    void goToPrevious() { go(-1); }
    // One of them.
    void goTo(const QWidget &area);

private:
    struct Area
    {
        QWidget *widget;
        QPointer<QWidget> last; // that had the focus
    };

    static QWidget *stopIn(const Area &area);
    void go(int step);
    void remember(QWidget *focused);

    QWidget &m_page;
    QList<Area> m_areas;
};

} // namespace widgets
