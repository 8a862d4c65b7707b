// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QComboBox;

namespace widgets {

class TextView;

// What this run, and those that have crashed, have written into their logs. Read once more whenever
// it is opened or another one is chosen.
class LogDialog : public QDialog
{
    Q_OBJECT

public:
    struct Log
    {
        QString name;
        QString fileName;
    };

    // Latest first.
    LogDialog(const QList<Log> &logs, QWidget *parent);

private:
    void showLog();

    QComboBox *const m_logBox;
    TextView *const m_text;
};

} // namespace widgets
