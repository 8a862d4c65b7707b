// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

namespace widgets {

// A small window below the chip that opens it; a click beside it or Esc closes it.
class Popover : public QFrame
{
    Q_OBJECT

public:
    explicit Popover(QWidget *parent);

    void showBelow(QWidget *anchor);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

// The label of a form that says what is wrong with it; hidden while nothing is.
void setProblem(QLabel *label, const QString &sentence);

} // namespace widgets
