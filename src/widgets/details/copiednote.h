// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <QLabel>

#include <memory>

namespace widgets {

class ThemeSource;

// Says for a moment beside a button that something was copied.
class CopiedNote : public QLabel
{
    Q_OBJECT

public:
    // Both must outlive it. The parent is around all buttons.
    CopiedNote(quo::Clock &clock, ThemeSource &theme, QWidget *parent);

    // Puts the text on the clipboard and says so beside the button, and to screen readers.
    void copy(const QString &text, const QWidget &button);
    void end();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    quo::Clock &m_clock;
    ThemeSource &m_theme;
    std::unique_ptr<quo::Clock::Timer> m_timer;
};

} // namespace widgets
