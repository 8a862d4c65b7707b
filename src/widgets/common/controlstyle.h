// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/controlpainting.h"

#include <QHash>
#include <QProxyStyle>

#include <utility>

namespace widgets {

// Draws buttons, fields, boxes, tabs, scroll bars and progress from the theme of their window, on
// any style of the desktop, which draws everything else.
class ControlStyle : public QProxyStyle
{
    Q_OBJECT

public:
    // Takes the style over.
    explicit ControlStyle(QStyle *base);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;

private:
    ControlPlace placeOf(const QWidget *widget) const;
    // How the text of a control shows its mnemonic.
    int textFlags(const QStyleOption &option, const QWidget *widget) const;

    mutable QHash<std::pair<qint64, QFont>, Theme> m_themes; // by QPalette::cacheKey() and font
};

} // namespace widgets
