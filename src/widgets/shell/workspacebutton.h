// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace widgets {

class ThemeSource;
class WorkspaceMenu;

// Shows the open workspace by its initial and its name, and opens the menu. In a rail it is the
// initial alone.
class WorkspaceButton : public QToolButton
{
    Q_OBJECT

public:
    // Both must outlive it.
    WorkspaceButton(WorkspaceMenu *menu, ThemeSource &theme, QWidget *parent = nullptr);

    void setRail(bool isRail);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int logoSide() const;

    const QString m_name; // of the workspace
    ThemeSource &m_theme;
    bool m_isRail = false;
};

} // namespace widgets
