// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace widgets {

// Makes a bar of controls one stop of Tab: the arrow keys, Home and End move between its controls,
// and Tab comes back to the one that had the focus last. Controls may come, go and be disabled.
class RovingFocus : public QObject
{
    Q_OBJECT

public:
    // The bar owns it. Its controls are those children that have a focus policy, in their order on
    // the screen. Fields for text keep Tab and the arrow keys for themselves.
    explicit RovingFocus(QWidget &bar);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<QWidget *> controls() const;
    void adopt(QWidget *child);
    void setCurrent(QWidget *control);
    void choose();
    void chooseSoon();
    bool move(QWidget *from, int key);

    QWidget &m_bar;
    QPointer<QWidget> m_current; // Tab stops here
    bool m_isChoosing = false;
};

} // namespace widgets
