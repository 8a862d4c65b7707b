// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

class Chip;
class ChipCross;
class Popover;
class ThemeSource;

// One filter: a chip that shows its value and opens its popover or switches it, and a cross that
// removes it. A problem with the filter is marked.
class FilterChip : public QWidget
{
    Q_OBJECT

public:
    // Without a popover it is a switch, or just shows its value.
    FilterChip(const QString &title, const QString &toolTip, Popover *popover, ThemeSource &theme,
               QWidget *parent = nullptr);

    bool isSet() const { return m_isSet; }

    void setTitle(const QString &title);
    // Empty if the filter is not set.
    void setValue(const QString &value);
    // For a filter that is on or off.
    void setOn(bool isOn);
    void setProblem(const QString &sentence);
    void setToolTipText(const QString &toolTip);

    // The parts that can have the focus, in the order of reading.
    QList<QWidget *> stops() const;

    QSize sizeHint() const override;

    // Opens the popover below it. A popover that lists the chip gives way.
    void open();

Q_SIGNALS:
    void removeRequested();
    void toggled(bool isOn);
    void pressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateLook();

    QString m_title;
    QString m_toolTip;
    Popover *const m_popover; // may be null
    Chip *const m_chip;
    ChipCross *const m_cross;
    QString m_value;
    QString m_problem;
    bool m_isSwitch = false;
    bool m_isSet = false;
};

} // namespace widgets
