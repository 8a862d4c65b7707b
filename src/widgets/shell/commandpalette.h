// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/pickermodel.h"
#include "widgets/common/popover.h"

#include <QLocale>
#include <QPointer>

class QAction;

namespace widgets {

class Picker;
class ThemeSource;

// Finds the actions of a window by name and runs them with Enter. It asks the window's parts and
// their menus each time that it opens, so an action need not be registered.
class CommandPalette : public Popover
{
    Q_OBJECT

public:
    // Commands are sorted as the locale sorts texts.
    CommandPalette(const QLocale &locale, ThemeSource &theme, QWidget *parent);

    // Actions that are enabled.
    void openCommands();
    // Actions that have shortcuts, enabled or not.
    void openShortcuts();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class What { Possible, WithKeys };

    // Fills m_actions, and returns their entries in order.
    QList<PickerModel::Entry> collect(What what);
    void open(What what);
    void run(const QString &id);

    const QLocale m_locale;
    Picker *const m_picker;
    QList<QPointer<QAction>> m_actions; // an entry's id is its index
};

} // namespace widgets
