// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/inboxbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"
#include "widgets/inbox/columnmenu.h"
#include "widgets/inbox/rowdelegate.h"
#include "widgets/inbox/searchfield.h"
#include "words/choicewords.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int narrow = 118; // characters

} // namespace

InboxBar::InboxBar(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_intervals(new QActionGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::narrow, space::medium, space::narrow);
    row->addStretch(1);
    row->addWidget(dependencies.search, 1);
    m_parts = {dependencies.search};

    QToolButton *columns =
        addButton(tr("Columns"), QIcon(QStringLiteral(":/icons/columns.svg")), tr("Columns"));
    columns->setObjectName(QStringLiteral("columns"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(makeColumnMenu(dependencies.columns, dependencies.listActions, columns));

    QToolButton *refresh = addButton(
        tr("Refresh"), themeIcon(QStringLiteral("view-refresh"), QStringLiteral("refresh")),
        tr("Ask for what has changed (F5); Shift+F5 reads the whole list again"));
    refresh->setPopupMode(QToolButton::MenuButtonPopup);
    refresh->setMenu(makeRefreshMenu(dependencies.watchMenu, refresh));
    connect(refresh, &QToolButton::clicked, this, &InboxBar::refreshRequested);

    QToolButton *exporting = addButton(
        tr("Export…"), themeIcon(QStringLiteral("document-export"), QStringLiteral("export")),
        tr("Write what is shown to a file (Ctrl+E)"));
    exporting->setAccessibleName(tr("Export"));
    connect(exporting, &QToolButton::clicked, this, &InboxBar::exportRequested);
}

QToolButton *InboxBar::addButton(const QString &text, const QIcon &icon, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setIcon(icon);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    const int iconSize = widgets::iconSize(fontMetrics());
    button->setIconSize({iconSize, iconSize});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    static_cast<QHBoxLayout *>(layout())->addWidget(button);
    m_buttons.append(button);
    m_parts.append(button);
    return button;
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
    QAction *reload = menu->addAction(tr("&Read the whole list again"));
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
    const bool isNarrow = width() < narrow * fontMetrics().averageCharWidth();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly
                                            : Qt::ToolButtonTextBesideIcon);
}

} // namespace widgets
