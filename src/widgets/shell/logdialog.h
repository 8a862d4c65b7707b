// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QComboBox;
class QPushButton;

namespace widgets {

class TextView;
class ThemeSource;

// Shows the logs of this run and of runs that have crashed, and the log that is kept in memory.
// Files are read again whenever the dialog is opened or another log is chosen.
class LogDialog : public QDialog
{
    Q_OBJECT

public:
    struct Log
    {
        QString name;
        QString fileName; // empty for a log that is only a text
        QString text;
    };

    // Latest first.
    LogDialog(const QList<Log> &logs, ThemeSource &theme, QWidget *parent);

private:
    void showLog();

    const QList<Log> m_logs;
    QComboBox *const m_logBox;
    TextView *const m_text;
    QPushButton *m_folder = nullptr;
};

} // namespace widgets
