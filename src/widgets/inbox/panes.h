// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;

namespace widgets {

class ThemeSource;

// Puts the parts of a page in their places: the side bar over the full height, beside it the bars
// and below them list and details. What a wider window has more goes to the list. In a narrower
// window the side bar is a rail; in a narrow one the details lie over the list while they are open.
class Panes : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *sideBar;
        QList<QWidget *> bars; // above list and details, from top to bottom
        QWidget *list;
        QWidget *details;
    };

    // The parts become its own.
    Panes(const Parts &parts, ThemeSource &theme, QWidget *parent);

    // In device-independent pixels, as the reader has set them; 0 for the usual ones.
    struct Widths
    {
        int sideBar = 0;
        int details = 0;
    };
    const Widths &widths() const { return m_widths; }
    void setWidths(const Widths &widths);

    bool isSideBarFolded() const { return m_isSideBarFolded; }
    void setSideBarFolded(bool folded);
    bool areDetailsFolded() const { return m_areDetailsFolded; }
    void setDetailsFolded(bool folded);

    bool isRail() const { return m_isRail; }
    // Whether there is no room for details beside the list.
    bool isNarrow() const { return m_isNarrow; }
    // Shows them, beside the list or over it.
    void openDetails();
    // Puts away what lies over the list; false where nothing does.
    bool closeDetails();

Q_SIGNALS:
    void railChanged(bool isRail);
    // By the reader.
    void foldedChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int scaled(int pixels) const;
    void applyTheme();
    void arrange();
    void placeOver();

    ThemeSource &m_theme;
    QWidget *const m_sideBar;
    QWidget *const m_list;
    QWidget *const m_details;
    QSplitter *const m_outer; // side bar and work
    QWidget *const m_work;    // bars, list and details
    QSplitter *const m_inner; // list and details
    bool m_isSideBarFolded = false;
    bool m_areDetailsFolded = false;
    bool m_isRail = false;
    bool m_isNarrow = false;
    bool m_isOver = false; // the details are open over the list
    Widths m_widths;
};

} // namespace widgets
