// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

namespace widgets {

class Popover;

// One filter: a button that shows its value and opens its popover, and a button that removes it. A
// problem with the filter is marked.
class FilterChip : public QWidget
{
    Q_OBJECT

public:
    FilterChip(const QString &title, const QString &toolTip, Popover *popover,
               QWidget *parent = nullptr);

    // Empty if the filter is not set.
    void setValue(const QString &value);
    void setProblem(const QString &sentence);
    void open();

Q_SIGNALS:
    void removeRequested();

private:
    void updateLook();

    const QString m_title;
    const QString m_toolTip;
    Popover *const m_popover;
    QToolButton *const m_button;
    QToolButton *const m_removeButton;
    QString m_value;
    QString m_problem;
};

} // namespace widgets
