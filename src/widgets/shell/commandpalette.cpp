// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/commandpalette.h"

#include "inbox/collator.h"
#include "widgets/common/picker.h"
#include "widgets/common/placement.h"
#include "words/widgettext.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

// The menu or part of the window that the action belongs to, where its text alone does not say
// that. Empty for actions of the window.
QString groupOf(const QAction &action)
{
    const QObject *parent = action.parent();
    if (const auto *menu = qobject_cast<const QMenu *>(parent))
        return words::withoutMnemonic(menu->title());
    const auto *widget = qobject_cast<const QWidget *>(parent);
    return widget ? widget->accessibleName() : QString();
}

QString nameOf(const QAction &action)
{
    QString name = words::withoutMnemonic(action.text());
    if (name.endsWith(u'…'))
        name.chop(1);
    const QString group = groupOf(action);
    return group.isEmpty() ? name
                           : CommandPalette::tr("%1: %2", "group and command").arg(group, name);
}

} // namespace

CommandPalette::CommandPalette(const QLocale &locale, ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_locale(locale)
    , m_picker(new Picker(PickerModel::Choice::One, tr("Commands"),
                          tr("Search for what can be done"), theme, this))
{
    setAccessibleName(tr("Commands"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_picker);
    setFocusProxy(m_picker);
    connect(m_picker, &Picker::entered, this, [this] {
        if (const std::optional<QString> id = m_picker->currentId())
            run(*id);
    });
    connect(m_picker, &Picker::activated, this, &CommandPalette::run);
}

void CommandPalette::openCommands()
{
    open(What::Possible);
}

void CommandPalette::openShortcuts()
{
    open(What::WithKeys);
}

QList<PickerModel::Entry> CommandPalette::collect(What what)
{
    m_actions.clear();
    QList<PickerModel::Entry> entries;
    const QList<QAction *> actions = parentWidget()->window()->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().isEmpty() || !action->isVisible() || action->isSeparator() ||
            action->menu())
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (what == What::Possible ? !action->isEnabled() : keys.isEmpty())
            continue;
        entries.append({.id = QString::number(m_actions.size()),
                        .text = nameOf(*action),
                        .detail = action->isChecked() ? QStringLiteral("✓ ") + keys : keys,
                        .problem = {},
                        .number = {}});
        m_actions.append(action);
    }
    // Actions for the window as a whole come first.
    const inbox::Collator collator(m_locale);
    std::ranges::sort(entries, [&](const auto &left, const auto &right) {
        const auto isGrouped = [this](const auto &entry) {
            return !groupOf(*m_actions.at(entry.id.toInt())).isEmpty();
        };
        if (isGrouped(left) != isGrouped(right))
            return isGrouped(right);
        return collator.compare(left.text, right.text) < 0;
    });
    return entries;
}

void CommandPalette::open(What what)
{
    QWidget *window = parentWidget()->window();
    // Some menus add and name their actions only when they are about to be shown.
    const QList<QMenu *> menus = window->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToShow();
    m_picker->model().setEntries(collect(what));

    adjustSize();
    const QPoint top = window->mapToGlobal(QPoint(0, 0));
    setGeometry(placed(
        *window, top + QPoint((window->width() - width()) / 2, window->height() / 12), size()));
    show();
    m_picker->reset();
}

void CommandPalette::run(const QString &id)
{
    const QPointer<QAction> action = m_actions.value(id.toInt());
    // Triggered once the focus is back where it was, since some actions apply to the widget that
    // has it, and before the menus forget what they were opened for.
    if (action)
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    close();
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    Popover::hideEvent(event);
    const QList<QMenu *> menus = parentWidget()->window()->findChildren<QMenu *>();
    for (QMenu *menu : menus)
        Q_EMIT menu->aboutToHide();
}

} // namespace widgets
