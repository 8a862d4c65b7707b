// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/textview.h"

#include <QFontDatabase>

namespace widgets {

TextView::TextView(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLayoutDirection(Qt::LeftToRight);
}

} // namespace widgets
