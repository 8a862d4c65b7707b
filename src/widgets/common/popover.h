// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

namespace widgets {

class ThemeSource;

// A small window below the chip that opens it. A click outside it or Esc closes it.
class Popover : public QFrame
{
    Q_OBJECT

public:
    Popover(ThemeSource &theme, QWidget *parent);

    void showBelow(QWidget *anchor);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

// Shows what is wrong in the label of a form, and hides the label if the sentence is empty.
void setProblem(QLabel *label, const QString &sentence);

} // namespace widgets
