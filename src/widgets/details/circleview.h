// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/avatar.h"

#include <QWidget>

namespace widgets {

// Shows an avatar.
class CircleView : public QWidget
{
    Q_OBJECT

public:
    // The diameter is one of Heights.
    CircleView(int Heights::*diameter, ThemeSource &theme, QWidget *parent = nullptr);

    void setAvatar(const Avatar &avatar);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    int Heights::*const m_diameter;
    ThemeSource &m_theme;
    Avatar m_avatar;
};

} // namespace widgets
