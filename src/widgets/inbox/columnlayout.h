// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "workspace/view.h"

#include <QObject>

class QHeaderView;
class QTableView;

namespace widgets {

class ThemeSource;

// Which columns of a list are shown, in which order and how wide. All have their usual width, and
// Conversation takes the rest of the list, until somebody sizes them. What it does not need goes to
// columns with longer content. A list that is too narrow for that folds: lines become dots on the
// circles, and states lose their words.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    // The columns of the view's model must be inbox::columns(). The view owns it.
    ColumnLayout(QTableView &view, ThemeSource &theme);

    // Empty until somebody arranges them.
    QList<workspace::ColumnSetting> settings() const;
    // Columns that are not named follow the others as they initially are. Does not emit.
    void setSettings(const QList<workspace::ColumnSetting> &settings);
    // As they initially are.
    void reset();

    // The first and the last of those that are visible, as places in inbox::columns(). There is
    // always at least one.
    int first() const;
    int last() const;
    // Whether it is among the chosen ones, even if the list is folded.
    bool isShown(int column) const;
    // Does nothing where it would hide the last one.
    void setShown(int column, bool shown);
    bool isFolded() const { return m_isFolded; }

    // What is free in a cell before and after its content, in the direction of the window.
    int leading(int column) const;
    int trailing(int column) const;

    // Gives Conversation the room that the others leave, unless somebody has sized it.
    void fit();
    // How wide the longest content of this column can be. 0 for the usual.
    void setLongest(int column, int content);
    // As wide as this content, as long as Conversation can give the room for it. Conversation takes
    // what is left again.
    void fitColumn(int column, int content);

Q_SIGNALS:
    // Somebody has chosen, moved or sized columns.
    void arranged(const QList<workspace::ColumnSetting> &settings);

private:
    QHeaderView &header() const;
    bool takesTheRest() const;
    int widthOf(int column) const;
    int titleWidth(int column) const;
    int contentWidth(int column, bool isFolded) const;
    int commonWidth(int column) const;
    int chosenWidth(int column) const;
    int wantedWidth(int column, int most) const;
    QList<int> widths() const;
    int othersWidth(int column) const;
    bool mustFold() const;
    void setFolded(bool folded);
    void apply();
    void onSectionResized(int column, int oldWidth, int width);
    void announce();

    QTableView &m_view;
    ThemeSource &m_theme;
    QList<int> m_chosen;  // widths of columns; 0: nobody has chosen one
    QList<int> m_longest; // contents of columns; 0: the usual
    QList<workspace::ColumnSetting> m_announced;
    int m_stretched = -1; // the last column, while that takes the rest
    bool m_isFolded = false;
    bool m_isLineFolded = false; // and would be visible otherwise
    bool m_isArranging = false;  // by itself
};

} // namespace widgets
