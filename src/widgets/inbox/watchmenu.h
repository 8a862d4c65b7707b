// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"

#include <QMenu>
#include <QStringList>

namespace widgets {

// Of which lines the desktop is to tell when a conversation needs somebody. None at first.
class WatchMenu : public QMenu
{
    Q_OBJECT

public:
    // 'watched' are ids of lines. The names must outlive it.
    WatchMenu(const QStringList &watched, const inbox::Names &names, QWidget *parent);

    const QStringList &watched() const { return m_watched; }

Q_SIGNALS:
    void watchedEdited(const QStringList &lines);

private:
    void listLines();
    void toggle(const QString &line, bool on);

    QStringList m_watched;
    const inbox::Names &m_names;
    bool m_isStale = false; // names changed while the menu was open
};

} // namespace widgets
