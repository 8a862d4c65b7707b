// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/chip.h"

#include "widgets/common/icons.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "words/bidi.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace widgets {

namespace {

constexpr int ring = stroke::focus + space::tiny / 2; // gap and stroke around what has the focus
constexpr int mostText = 42;                          // average characters
constexpr int padding = space::narrow + stroke::focus;

// Of the arrow and the cross.
int smallIcon(const Theme &theme)
{
    return theme.heights.icon * 3 / 4;
}

void paintFocusRing(QPainter &painter, const QRectF &around, const QColor &color)
{
    const QRectF place = around.adjusted(-ring, -ring, ring, ring);
    drawRounded(painter, place, place.height() / 2, Qt::transparent, color, stroke::focus);
}

// Rounded up, so that nothing is elided for a part of a pixel.
int widthOf(const QString &text, const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

// Left to the bar, which moves the focus by them.
bool isArrow(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    default:
        return false;
    }
}

} // namespace

ChipButton::ChipButton(ThemeSource &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover); // so that it is painted again
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (isArrow(*event))
        return event->ignore();
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (presses)
        return click();
    QAbstractButton::keyPressEvent(event);
}

int Chip::ringRoom()
{
    return ring;
}

Chip::Chip(ThemeSource &theme, QWidget *parent)
    : ChipButton(theme, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, &Chip::changed);
}

void Chip::changed()
{
    updateGeometry();
    update();
}

// The bar arranges its chips again whenever one of them changes, and so only then.
template <class T>
void Chip::set(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    changed();
}

void Chip::setTexts(const QString &name, const QString &value)
{
    set(m_name, name);
    set(m_value, value);
}

void Chip::setSet(bool isSet)
{
    set(m_isSet, isSet);
}

void Chip::setProblem(bool hasProblem)
{
    set(m_hasProblem, hasProblem);
}

void Chip::setArrow(bool hasArrow)
{
    set(m_hasArrow, hasArrow);
}

void Chip::setRemovable(bool isRemovable)
{
    set(m_isRemovable, isRemovable);
}

int Chip::textWidth() const
{
    const Fonts &fonts = m_theme.theme().fonts;
    const QFont &nameFont = isFilled() && m_value.isEmpty() ? fonts.name : fonts.body;
    int width = widthOf(m_name, nameFont);
    if (!m_value.isEmpty())
        width += widthOf(QStringLiteral(" "), nameFont) + widthOf(m_value, fonts.name);
    return qMin(width, mostText * QFontMetrics(fonts.name).averageCharWidth());
}

QSize Chip::sizeHint() const
{
    const Theme &theme = m_theme.theme();
    int width = 2 * padding + textWidth();
    if (m_hasProblem)
        width += smallIcon(theme) + space::tiny;
    if (isFilled() && m_isRemovable)
        width += theme.heights.chip - padding;
    else if (m_hasArrow)
        width += space::tiny + smallIcon(theme);
    return {width + 2 * ring, theme.heights.chip + 2 * ring};
}

QSize Chip::minimumSizeHint() const
{
    return sizeHint().boundedTo({3 * m_theme.theme().heights.chip, QWIDGETSIZE_MAX});
}

QRect Chip::removePlace() const
{
    const int side = m_theme.theme().heights.chip;
    return QStyle::visualRect(layoutDirection(), rect(),
                              {width() - ring - side, (height() - side) / 2, side, side});
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    const Surface &surface = theme.base;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = theme.heights.chip;
    const QRect pill(ring, (this->height() - height) / 2, width() - 2 * ring, height);
    const bool isOver = underMouse() && isEnabled();

    QColor color = surface.plain.secondary;
    if (isFilled()) {
        const Plate &plate = m_hasProblem ? surface.error : surface.chip;
        color = plate.text;
        // Hover shows as an edge, or a stronger one, and never in place of the fill.
        const bool hasEdge = plate.edge.alpha() > 0;
        const QColor edge = isOver ? (hasEdge ? plate.edge : plate.text) : plate.edge;
        drawRounded(painter, pill, height / 2.0, plate.fill, edge,
                    isOver && hasEdge ? stroke::focus : stroke::hairline);
    } else if (isOver || isDown()) {
        color = surface.plain.text;
        drawRounded(painter, pill, height / 2.0, surface.neutral.fill, surface.neutral.edge);
    }
    if (hasFocus())
        paintFocusRing(painter, pill, surface.plain.accent);

    const auto placed = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    const int small = smallIcon(theme);
    const int iconTop = pill.top() + (height - small) / 2;
    int left = pill.left() + padding;
    int right = pill.right() + 1 - padding;
    if (m_hasProblem) {
        paintIcon(painter, placed({left, iconTop, small, small}), Drawing::Warning, color);
        left += small + space::tiny;
    }
    if (isFilled() && m_isRemovable) {
        right = pill.right() + 1 - height;
    } else if (m_hasArrow) {
        right -= small;
        paintIcon(painter, placed({right, iconTop, small, small}), Drawing::Down, color);
        right -= space::tiny;
    }

    const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                      Qt::AlignVCenter | Qt::TextSingleLine;
    const auto write = [&](const QString &text, const QFont &font) {
        const QFontMetrics metrics(font);
        const int room = right - left;
        if (room <= 0)
            return;
        const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(placed({left, pill.top(), room, height}), flags,
                         words::isolated(shown, layoutDirection()));
        left += widthOf(shown, font) + widthOf(QStringLiteral(" "), font);
    };
    write(m_name, isFilled() && m_value.isEmpty() ? theme.fonts.name : theme.fonts.body);
    if (!m_value.isEmpty())
        write(m_value, theme.fonts.name);
}

ChipCross::ChipCross(ThemeSource &theme, QWidget *parent)
    : ChipButton(theme, parent)
{
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void ChipCross::setProblem(bool hasProblem)
{
    m_hasProblem = hasProblem;
    update();
}

QSize ChipCross::sizeHint() const
{
    const int side = m_theme.theme().heights.chip;
    return {side, side};
}

void ChipCross::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_theme.theme();
    const Plate &plate = m_hasProblem ? theme.base.error : theme.base.chip;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr int inset = stroke::selection;
    const QRectF circle = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    QColor color = plate.text;
    if (underMouse() || isDown()) {
        drawRounded(painter, circle, circle.height() / 2, plate.text, Qt::transparent);
        color = plate.fill;
    }
    if (hasFocus())
        drawRounded(painter, rect(), height() / 2.0, Qt::transparent, plate.text, stroke::focus);
    const int small = smallIcon(theme);
    paintIcon(painter, {(width() - small) / 2, (height() - small) / 2, small, small},
              Drawing::Close, color);
}

} // namespace widgets
