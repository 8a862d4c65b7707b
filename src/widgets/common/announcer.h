// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace widgets {

// Tells readers of the screen what has come up where the focus is not: progress, errors, what
// became of something. It is a notification in the accessible tree, which nobody sees. There is one
// in each main window.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *window);

    // Soon, together with what else comes up meanwhile. Of what one widget says, the last counts.
    void announce(const QWidget &where, const QString &sentence);

private:
    void tell();

    struct Sentence
    {
        const QWidget *where; // compared alone: it may be gone
        QString text;
    };
    QList<Sentence> m_sentences; // that are yet to be told
    QTimer m_soon;
};

// To the announcer of the window that this is in; to nobody where there is none.
void announce(const QWidget &where, const QString &sentence);

} // namespace widgets
