// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace widgets {

struct Plate;
class ThemeSource;

// What a chip and its cross have in common: Return presses them, and arrows are left to the bar.
class ChipButton : public QAbstractButton
{
    Q_OBJECT

protected:
    ChipButton(ThemeSource &theme, QWidget *parent);

    void keyPressEvent(QKeyEvent *event) override;

    ThemeSource &m_theme;
};

// A pill of text that paints itself: quiet while nothing is set, filled with its value in bold
// while something is. There is room for the ring of the keyboard focus around it, so that chips may
// overlap by twice that.
class Chip : public ChipButton
{
    Q_OBJECT

public:
    static int ringRoom();

    explicit Chip(ThemeSource &theme, QWidget *parent = nullptr);

    // 'Line', and 'Sales, Support'. No mnemonic is read in them.
    void setTexts(const QString &name, const QString &value);
    void setSet(bool isSet);
    void setProblem(bool hasProblem);
    // Whether it opens something.
    void setArrow(bool hasArrow);
    // Whether there is a button at its end, for which it leaves room while it is set.
    void setRemovable(bool isRemovable);

    // The place of the button at its end.
    QRect removePlace() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void changed();
    template <class T>
    void set(T &member, const T &value);
    bool isFilled() const { return m_isSet || m_hasProblem; }
    int textWidth() const;

    QString m_name;
    QString m_value;
    bool m_isSet = false;
    bool m_hasProblem = false;
    bool m_hasArrow = true;
    bool m_isRemovable = true;
};

// The cross at the end of a chip.
class ChipCross : public ChipButton
{
    Q_OBJECT

public:
    explicit ChipCross(ThemeSource &theme, QWidget *parent = nullptr);

    void setProblem(bool hasProblem);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_hasProblem = false;
};

} // namespace widgets
