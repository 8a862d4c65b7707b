// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/inboxbar.h"

#include "widgets/common/controls.h"
#include "widgets/common/focusgrid.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/columnmenu.h"
#include "widgets/inbox/heading.h"
#include "widgets/inbox/searchfield.h"
#include "words/choicewords.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace widgets {

namespace {

// For Theme::scaled().
constexpr int widestSearch = 320;
constexpr int narrowestSearch = 200;
constexpr int narrow = 900; // where the buttons have no texts

} // namespace

InboxBar::InboxBar(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_theme(dependencies.theme)
    , m_search(dependencies.search)
    , m_heading(new Heading(dependencies.theme, this))
    , m_refresh(addButton(tr("Refresh"), tr("Refresh (F5). Shift+F5 reloads everything")))
    , m_columns(addButton(tr("Columns"), tr("Columns")))
    , m_export(addButton(tr("Export…"), tr("Export the list to a file (Ctrl+E)")))
    , m_intervals(new QActionGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::medium, 0);
    row->setSpacing(space::narrow);
    // The heading has its room first, then the search, up to the most that they may have.
    row->addWidget(m_heading, 100);
    row->addStretch(1);
    row->addWidget(m_search, 10);
    for (QToolButton *button : {m_refresh, m_columns, m_export})
        row->addWidget(button);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(makeColumnMenu(dependencies.columns, dependencies.listActions, m_columns));
    m_refresh->setPopupMode(QToolButton::MenuButtonPopup);
    m_refresh->setMenu(makeRefreshMenu(dependencies.watchMenu, m_refresh));
    connect(m_refresh, &QToolButton::clicked, this, &InboxBar::refreshRequested);
    m_export->setAccessibleName(tr("Export"));
    connect(m_export, &QToolButton::clicked, this, &InboxBar::exportRequested);
    (new FocusGrid(this))->addRow({m_refresh, m_columns, m_export});
    connect(&m_theme, &ThemeSource::changed, this, &InboxBar::applyTheme);
    applyTheme();
}

QToolButton *InboxBar::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(*button, ButtonLook::Quiet);
    return button;
}

void InboxBar::applyTheme()
{
    const Theme &theme = m_theme.theme();
    setFixedHeight(theme.heights.topBar);
    m_search->setMinimumWidth(theme.scaled(narrowestSearch));
    m_search->setMaximumWidth(theme.scaled(widestSearch));
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_refresh->setIcon(icon(Drawing::Refresh, theme.base.plain.secondary));
    m_columns->setIcon(icon(Drawing::Columns, theme.base.plain.secondary));
    m_export->setIcon(icon(Drawing::Export, theme.base.plain.text));
    for (QToolButton *button : {m_refresh, m_columns, m_export})
        button->setIconSize({theme.heights.icon, theme.heights.icon});
}

void InboxBar::setDetail(const QString &detail)
{
    m_heading->setDetail(detail);
}

void InboxBar::setName(const QString &name)
{
    m_heading->setName(name);
}

QMenu *InboxBar::makeColumnMenu(ColumnLayout &columns, const QList<QAction *> &listActions,
                                QWidget *parent)
{
    auto *menu = new ColumnMenu(columns, parent);
    menu->setTitle(tr("Columns"));
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset columns")), &QAction::triggered, &columns,
            &ColumnLayout::reset);
    menu->addSeparator();
    menu->addActions(listActions);
    return menu;
}

QMenu *InboxBar::makeRefreshMenu(QMenu *watchMenu, QWidget *parent)
{
    auto *menu = new QMenu(tr("Refresh"), parent);
    for (const int seconds : words::refreshIntervals()) {
        QAction *action = menu->addAction(words::refreshText(seconds));
        action->setData(seconds);
        action->setCheckable(true);
        m_intervals->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, seconds] { Q_EMIT refreshIntervalRequested(seconds); });
    }
    menu->addSeparator();
    menu->addMenu(watchMenu);
    menu->addSeparator();
    QAction *reload = menu->addAction(tr("&Reload everything"));
    reload->setShortcut(Qt::SHIFT | Qt::Key_F5);
    connect(reload, &QAction::triggered, this, &InboxBar::reloadRequested);
    addAction(reload); // for its keys, since the menu is shut
    return menu;
}

void InboxBar::setRefreshInterval(int seconds)
{
    const QList<QAction *> intervals = m_intervals->actions();
    for (QAction *action : intervals)
        action->setChecked(action->data().toInt() == seconds);
}

void InboxBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < m_theme.theme().scaled(narrow);
    m_export->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setLook(*m_export, isNarrow ? ButtonLook::Quiet : ButtonLook::Edged);
}

} // namespace widgets
