// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace widgets {

class ConversationTable;

// What can be done with one column of the list, and with all of them.
class HeaderMenu : public QMenu
{
    Q_OBJECT

public:
    // The menu belongs to the table.
    HeaderMenu(ConversationTable &table, int column);
};

} // namespace widgets
