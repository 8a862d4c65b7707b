// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/labels.h"

#include "words/widgettext.h"

#include <QLabel>

namespace widgets {

void setTextColor(QLabel &label, const QColor &color)
{
    // Otherwise it depends on the background of the parent, which may come later.
    label.setForegroundRole(QPalette::WindowText);
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, color);
    if (palette != label.palette())
        label.setPalette(palette);
}

void setTip(QWidget &widget, const QString &plain)
{
    widget.setToolTip(words::toolTipText(plain));
    widget.setAccessibleDescription(plain);
}

void setSpokenText(QLabel &label, const QString &text)
{
    label.setText(text);
    if (text != label.accessibleDescription())
        label.setAccessibleDescription(text);
}

} // namespace widgets
