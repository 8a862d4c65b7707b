// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <iterator>

namespace widgets {

namespace {

constexpr const char *fileNames[]{
    "add",           "calendar",   "check",   "clock",   "close",  "columns", "command",
    "conversations", "copy",       "deleted", "down",    "export", "file",    "filter",
    "folder",        "handset",    "info",    "line",    "more",   "muted",   "offline",
    "open",          "people",     "person",  "refresh", "search", "snoozed", "snoozeended",
    "startup",       "unassigned", "up",      "view",    "warning"};
static_assert(std::size(fileNames) == size_t(Drawing::Warning) + 1);

// 'size' is in pixels of the device.
QPixmap drawn(Drawing drawing, const QColor &color, const QSize &size)
{
    const QLatin1String name(fileNames[size_t(drawing)]);
    const QString key = QStringLiteral("quoin/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QIcon(QStringLiteral(":/icons/%1.svg").arg(name)).paint(&painter, pixmap.rect());
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Draws in the colour, so that one file serves every palette.
class Engine : public QIconEngine
{
public:
    Engine(Drawing drawing, const QColor &color)
        : m_drawing(drawing)
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_drawing, colorIn(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_drawing, colorIn(mode), size);
    }

    QIconEngine *clone() const override { return new Engine(m_drawing, m_color); }

private:
    QColor colorIn(QIcon::Mode mode) const
    {
        QColor color = m_color;
        if (mode == QIcon::Disabled)
            color.setAlphaF(color.alphaF() / 2);
        return color;
    }

    const Drawing m_drawing;
    const QColor m_color;
};

} // namespace

QIcon icon(Drawing drawing, const QColor &color)
{
    return QIcon(new Engine(drawing, color));
}

void paintIcon(QPainter &painter, const QRect &place, Drawing drawing, const QColor &color)
{
    const int side = qMin(place.width(), place.height());
    QRect square(0, 0, side, side);
    square.moveCenter(place.center());
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = drawn(drawing, color, (QSizeF(square.size()) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(square.topLeft(), pixmap);
}

} // namespace widgets
