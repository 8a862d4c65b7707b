// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fail.h"

#include <QAction>
#include <QMenu>

namespace support {

// What an entry says, without the mark of its key.
inline QString textOf(const QAction &entry)
{
    return QString(entry.text()).remove(u'&');
}

// The first entry that begins like this. Null where there is none: then the test fails.
inline QAction *entryOf(const QMenu &menu, const QString &text,
                        const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    const QList<QAction *> entries = menu.actions();
    for (QAction *entry : entries)
        if (textOf(*entry).startsWith(text))
            return entry;
    fail(QStringLiteral("not in the menu: ") + text, caller);
    return nullptr;
}

// Opens the menu if it is not open yet, and chooses from it with the keyboard. The test fails where
// there is no such entry, or where it is disabled.
inline void choose(QMenu &menu, const QString &text,
                   const Caller &caller = {__builtin_FILE(), __builtin_LINE()})
{
    if (!menu.isVisible())
        menu.popup(QPoint());
    QAction *const entry = entryOf(menu, text, caller);
    if (entry && entry->isEnabled()) {
        menu.setActiveAction(entry);
        QTest::keyClick(&menu, Qt::Key_Return);
        return;
    }
    if (entry)
        fail(QStringLiteral("cannot be chosen: ") + text, caller);
    menu.close();
}

} // namespace support
