// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QVBoxLayout;

namespace widgets {

class ThemeSource;

// Messages about the program, above the open page: one line for each, which stays until it is
// closed or no longer true.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    struct Message
    {
        QString id; // a message replaces the one with the same id
        QString text;
        QString actionText = {}; // empty: no button
        std::function<void()> action = {};
    };

    explicit MessageBar(ThemeSource &theme, QWidget *parent = nullptr);

    void show(const Message &message);
    // Changes the text of a message that is shown, such as a progress, without an announcement.
    void setText(const QString &id, const QString &text);
    void remove(const QString &id);

private:
    QVBoxLayout *const m_column;
};

} // namespace widgets
