// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"

#include <QMenu>

namespace widgets {

class Attention;

// The lines to be notified of when a conversation on them needs somebody. Initially there are none.
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
