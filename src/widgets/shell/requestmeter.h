// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QToolButton>

class QLabel;

namespace widgets {

class Popover;

// How much of the key's pace is used: small, and in full on a click.
class RequestMeter : public QToolButton
{
    Q_OBJECT

public:
    explicit RequestMeter(QWidget *parent = nullptr);

    void show(const inbox::SessionStatus &status, const inbox::CellContext &context);

private:
    Popover *const m_popover;
    QLabel *const m_label;
};

} // namespace widgets
