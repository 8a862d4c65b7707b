// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QToolButton>

class QLabel;

namespace widgets {

class Popover;
class ThemeSource;

// Shows how much of the key's rate limit is used, with details on a click.
class RequestMeter : public QToolButton
{
    Q_OBJECT

public:
    explicit RequestMeter(ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::SessionStatus &status, const inbox::CellContext &context);

private:
    Popover *const m_popover;
    QLabel *const m_label;
};

} // namespace widgets
