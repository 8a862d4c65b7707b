// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/summarypane.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "widgets/common/rounded.h"
#include "widgets/common/statelook.h"
#include "words/rowwords.h"
#include "words/statewords.h"
#include "words/widgettext.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int barWidth = 88;
constexpr int barHeight = space::tiny;
constexpr int countRole = Qt::UserRole; // the index of a count; none for a title

} // namespace

SummaryPane::SummaryPane(ThemeSource &theme, QWidget *parent)
    : QTreeWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Selected conversations, summed up"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setFrameShape(NoFrame);
    setSelectionMode(NoSelection); // it is not a list to choose from
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(&theme, &ThemeSource::changed, this, &SummaryPane::applyTheme);
    applyTheme();
}

void SummaryPane::show(const inbox::RowTally &tally, const inbox::CellContext &context)
{
    clear();
    m_counts.clear();
    m_rows = tally.rows;
    const QLocale &locale = context.reader.locale;
    const QStringList ids = context.directory.lineIds();
    const QList<int> colors = colorsOfLines(ids);
    QList<Count> lines;
    for (auto it = tally.lines.cbegin(); it != tally.lines.cend(); ++it) {
        Count count{words::lineLabel(it.key(), context), it.value()};
        if (const qsizetype line = ids.indexOf(it.key()); line >= 0)
            count.mark.lineColor = colors.at(line);
        lines.append(count);
    }
    addGroup(tr("By line"), lines, locale);
    QList<Count> assignees;
    for (auto it = tally.assignees.cbegin(); it != tally.assignees.cend(); ++it) {
        const QString name = it.key().isEmpty() ? tr("Unassigned")
                                                : inbox::shownAssignee(it.key(), context.directory);
        Count count{name, it.value()};
        if (it.key().isEmpty())
            count.state = inbox::ConversationState::Mark::Unassigned;
        else
            count.mark.avatar = avatarOf(name, it.key());
        assignees.append(count);
    }
    addGroup(tr("By assignee"), assignees, locale);
    QList<Count> states;
    for (auto it = tally.marks.cbegin(); it != tally.marks.cend(); ++it) {
        Count count{words::markName(it.key()), it.value()};
        count.state = it.key();
        states.append(count);
    }
    if (tally.unmarked > 0)
        states.append({tr("None of these"), tally.unmarked});
    // One conversation may have several states, so the counts may not add up to the total.
    addGroup(tr("By state"), states, locale);
    expandAll();
}

void SummaryPane::showCollecting()
{
    clear();
    m_counts.clear();
    addTopLevelItem(new QTreeWidgetItem({tr("Counting…")}));
}

void SummaryPane::addGroup(const QString &title, QList<Count> counts, const QLocale &locale)
{
    const inbox::Collator collator(locale);
    std::ranges::sort(counts, [&collator](const Count &a, const Count &b) {
        return a.rows != b.rows ? a.rows > b.rows : collator.compare(a.name, b.name) < 0;
    });
    const Heights &heights = m_theme.theme().heights;
    auto *group = new QTreeWidgetItem(this, {title});
    group->setSizeHint(0, QSize(0, heights.heading + space::medium));
    for (const Count &count : counts) {
        auto *item = new QTreeWidgetItem(group, {count.name, locale.toString(count.rows)});
        item->setData(0, countRole, m_counts.size());
        item->setSizeHint(0, QSize(0, heights.item));
        item->setToolTip(0, words::toolTipText(count.name));
        // Read as one text: 'Support: 12'.
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1: %2", "name and count").arg(count.name, locale.toString(count.rows)));
        m_counts.append(count);
    }
}

void SummaryPane::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const Ground &ground = theme.base.plain;
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const QRect inside = row.adjusted(space::wide, 0, -space::wide, 0);
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), row, rect);
    };
    const QVariant at = index.siblingAtColumn(0).data(countRole);
    const QString name = index.siblingAtColumn(0).data().toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!at.isValid()) {
        const bool isTitle = !m_counts.isEmpty();
        painter->setFont(isTitle ? theme.fonts.heading : theme.fonts.body);
        painter->setPen(ground.secondary);
        painter->drawText(place(inside.adjusted(0, 0, 0, isTitle ? -space::tiny : 0)),
                          int(Qt::AlignLeading | (isTitle ? Qt::AlignBottom : Qt::AlignVCenter)),
                          name);
        return painter->restore();
    }
    const Count &count = m_counts.at(at.toInt());
    if (hasFocus() && currentIndex().row() == index.row() &&
        currentIndex().parent() == index.parent()) {
        painter->setPen(QPen(ground.accent, stroke::focus));
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }
    const int side = theme.heights.smallCircle;
    drawSign(*painter, place({inside.left(), row.top(), side, row.height()}), count);
    const QString number = index.siblingAtColumn(1).data().toString();
    const int numberWidth = columnWidth(1);
    const QRect bar(inside.right() + 1 - numberWidth - space::narrow - barWidth,
                    row.center().y() - barHeight / 2 + 1, barWidth, barHeight);
    painter->setFont(theme.fonts.body);
    painter->setPen(ground.text);
    const QRect text(inside.left() + side + space::narrow, row.top(),
                     bar.left() - inside.left() - side - 2 * space::narrow, row.height());
    painter->drawText(place(text), int(Qt::AlignLeading | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    painter->setPen(ground.secondary);
    painter->drawText(
        place({inside.right() + 1 - numberWidth, row.top(), numberWidth, row.height()}),
        int(Qt::AlignTrailing | Qt::AlignVCenter), number);
    QRect part = bar;
    part.setWidth(qMax(barHeight, bar.width() * count.rows / qMax(1, m_rows)));
    drawRounded(*painter, place(bar), barHeight / 2.0, theme.base.neutral.fill,
                theme.base.neutral.edge);
    drawRounded(*painter, place(part), barHeight / 2.0, ground.accent, Qt::transparent);
    painter->restore();
}

void SummaryPane::drawSign(QPainter &painter, const QRect &place, const Count &count) const
{
    const Theme &theme = m_theme.theme();
    if (count.state) {
        QRect icon(0, 0, theme.heights.icon, theme.heights.icon);
        icon.moveCenter(place.center());
        paintIcon(painter, icon, drawingOf(*count.state), plateOf(*count.state, theme.base).text);
    } else {
        paintMark(painter, place, count.mark, theme.base.plain, theme);
    }
}

void SummaryPane::applyTheme()
{
    const Theme &theme = m_theme.theme();
    setFont(theme.fonts.body);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = topLevelItem(i);
        group->setSizeHint(0, QSize(0, theme.heights.heading + space::medium));
        for (int child = 0; child < group->childCount(); ++child)
            group->child(child)->setSizeHint(0, QSize(0, theme.heights.item));
    }
    viewport()->update();
}

} // namespace widgets
