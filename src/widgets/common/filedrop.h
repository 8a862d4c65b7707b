// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace widgets {

// Takes files that are dropped on a widget.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    // The target owns it.
    explicit FileDrop(QWidget *target);

Q_SIGNALS:
    void dropped(const QStringList &fileNames);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace widgets
