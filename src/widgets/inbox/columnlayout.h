// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "workspace/view.h"

#include <QObject>

class QHeaderView;
class QTableView;

namespace widgets {

// Which columns of a list are shown, in which order and how wide. They share the width of the list
// until somebody arranges them.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    // The columns of the view's model must be inbox::columns(). The view owns it.
    explicit ColumnLayout(QTableView &view);

    // Empty until somebody arranges them.
    QList<workspace::ColumnSetting> settings() const;
    // Columns that are not named follow the others as they initially are. Does not emit.
    void setSettings(const QList<workspace::ColumnSetting> &settings);

    // The first and the last of those that are shown, as places in inbox::columns(). There is
    // always at least one.
    int first() const;
    int last() const;
    bool isShown(int column) const;
    // Does nothing where it would hide the last one.
    void setShown(int column, bool shown);

    // Shares the width of the list, unless somebody has arranged them.
    void fit();

Q_SIGNALS:
    // Somebody has chosen, moved or sized columns.
    void arranged(const QList<workspace::ColumnSetting> &settings);

private:
    QHeaderView &header() const;
    int initialWidth(int column) const;
    // Of the last one, without what it takes of the room that the others leave.
    int width(int column) const;
    void setWidth(int column, int width);
    void onSectionResized(int column, int oldWidth, int width);
    void announce();

    QTableView &m_view;
    QList<int> m_widths; // of columns, before the last one takes the room that is left
    QList<workspace::ColumnSetting> m_announced;
    bool m_isFitted = true;     // until somebody arranges them
    bool m_isArranging = false; // by itself
};

} // namespace widgets
