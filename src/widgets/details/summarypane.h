// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/rowtally.h"

#include <QTreeWidget>

namespace widgets {

// Several conversations summed up: how many of each line, assignee and state, most first.
class SummaryPane : public QTreeWidget
{
    Q_OBJECT

public:
    explicit SummaryPane(QWidget *parent = nullptr);

    void show(const inbox::RowTally &tally, const inbox::CellContext &context);
    // Until it is there.
    void showCollecting();

protected:
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    struct Count
    {
        QString name;
        int rows;
        QIcon icon; // of a state
    };

    void addGroup(const QString &title, QList<Count> counts, const QLocale &locale);
};

} // namespace widgets
