// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace widgets {

// Tab goes from part to part of the page, in this order. Within a part the order stays, also of
// what can have the focus but is no stop at present.
void setTabOrderOf(const QWidget &page, const QList<QWidget *> &parts);

} // namespace widgets
