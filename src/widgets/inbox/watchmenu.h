// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"

#include <QMenu>

namespace widgets {

class Attention;

// A menu of the lines to watch: the user is notified when a conversation on them needs attention.
// Initially none is watched.
class WatchMenu : public QMenu
{
    Q_OBJECT

public:
    // Both must outlive it.
    WatchMenu(Attention &attention, const inbox::Names &names, QWidget *parent);

private:
    void listLines();

    Attention &m_attention;
    const inbox::Names &m_names;
    bool m_isStale = false; // names changed while the menu was open
};

} // namespace widgets
