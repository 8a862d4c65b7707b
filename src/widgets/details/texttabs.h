// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace widgets {

class ThemeSource;

// Tabs that are texts, the open one underlined, above a hairline.
class TextTabs : public QTabBar
{
    Q_OBJECT

public:
    TextTabs(ThemeSource &theme, QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    ThemeSource &m_theme;
};

} // namespace widgets
