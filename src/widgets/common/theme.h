// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTextLayout>

#include <array>

class QPalette;
class QWidget;

namespace widgets {

// All lengths are in device-independent pixels.

// The distances between things. There are no others.
namespace space {
inline constexpr int tiny = 4;
inline constexpr int narrow = 8;
inline constexpr int medium = 12;
inline constexpr int wide = 16; // the left edge of text in a pane
inline constexpr int widest = 24;
} // namespace space

// The radii of corners. Chips and tags have half of their height.
namespace corner {
inline constexpr int item = 6;
inline constexpr int field = 7; // and button
inline constexpr int popover = 10;
} // namespace corner

// A message in the details.
namespace bubble {
inline constexpr int widest = 264; // grows with the font
inline constexpr int radius = 12;
inline constexpr int across = 11; // from its edge to its text
inline constexpr int along = 7;
} // namespace bubble

namespace stroke {
inline constexpr int hairline = 1;
inline constexpr int focus = 2;
inline constexpr int selection = 3; // the bar in front of a selected row
} // namespace stroke

inline constexpr int initialsFills = 10;
inline constexpr int lineColors = 9;

// A fill that has a text of its own: a tag, a chip, a bar above the list, the default button.
struct Plate
{
    QColor fill;
    QColor edge; // transparent unless the palette is of high contrast
    QColor text;

    friend bool operator==(const Plate &, const Plate &) = default;
};

// A background, and what is drawn straight on it. Texts have a contrast of 4.5:1, everything else
// one of 3:1.
struct Ground
{
    QColor fill;
    QColor edge; // transparent unless the palette is of high contrast

    QColor text;
    QColor secondary;  // also of icons
    QColor accentText; // links
    QColor attention;  // unassigned, snooze ended
    QColor error;      // and deleted
    QColor snoozed;

    QColor accent;      // bars of selected rows, frames of the keyboard focus, ticks
    QColor controlEdge; // of fields and buttons, and the bar of a selected row without focus
    QColor complete;    // the dot of a list that is loaded completely
    std::array<QColor, lineColors> lines; // the dots of lines

    Plate match; // behind found text

    friend bool operator==(const Ground &, const Ground &) = default;
};

// Everything that is drawn on one of the palette's two backgrounds.
struct Surface
{
    Ground plain;
    Ground hover;
    Ground selected;
    Ground selectedUnfocused; // selected, while the focus is elsewhere

    Plate chip;    // a filter that is set
    Plate primary; // the default button
    Plate attention;
    Plate error;
    Plate snoozed;
    Plate neutral; // muted, offline, circles without initials, skeletons, messages that came in

    QColor hairline;

    friend bool operator==(const Surface &, const Surface &) = default;
};

struct Fonts
{
    QFont caption;
    QFont heading; // of columns and sections
    QFont body;
    QFont name;
    QFont emptyTitle; // of what is shown in place of a list
    QFont title;

    // In a circle of this diameter.
    QFont initials(int diameter) const;

    friend bool operator==(const Fonts &, const Fonts &) = default;
};

// The heights of what contains text, and the diameters of circles. They grow with the font.
struct Heights
{
    int row = 0;
    int compactRow = 0;
    int item = 0;        // of side bar, menu and popover, and a property in the details
    int field = 0;       // and button
    int smallButton = 0; // in the details
    int chip = 0;        // and a button in a notice
    int tag = 0;
    int header = 0;
    int heading = 0;
    int topBar = 0;
    int filterBar = 0;
    int statusBar = 0;
    int tabs = 0;
    int notice = 0;
    int hit = 0; // of the command palette
    int icon = 0;
    int dot = 0;
    int largeCircle = 0; // in the details
    int circle = 0;
    int compactCircle = 0;
    int smallCircle = 0; // of owners

    friend bool operator==(const Heights &, const Heights &) = default;
};

// From the height of a line of Fonts::body.
Heights heightsFor(int line);

// How the window looks: a value, made from the desktop's palette and font alone.
struct Theme
{
    Surface base;   // table, details, popovers
    Surface window; // side bar, status bar, dialogs
    Fonts fonts;
    Heights heights;
    bool isHighContrast = false; // plates and hovered rows have edges in place of fills

    // A width in pixels at the usual size of the desktop's font, which grows with larger ones.
    int scaled(int pixels) const;

    // The circle of a person's or a teammate's initials.
    Plate initials(QStringView id) const;

    friend bool operator==(const Theme &, const Theme &) = default;
};

Theme themeFor(const QPalette &palette, const QFont &font);

// FNV-1a of the UTF-8: the same in every run and on every machine, which qHash() is not.
quint32 stableHash(QStringView text);

// The indexes into Ground::lines of these lines. No two lines have the same colour while there are
// enough; a line's colour does not depend on the order of the ids.
QList<int> colorsOfLines(const QStringList &ids);

// Formats that make all digits of the text as wide as the widest one, for columns of times and
// counts. Empty if the font's digits are so already.
QList<QTextLayout::FormatRange> equalDigits(const QString &text, const QFont &font);

// The theme of a window, which follows its palette and font, also where a new style brings them.
// MainWindow makes the source and owns it, for whatever paints in the window, its popovers and its
// dialogs.
class ThemeSource : public QObject
{
    Q_OBJECT

public:
    explicit ThemeSource(QWidget &window);

    const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    // Once for all changes that came together, from the event loop and before the next painting.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    QWidget &m_window;
    Theme m_theme;
};

} // namespace widgets
