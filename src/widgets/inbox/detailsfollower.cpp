// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/detailsfollower.h"

#include "inbox/naming.h"
#include "widgets/details/activitypane.h"
#include "widgets/details/detailspane.h"
#include "widgets/inbox/conversationtable.h"
#include "widgets/inbox/relatedpopover.h"

namespace widgets {

namespace {

// So many rows are summed up once the selection rests: a search has the processor before that.
constexpr int manyRows = 2000;
constexpr quo::milliseconds pause{300};

} // namespace

DetailsFollower::DetailsFollower(const Dependencies &dependencies, QWidget *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_related(new RelatedPopover(dependencies.theme, parent))
{
    ConversationTable *table = &dependencies.table;
    connect(table, &ConversationTable::selectedRowsChanged, this, &DetailsFollower::show);
    connect(&dependencies.model, &QAbstractItemModel::dataChanged, this,
            &DetailsFollower::showIfIn);
    connect(&dependencies.selected, &inbox::SelectionSummary::collected, this, [this] {
        if (m_dependencies.table.selectedCount() > 1)
            showSummary();
    });
    connect(&dependencies.details, &DetailsPane::conversationsRequested, this,
            &DetailsFollower::listWith);
    connect(&dependencies.details, &DetailsPane::stepRequested, this, &DetailsFollower::step);
    connect(&dependencies.details, &DetailsPane::backRequested, table,
            [table] { table->setFocus(); });
    connect(m_related, &RelatedPopover::conversationRequested, table, [table](const QString &id) {
        table->goTo(id);
        table->setFocus();
    });
    show();
}

void DetailsFollower::showIfIn(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    if (roles == QList<int>{inbox::InboxModel::NewsRole})
        return; // only a dot fades
    // A rename announces thousands of rows, and details cost more than a cell.
    inbox::RowSet rows = m_dependencies.model.order().rowsBetween(topLeft.row(), bottomRight.row());
    rows &= m_dependencies.table.rowSelection().rows();
    if (!rows.isEmpty() && m_dependencies.table.selectedCount() > 1)
        sumUpSoon();
    else if (!rows.isEmpty())
        show();
}

void DetailsFollower::show()
{
    const ConversationTable &table = m_dependencies.table;
    DetailsPane &details = m_dependencies.details;
    const std::optional<inbox::ConversationRow> row = table.selectedRow();
    m_dependencies.activity.show(row);
    m_dependencies.activity.refreshTexts();
    m_sumUp.reset();
    if (row)
        details.show(*row, m_dependencies.model.names().context());
    else if (table.selectedCount() > manyRows)
        details.show(table.selectedCount(), {}, m_dependencies.model.names().context());
    else if (!table.rowSelection().hasSelection())
        details.showNothing();
    if (table.selectedCount() > 1)
        sumUpSoon();
}

void DetailsFollower::sumUpSoon()
{
    const bool areMany = m_dependencies.table.selectedCount() > manyRows;
    m_sumUp = m_dependencies.clock.callAfter(areMany ? pause : quo::milliseconds(0),
                                             [this] { showSummary(); });
}

void DetailsFollower::showSummary()
{
    // Where a worker is still collecting it, what is shown is about the same rows.
    if (const std::optional<inbox::RowTally> &tally = m_dependencies.selected.tally())
        m_dependencies.details.show(m_dependencies.table.selectedCount(), tally,
                                    m_dependencies.model.names().context());
}

void DetailsFollower::step(int steps)
{
    ConversationTable &table = m_dependencies.table;
    table.goTo(table.currentIndex().row() + steps); // the focus stays where it is
}

QString DetailsFollower::namesOf(const QStringList &people) const
{
    QStringList names;
    for (const QString &number : people)
        names.append(inbox::participantName(number, m_dependencies.model.names().context()));
    return names.join(QStringLiteral(", "));
}

void DetailsFollower::listWith(const QStringList &people, QWidget *anchor)
{
    m_related->find(tr("Conversations with %1").arg(namesOf(people)), people, false,
                    m_dependencies.model);
    m_related->showBelow(anchor);
}

void DetailsFollower::listWithJust(const QStringList &people)
{
    m_related->find(tr("Conversations with just %1").arg(namesOf(people)), people, true,
                    m_dependencies.model);
    m_related->showBelow(m_dependencies.details.header());
}

} // namespace widgets
