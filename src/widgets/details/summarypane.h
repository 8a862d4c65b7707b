// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/rowtally.h"
#include "widgets/common/detaildelegate.h"

#include <QTreeWidget>

#include <optional>

namespace widgets {

// Counts of several conversations by line, assignee and state, the highest first, with a bar for
// each.
class SummaryPane : public QTreeWidget
{
    Q_OBJECT

public:
    SummaryPane(ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::RowTally &tally, const inbox::CellContext &context);
    // Shown until the tally is known.
    void showCollecting();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    struct Count
    {
        QString name;
        int rows = 0;
        RowMark mark = {};                                        // of a line or a teammate
        std::optional<inbox::ConversationState::Mark> state = {}; // has a drawing in its own colour
    };

    void addGroup(const QString &title, QList<Count> counts, const QLocale &locale);
    void drawSign(QPainter &painter, const QRect &place, const Count &count) const;
    void applyTheme();

    ThemeSource &m_theme;
    int m_rows = 0; // all of them
    QList<Count> m_counts;
};

} // namespace widgets
