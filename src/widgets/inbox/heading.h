// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace widgets {

class ThemeSource;

// What is shown: its name, and beside it on the same baseline how much and in which order. That
// gives way where there is no room for both, and then the name is elided.
class Heading : public QLabel
{
    Q_OBJECT

public:
    explicit Heading(ThemeSource &theme, QWidget *parent = nullptr);

    void setName(const QString &name);
    // Empty before anything is known.
    void setDetail(const QString &detail);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void speak();

    ThemeSource &m_theme;
    QString m_name;
    QString m_detail;
};

} // namespace widgets
