// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/watchmenu.h"

#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "widgets/inbox/attention.h"
#include "words/widgettext.h"

#include <algorithm>

namespace widgets {

WatchMenu::WatchMenu(Attention &attention, const inbox::Names &names, QWidget *parent)
    : QMenu(tr("&Notifications"), parent)
    , m_attention(attention)
    , m_names(names)
{
    setToolTipsVisible(true);
    menuAction()->setToolTip(tr("Shows a notification when a conversation on these lines becomes "
                                "unassigned, or when its snooze ends"));
    listLines();
    connect(&names, &inbox::Names::directoryChanged, this, &WatchMenu::listLines);
    connect(this, &QMenu::aboutToShow, this, [this] {
        if (std::exchange(m_isStale, false))
            listLines();
    });
}

void WatchMenu::listLines()
{
    // Nothing moves under the pointer, so changes are shown when the menu opens again.
    if (isVisible()) {
        m_isStale = true;
        return;
    }
    clear();
    const quo::Directory &directory = m_names.directory();
    QList<quo::Line> lines = directory.lines();
    const auto name = [&](const quo::Line &line) {
        return inbox::lineName(line.id, directory, m_names.reader().region);
    };
    std::ranges::sort(lines, [&](const quo::Line &a, const quo::Line &b) {
        return name(a).localeAwareCompare(name(b)) < 0;
    });
    for (const quo::Line &line : std::as_const(lines)) {
        QAction *action = addAction(words::menuText(name(line)));
        action->setToolTip(words::toolTipText(name(line)));
        action->setCheckable(true);
        action->setChecked(m_attention.watchedLines().contains(line.id));
        connect(action, &QAction::toggled, this,
                [this, id = line.id](bool on) { m_attention.watch(id, on); });
    }
    if (lines.isEmpty())
        addAction(tr("No lines are known yet"))->setEnabled(false);
}

} // namespace widgets
