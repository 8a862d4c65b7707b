// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/popover.h"
#include "widgets/shell/palettemodel.h"

#include <QLocale>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QListView;

namespace widgets {

class ThemeSource;

// Finds conversations, views, filters and the actions of a window by name, and opens or runs them
// with Enter. It asks the window's parts and their menus each time that it opens, so an action need
// not be registered; everything else comes from the PaletteSource of the page, if there is one. An
// action of low priority is not listed.
class CommandPalette : public Popover
{
    Q_OBJECT

public:
    // Commands are sorted as the locale sorts texts.
    CommandPalette(const QLocale &locale, ThemeSource &theme, QWidget *parent);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<PaletteEntry> commands() const;
    void narrow();
    void showConversations(const QList<PaletteEntry> &conversations);
    void step(int from, int direction);
    void fit();
    void showTheme();
    void run(const QModelIndex &index);

    const QLocale m_locale;
    PaletteModel m_model;
    QLineEdit *const m_edit;
    QAction *const m_searchAction; // only its drawing
    QListView *const m_list;
    QLabel *const m_emptyLabel; // in place of the list
    QPointer<PaletteSource> m_source;
    bool m_hasMoved = false; // by the user, from the first hit
};

// The name of the menu or part of the window that the action belongs to; empty if there is none.
QString groupOf(const QAction &action);
// Without mnemonic and '…'.
QString plainNameOf(const QAction &action);
// The plain name, and before it that of the group, where there is one.
QString nameOf(const QAction &action);

} // namespace widgets
