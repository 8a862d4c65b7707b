// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/popover.h"

#include <QLocale>
#include <QPointer>

class QAction;

namespace widgets {

class Picker;

// Everything that can be done in a window, found by its name and done with Enter: the actions of
// its parts and of their menus. It keeps no list of its own, so what has an action is in it.
class CommandPalette : public Popover
{
    Q_OBJECT

public:
    // Commands are sorted as the locale sorts texts.
    CommandPalette(const QLocale &locale, QWidget *parent);

    // What can be done now.
    void openCommands();
    // What has keys, with those; also what cannot be done now.
    void openShortcuts();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class What { Possible, WithKeys };

    void open(What what);
    void run(const QString &id);

    const QLocale m_locale;
    Picker *const m_picker;
    QList<QPointer<QAction>> m_actions; // an entry's id is its index
};

} // namespace widgets
