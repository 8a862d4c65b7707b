// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/popover.h"

class QScrollArea;

namespace widgets {

// The keys of a window by task, in two columns: those of its actions, which it asks for each time
// that it opens, and those of the list.
class ShortcutSheet : public Popover
{
    Q_OBJECT

public:
    ShortcutSheet(ThemeSource &theme, QWidget *parent);

    void open();

private:
    struct Shortcut
    {
        QString name;
        QString fullName; // for screen readers, with the section; may be empty
        QStringList keys; // any of them; never empty
    };
    struct Section
    {
        QString title;
        QList<Shortcut> shortcuts;
    };

    QList<Section> sections() const;
    static QList<int> placesOf(const QList<Section> &sections);
    QWidget *makeSection(const Section &section);
    void fill();

    QScrollArea *const m_scroller;
};

} // namespace widgets
