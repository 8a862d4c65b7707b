// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QMenu>
#include <QStringList>

#include <functional>

namespace widgets {

// Of which lines the desktop is to tell when a conversation needs somebody. None at first.
class WatchMenu : public QMenu
{
    Q_OBJECT

public:
    // 'watched' are ids of lines.
    WatchMenu(const QStringList &watched, QWidget *parent);

    void setDirectory(const quo::Directory &directory, const QString &region);
    const QStringList &watched() const { return m_watched; }

Q_SIGNALS:
    void watchedEdited(const QStringList &lines);

private:
    void toggle(const QString &line, bool on);

    QStringList m_watched;
    std::function<void()> m_next; // what came while the menu was open
};

} // namespace widgets
