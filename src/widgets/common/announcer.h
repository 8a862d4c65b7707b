// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <QWidget>

#include <memory>

namespace widgets {

// Has a screen reader say what appears where the focus is not: progress, errors, results. It is an
// invisible notification in the accessible tree. Each main window has one.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    // The clock must outlive it.
    Announcer(QWidget *window, quo::Clock &clock);

    // After a short pause, together with whatever else is announced meanwhile. What a widget
    // announces replaces what it announced before in that pause.
    void announce(const QWidget &where, const QString &sentence);

private:
    void announcePending();

    struct Sentence
    {
        const QWidget *where; // only compared: it may be gone
        QString text;
    };
    quo::Clock &m_clock;
    QList<Sentence> m_pending;
    std::unique_ptr<quo::Clock::Timer> m_pause;
};

// By the announcer of the window that 'where' is in. Does nothing where there is none.
void announce(const QWidget &where, const QString &sentence);

} // namespace widgets
