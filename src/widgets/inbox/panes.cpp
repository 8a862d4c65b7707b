// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/panes.h"

#include "widgets/common/theme.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace widgets {

namespace {

// For Theme::scaled().
constexpr int usualSideBar = 208;
constexpr int leastSideBar = 184;
constexpr int mostSideBar = 260;
constexpr int rail = 48;
constexpr int usualDetails = 352;
constexpr int leastDetails = 320;
constexpr int mostDetails = 420;
constexpr int leastList = 300;
constexpr int railBelow = 1100;
constexpr int narrowBelow = 860;

QSplitter *makeSplitter(QWidget *parent)
{
    auto *splitter = new QSplitter(parent);
    splitter->setHandleWidth(stroke::hairline);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

Panes::Panes(const Parts &parts, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sideBar(parts.sideBar)
    , m_list(parts.list)
    , m_details(parts.details)
    , m_outer(makeSplitter(this))
    , m_work(new QWidget)
    , m_inner(makeSplitter(nullptr))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_outer);
    m_outer->addWidget(m_sideBar);
    m_outer->addWidget(m_work);
    m_outer->setStretchFactor(1, 1);
    m_work->setBackgroundRole(QPalette::Base);
    m_work->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_work);
    column->setContentsMargins({});
    column->setSpacing(0);
    for (QWidget *bar : parts.bars)
        column->addWidget(bar);
    column->addWidget(m_inner, 1);
    m_inner->addWidget(m_list);
    m_inner->addWidget(m_details);
    m_inner->setStretchFactor(0, 1);
    m_details->setBackgroundRole(QPalette::Base);
    m_details->setAutoFillBackground(true);
    connect(m_outer, &QSplitter::splitterMoved, this,
            [this] { m_widths.sideBar = m_sideBar->width(); });
    connect(m_inner, &QSplitter::splitterMoved, this,
            [this] { m_widths.details = m_details->width(); });
    connect(&theme, &ThemeSource::changed, this, &Panes::applyTheme);
    applyTheme();
}

int Panes::scaled(int pixels) const
{
    return m_theme.theme().scaled(pixels);
}

void Panes::applyTheme()
{
    m_list->setMinimumWidth(scaled(leastList));
    m_details->setMinimumWidth(scaled(leastDetails));
    m_details->setMaximumWidth(scaled(mostDetails));
    setWidths(m_widths);
}

void Panes::setWidths(const Widths &widths)
{
    m_widths = widths;
    arrange();
}

void Panes::arrange()
{
    const bool wasRail = m_isRail;
    m_isRail = width() < scaled(railBelow);
    m_isNarrow = width() < scaled(narrowBelow);
    m_sideBar->setMinimumWidth(m_isRail ? scaled(rail) : scaled(leastSideBar));
    m_sideBar->setMaximumWidth(m_isRail ? scaled(rail) : scaled(mostSideBar));
    m_sideBar->setVisible(!m_isSideBarFolded);
    const int sideBar = m_widths.sideBar > 0 ? m_widths.sideBar : scaled(usualSideBar);
    m_outer->setSizes({m_isRail ? scaled(rail) : sideBar, qMax(1, width() - sideBar)});

    if (m_isNarrow) {
        if (m_details->parentWidget() != m_work) {
            m_details->setParent(m_work);
            m_isOver = false;
        }
        m_details->setVisible(m_isOver);
    } else {
        if (m_details->parentWidget() != m_inner) {
            m_inner->addWidget(m_details);
            m_isOver = false;
        }
        m_details->setVisible(!m_areDetailsFolded);
        const int details = m_widths.details > 0 ? m_widths.details : scaled(usualDetails);
        m_inner->setSizes({qMax(1, m_inner->width() - details), details});
    }
    placeOver();
    if (m_isRail != wasRail)
        Q_EMIT railChanged(m_isRail);
}

void Panes::placeOver()
{
    if (!m_isOver || !m_isNarrow)
        return;
    const QRect below = m_inner->geometry();
    QRect place = below;
    place.setWidth(qMin(below.width(), scaled(mostDetails)));
    if (layoutDirection() == Qt::LeftToRight)
        place.moveRight(below.right());
    m_details->setGeometry(place);
    m_details->raise();
}

void Panes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isRail = width() < scaled(railBelow);
    const bool isNarrow = width() < scaled(narrowBelow);
    if (isRail != m_isRail || isNarrow != m_isNarrow)
        arrange();
    if (m_work->layout()->activate() || m_isOver)
        placeOver();
}

void Panes::setSideBarFolded(bool folded)
{
    if (folded == m_isSideBarFolded)
        return;
    m_isSideBarFolded = folded;
    arrange();
    Q_EMIT foldedChanged();
}

void Panes::setDetailsFolded(bool folded)
{
    if (folded == m_areDetailsFolded)
        return;
    m_areDetailsFolded = folded;
    arrange();
    Q_EMIT foldedChanged();
}

void Panes::openDetails()
{
    if (!m_isNarrow)
        return setDetailsFolded(false);
    m_isOver = true;
    m_details->show();
    placeOver();
}

bool Panes::closeDetails()
{
    if (!m_isNarrow || !m_isOver)
        return false;
    m_isOver = false;
    m_details->hide();
    return true;
}

} // namespace widgets
