// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/texttabs.h"

#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QCursor>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace widgets {

TextTabs::TextTabs(ThemeSource &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, &TextTabs::applyTheme);
    applyTheme();
}

QSize TextTabs::tabSizeHint(int index) const
{
    // As wide as if it were open, with half of the gap at either side.
    const Theme &theme = m_theme.theme();
    const int width =
        QFontMetrics(theme.fonts.name).size(Qt::TextShowMnemonic, tabText(index)).width();
    return {width + space::wide, theme.heights.tabs};
}

QSize TextTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TextTabs::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    QPainter painter(this);
    for (int tab = 0; tab < count(); ++tab) {
        const bool isOpen = tab == currentIndex();
        const QRect text = tabRect(tab).adjusted(space::narrow, 0, -space::narrow, 0);
        QStyleOption option;
        option.initFrom(this);
        int flags = Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
        if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
            flags |= Qt::TextHideMnemonic;
        painter.setFont(isOpen ? theme.fonts.name : theme.fonts.body);
        const bool isLit = isOpen || tabRect(tab).contains(mapFromGlobal(QCursor::pos()));
        painter.setPen(isLit ? ground.text : ground.secondary);
        painter.drawText(text, flags, tabText(tab));
        if (isOpen)
            painter.fillRect(text.left(), height() - stroke::focus, text.width(), stroke::focus,
                             ground.accent);
        if (isOpen && hasFocus()) {
            drawRounded(painter, tabRect(tab).adjusted(0, space::tiny - 1, 0, 1 - space::tiny),
                        corner::item, Qt::transparent, ground.accent, stroke::focus);
        }
    }
}

void TextTabs::applyTheme()
{
    setFont(m_theme.theme().fonts.body); // lays the tabs out again
    updateGeometry();
    update();
}

} // namespace widgets
