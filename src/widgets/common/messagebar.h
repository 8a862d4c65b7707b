// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QVBoxLayout;

namespace widgets {

// What the program has to say of itself, above whatever page is open: one line for each message,
// which stays until it is closed or no longer true.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    struct Message
    {
        QString id; // one of an id is shown at a time
        QString text;
        QString actionText = {}; // empty: none
        std::function<void()> action = {};
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    // Another text of one that is shown, such as how far something is: in place, and not announced.
    void setText(const QString &id, const QString &text);
    void remove(const QString &id);

private:
    QVBoxLayout *const m_column;
};

} // namespace widgets
