// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

class ThemeSource;

// A line between panes, or between parts of one.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    Hairline(Qt::Orientation orientation, ThemeSource &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemeSource &m_theme;
};

} // namespace widgets
