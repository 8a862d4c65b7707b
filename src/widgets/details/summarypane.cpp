// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/summarypane.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "widgets/inbox/rowdelegate.h"
#include "words/statewords.h"
#include "words/widgettext.h"

#include <QHeaderView>

#include <algorithm>

namespace widgets {

SummaryPane::SummaryPane(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Selected conversations, summed up"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(12);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false); // it is not a list to choose from
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void SummaryPane::show(const inbox::RowTally &tally, const inbox::CellContext &context)
{
    clear();
    const auto countsOf = [](const auto &counts, auto nameOf) {
        QList<Count> named;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            named.append({nameOf(it.key()), it.value(), {}});
        return named;
    };
    const QLocale &locale = context.reader.locale;
    addGroup(tr("By line"),
             countsOf(tally.lines,
                      [&](const QString &id) {
                          return inbox::lineName(id, context.directory, context.reader.region);
                      }),
             locale);
    addGroup(tr("By assignee"),
             countsOf(tally.assignees,
                      [&](const QString &id) {
                          return id.isEmpty() ? tr("Unassigned")
                                              : inbox::shownAssignee(id, context.directory);
                      }),
             locale);
    QList<Count> states;
    for (auto it = tally.marks.cbegin(); it != tally.marks.cend(); ++it)
        states.append({words::markName(it.key()), it.value(), markIcon(it.key())});
    if (tally.unmarked > 0)
        states.append({tr("None of these"), tally.unmarked, {}});
    // One conversation may have several states, so the counts may not add up to the total.
    addGroup(tr("By state"), states, locale);
    expandAll();
}

void SummaryPane::showCollecting()
{
    clear();
    addTopLevelItem(new QTreeWidgetItem({tr("collecting…")}));
}

void SummaryPane::addGroup(const QString &title, QList<Count> counts, const QLocale &locale)
{
    const inbox::Collator collator(locale);
    std::ranges::sort(counts, [&collator](const Count &a, const Count &b) {
        return a.rows != b.rows ? a.rows > b.rows : collator.compare(a.name, b.name) < 0;
    });
    auto *group = new QTreeWidgetItem(this, {title});
    QFont bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    // The same height as the rows of the list beside it.
    group->setSizeHint(0, QSize(0, fontMetrics().height() + 8));
    for (const Count &count : counts) {
        auto *item = new QTreeWidgetItem(group, {count.name, locale.toString(count.rows)});
        item->setIcon(0, count.icon);
        item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setToolTip(0, words::toolTipText(count.name));
        // Read as one text: 'Support: 12'.
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1: %2", "name and count").arg(count.name, locale.toString(count.rows)));
    }
}

} // namespace widgets
