// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/facetlist.h"

#include "inbox/column.h"
#include "inbox/searchconditions.h"
#include "widgets/common/detaildelegate.h"
#include "words/statewords.h"

#include <QKeyEvent>

namespace widgets {

FacetModel::FacetModel(const QLocale &locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(locale)
{
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(inbox::allFacets.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const inbox::Facet facet = inbox::allFacets[size_t(index.row())];
    const QString count = m_locale.toString(m_counts[size_t(facet)]);
    switch (role) {
    case Qt::DisplayRole:
        return words::facetName(facet);
    case CountRole:
        return count;
    case Qt::CheckStateRole:
        return m_chosen & inbox::bitOf(facet) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return tr("%1 of %2 loaded").arg(count, m_locale.toString(m_loaded));
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    Q_EMIT toggled(inbox::allFacets[size_t(index.row())], value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

void FacetModel::setCounts(const inbox::FacetCounts &counts, int loaded)
{
    m_counts = counts;
    m_loaded = loaded;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void FacetModel::setChosen(inbox::Facets chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

FacetList::FacetList(workspace::ShownState &state, const QLocale &locale, ThemeSource &theme,
                     QWidget *parent)
    : QListView(parent)
    , m_model(locale)
{
    setAccessibleName(tr("States of what is loaded"));
    setModel(&m_model);
    setItemDelegate(new DetailDelegate(FacetModel::CountRole, theme, this));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListView::clicked, this, &FacetList::toggle); // anywhere in the row
    connect(&m_model, &FacetModel::toggled, &state, [&state](inbox::Facet facet, bool on) {
        const QString condition = inbox::searchCondition(inbox::columnIndex(inbox::ColumnId::State),
                                                         inbox::facetWord(facet));
        const QString &search = state.shown().search;
        state.change(&workspace::View::search, on ? inbox::withCondition(search, condition)
                                                  : inbox::withoutCondition(search, condition));
    });
}

void FacetList::setCounts(const inbox::FacetCounts &counts, int loaded)
{
    m_model.setCounts(counts, loaded);
}

void FacetList::setSearch(const inbox::SearchQuery &search)
{
    inbox::Facets chosen = 0;
    for (const inbox::SearchTerm &term : search.terms)
        for (const inbox::SoughtValue &value : term.anyOf)
            if (value.kind == inbox::SoughtValue::Kind::Facet && !term.isNegated)
                chosen |= inbox::bitOf(value.facet);
    m_model.setChosen(chosen);
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    const bool isToggle = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                          event->key() == Qt::Key_Enter;
    if (isToggle && currentIndex().isValid())
        return toggle(currentIndex());
    QListView::keyPressEvent(event);
}

QSize FacetList::minimumSizeHint() const
{
    return {QListView::minimumSizeHint().width(), sizeHint().height()};
}

QSize FacetList::sizeHint() const
{
    return {QListView::sizeHint().width(), m_model.rowCount() * sizeHintForRow(0) + 4};
}

void FacetList::toggle(const QModelIndex &index)
{
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace widgets
