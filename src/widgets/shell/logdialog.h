// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QComboBox;
class QPushButton;

namespace widgets {

class TextView;

// What this run, and those that have crashed, have written into their logs, and what is logged in
// memory. Files are read again whenever the dialog is opened or another log is chosen.
class LogDialog : public QDialog
{
    Q_OBJECT

public:
    struct Log
    {
        QString name;
        QString fileName; // empty where there is just the text
        QString text;
    };

    // Latest first.
    LogDialog(const QList<Log> &logs, QWidget *parent);

private:
    void showLog();

    const QList<Log> m_logs;
    QComboBox *const m_logBox;
    TextView *const m_text;
    QPushButton *m_folder = nullptr;
};

} // namespace widgets
