// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/heading.h"

#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "words/bidi.h"
#include "words/widgettext.h"

#include <QPainter>

namespace widgets {

namespace {

// Of the name, in pixels: so much of it is seen before the search gives way.
constexpr int longestNeeded = 160;

} // namespace

Heading::Heading(ThemeSource &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("What is shown"));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(&theme, &ThemeSource::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Heading::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    setToolTip(words::toolTipText(name));
    speak();
}

void Heading::setDetail(const QString &detail)
{
    if (detail == m_detail)
        return;
    m_detail = detail;
    speak();
}

void Heading::speak()
{
    setSpokenText(*this, m_detail.isEmpty() ? m_name : tr("%1: %2").arg(m_name, m_detail));
    updateGeometry();
    update();
}

QSize Heading::sizeHint() const
{
    const Fonts &fonts = m_theme.theme().fonts;
    return {QFontMetrics(fonts.title).horizontalAdvance(m_name) + space::narrow +
                QFontMetrics(fonts.body).horizontalAdvance(m_detail),
            QFontMetrics(fonts.title).height()};
}

QSize Heading::minimumSizeHint() const
{
    const int name = QFontMetrics(m_theme.theme().fonts.title).horizontalAdvance(m_name);
    return {qMin(name, m_theme.theme().scaled(longestNeeded)), sizeHint().height()};
}

void Heading::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    const QFontMetrics title(theme.fonts.title);
    const QFontMetrics body(theme.fonts.body);
    const QString name = title.elidedText(m_name, Qt::ElideRight, width());
    const int taken = title.horizontalAdvance(name) + space::narrow;
    const int baseline = (height() - title.height()) / 2 + title.ascent();
    QPainter painter(this);
    const auto draw = [&](const QString &text, const QFont &font, const QColor &color, int left,
                          int length) {
        painter.setFont(font);
        painter.setPen(color);
        const int x = isRightToLeft() ? width() - left - length : left;
        painter.drawText(x, baseline, words::isolated(text, layoutDirection()));
    };
    draw(name, theme.fonts.title, theme.base.plain.text, 0, title.horizontalAdvance(name));
    const int length = body.horizontalAdvance(m_detail);
    if (taken + length <= width())
        draw(m_detail, theme.fonts.body, theme.base.plain.secondary, taken, length);
}

} // namespace widgets
