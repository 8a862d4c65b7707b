// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "words/statuswords.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace widgets {

class ThemeSource;

// The line below everything: one sentence about the list with a dot in its colour, the one thing
// that can be done about it, and how old the list is.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::SessionStatus &status, const inbox::CellContext &context);
    // Why the key is not stored; empty if it is.
    void setKeyHint(const QString &sentence);

Q_SIGNALS:
    void loadAllRequested();
    void stopRequested();
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addLink(const QString &text, const QString &accessibleName,
                         void (StatusLine::*requested)());
    void applyTheme();

    ThemeSource &m_theme;
    QWidget *const m_dot; // keeps the room that it is painted in
    QLabel *const m_sentence;
    QProgressBar *const m_meter; // requests of those that the key allows, while all is loaded
    QPushButton *const m_loadAll;
    QPushButton *const m_stop;
    QPushButton *const m_tryNow;
    QLabel *const m_key;
    QLabel *const m_rest;
    words::StatusSentence m_shown;
    QString m_announced; // the last announced sentence about completeness
};

} // namespace widgets
