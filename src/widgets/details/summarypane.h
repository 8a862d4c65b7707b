// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/rowtally.h"

#include <QTreeWidget>

namespace widgets {

// Counts of several conversations by line, assignee and state, the highest first.
class SummaryPane : public QTreeWidget
{
    Q_OBJECT

public:
    explicit SummaryPane(QWidget *parent = nullptr);

    void show(const inbox::RowTally &tally, const inbox::CellContext &context);
    // Shown until the tally is known.
    void showCollecting();

protected:
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    struct Count
    {
        QString name;
        int rows;
        QIcon icon; // the icon of a state
    };

    void addGroup(const QString &title, QList<Count> counts, const QLocale &locale);
};

} // namespace widgets
