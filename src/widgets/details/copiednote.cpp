// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/copiednote.h"

#include "widgets/common/announcer.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

namespace widgets {

namespace {

constexpr std::chrono::seconds shownFor{2};

} // namespace

CopiedNote::CopiedNote(quo::Clock &clock, ThemeSource &theme, QWidget *parent)
    : QLabel(tr("Copied"), parent)
    , m_clock(clock)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void CopiedNote::copy(const QString &text, const QWidget &button)
{
    QGuiApplication::clipboard()->setText(text);
    const Theme &theme = m_theme.theme();
    setFont(theme.fonts.caption);
    const QSize size(fontMetrics().horizontalAdvance(this->text()) + 2 * space::narrow,
                     theme.heights.tag);
    const QWidget &pane = *parentWidget();
    const QRect beside(button.mapTo(&pane, QPoint()), button.size());
    // At the end of the line, or in front of a button that is there.
    QRect place(QPoint(pane.width() - space::wide - size.width(), 0), size);
    const QRect logical = QStyle::visualRect(layoutDirection(), pane.rect(), beside);
    if (place.left() < logical.right() + space::tiny)
        place.moveRight(logical.left() - space::tiny);
    place.moveTop(beside.center().y() - size.height() / 2);
    setGeometry(QStyle::visualRect(layoutDirection(), pane.rect(), place));
    show();
    raise();
    announce(*this, this->text());
    m_timer = m_clock.callAfter(shownFor, [this] { end(); });
}

void CopiedNote::end()
{
    m_timer.reset();
    hide();
}

void CopiedNote::paintEvent(QPaintEvent *)
{
    const Plate &plate = m_theme.theme().base.chip;
    QPainter painter(this);
    drawRounded(painter, rect(), height() / 2.0, plate.fill, plate.edge);
    painter.setPen(plate.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace widgets
