// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace widgets {

class RequestMeter;
class ThemeSource;

// The line below the list: how complete it is, what is under way and what went wrong.
class StatusLine : public QStatusBar
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

private:
    QLabel *const m_completenessLabel;
    QToolButton *const m_loadAllButton;
    QLabel *const m_activityLabel;
    QToolButton *const m_stopButton;
    QLabel *const m_freshnessLabel;
    QLabel *const m_errorLabel;
    RequestMeter *const m_meter;
    QLabel *const m_keyLabel;
    QString m_announced; // the last announced sentence about completeness
};

} // namespace widgets
