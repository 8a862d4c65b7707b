// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QHash>
#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace widgets {

// Draws buttons, fields, boxes, tabs, scroll bars and progress from the theme of their window, on
// any style of the desktop, which draws everything else.
class ControlStyle : public QProxyStyle
{
    Q_OBJECT

public:
    // Takes the style over, from the application if it is its own.
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
    // What a control is drawn with.
    struct Place
    {
        const Theme &theme;
        const Surface &surface; // that it lies on
    };

    Place placeOf(const QWidget *widget) const;
    void drawField(QPainter &painter, const QStyleOption &option, const QWidget *widget) const;
    void drawPushButton(QPainter &painter, const QStyleOptionButton &option,
                        const QWidget *widget) const;
    void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option,
                        const QWidget *widget) const;
    void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option,
                      const QWidget *widget) const;
    void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option,
                     const QWidget *widget) const;
    void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option,
                       const QWidget *widget) const;
    void drawIndicator(QPainter &painter, const QStyleOption &option, bool isRound,
                       const QWidget *widget) const;
    void drawTab(QPainter &painter, const QStyleOptionTab &option, const QWidget *widget) const;
    void drawProgress(QPainter &painter, const QStyleOption &option, const QWidget *widget) const;

    mutable QHash<QString, Theme> m_themes; // by palette and font
};

} // namespace widgets
