// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/workspacebutton.h"

#include "widgets/common/icons.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"
#include "widgets/shell/workspacemenu.h"
#include "words/bidi.h"
#include "words/widgettext.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace widgets {

namespace {

QString nameOf(const WorkspaceMenu &menu)
{
    return menu.currentName().isEmpty() ? WorkspaceMenu::tr("Workspaces") : menu.currentName();
}

// The first letter, which may be more than one QChar.
QString initialOf(const QString &name)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? name.left(end).toUpper() : QString();
}

} // namespace

WorkspaceButton::WorkspaceButton(WorkspaceMenu *menu, ThemeSource &theme, QWidget *parent)
    : QToolButton(parent)
    , m_name(nameOf(*menu))
    , m_theme(theme)
{
    setText(words::menuText(m_name));
    setToolTip(words::toolTipText(m_name));
    setAccessibleName(WorkspaceMenu::tr("Workspace"));
    setAccessibleDescription(menu->currentName());
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(InstantPopup);
    setMenu(menu);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
    connect(&theme, &ThemeSource::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void WorkspaceButton::setRail(bool isRail)
{
    m_isRail = isRail;
    updateGeometry();
    update();
}

int WorkspaceButton::logoSide() const
{
    return m_theme.theme().heights.compactCircle;
}

QSize WorkspaceButton::sizeHint() const
{
    const Theme &theme = m_theme.theme();
    if (m_isRail)
        return minimumSizeHint();
    const int name = QFontMetrics(theme.fonts.name).horizontalAdvance(m_name);
    return {4 * space::narrow + logoSide() + name + theme.heights.icon, theme.heights.field};
}

QSize WorkspaceButton::minimumSizeHint() const
{
    const int field = m_theme.theme().heights.field;
    return {field, field};
}

void WorkspaceButton::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_theme.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const bool isOpen = isDown();
    const Ground &ground = isOpen         ? theme.window.selectedUnfocused
                           : underMouse() ? theme.window.hover
                                          : theme.window.plain;
    if (isOpen || underMouse())
        drawRounded(painter, rect(), corner::item, ground.fill, ground.edge);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawRounded(painter, rect(), corner::item, Qt::transparent, ground.accent, stroke::focus);

    const auto mirrored = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const int side = logoSide();
    const QRect logo(m_isRail ? (width() - side) / 2 : space::narrow, (height() - side) / 2, side,
                     side);
    const Plate plate = theme.initials(m_name);
    drawRounded(painter, mirrored(logo), corner::item, plate.fill, plate.edge);
    painter.setPen(plate.text);
    painter.setFont(theme.fonts.initials(side * 28 / 20));
    painter.drawText(mirrored(logo), int(Qt::AlignCenter), initialOf(m_name));
    if (m_isRail)
        return;

    QRect place = rect().adjusted(2 * space::narrow + side, 0, -space::narrow, 0);
    const int iconSide = theme.heights.icon;
    painter.setFont(theme.fonts.name);
    painter.setPen(ground.text);
    place.setRight(place.right() - iconSide - space::narrow);
    const QString name = painter.fontMetrics().elidedText(m_name, Qt::ElideRight, place.width());
    painter.drawText(mirrored(place), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     words::isolated(name, layoutDirection()));
    const QRect chevron(place.right() + 1 + space::narrow, (height() - iconSide) / 2, iconSide,
                        iconSide);
    paintIcon(painter, mirrored(chevron), Drawing::Down, ground.secondary);
}

} // namespace widgets
