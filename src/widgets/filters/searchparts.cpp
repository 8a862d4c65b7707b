// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/searchparts.h"

#include "inbox/column.h"

#include <algorithm>

namespace widgets {

SearchParts::SearchParts(const QString &search, const inbox::SearchContext &context)
    : m_search(inbox::splitSearch(search, context))
{
    using Kind = inbox::SoughtValue::Kind;
    for (qsizetype i = 0; i < m_search.conditions.size(); ++i) {
        const inbox::SearchTerm &term = m_search.conditions.at(i).term;
        const auto isAll = [&term](Kind kind) {
            return std::ranges::all_of(
                term.anyOf, [kind](const inbox::SoughtValue &value) { return value.kind == kind; });
        };
        const bool isState = term.column == columnIndex(inbox::ColumnId::State);
        const bool isAssignee = term.column == columnIndex(inbox::ColumnId::AssignedTo) ||
                                (isState && isAll(Kind::Assignee));
        const bool isActivity = term.column == columnIndex(inbox::ColumnId::LastActivityAt) &&
                                term.anyOf.size() == 1 && isAll(Kind::Time);
        if (!term.isNegated && isState && isAll(Kind::Facet) && m_state.isEmpty())
            m_state.append(i);
        else if (!term.isNegated && isAssignee && m_assignee.isEmpty())
            m_assignee.append(i);
        else if (!term.isNegated && isActivity)
            m_activity.append(i);
        else
            m_others.append(i);
    }
}

QList<inbox::SearchCondition> SearchParts::of(Part part) const
{
    return at(indexesOf(part));
}

QList<inbox::SearchCondition> SearchParts::others() const
{
    return at(m_others);
}

QString SearchParts::with(Part part, const QStringList &conditions) const
{
    return replaced(indexesOf(part), conditions);
}

QString SearchParts::withoutOther(qsizetype other) const
{
    return replaced({m_others.at(other)}, {});
}

const QList<qsizetype> &SearchParts::indexesOf(Part part) const
{
    switch (part) {
    case Part::State:
        return m_state;
    case Part::Activity:
        return m_activity;
    case Part::Assignee:
        break;
    }
    return m_assignee;
}

QList<inbox::SearchCondition> SearchParts::at(const QList<qsizetype> &indexes) const
{
    QList<inbox::SearchCondition> conditions;
    for (const qsizetype index : indexes)
        conditions.append(m_search.conditions.at(index));
    return conditions;
}

QString SearchParts::replaced(const QList<qsizetype> &indexes, const QStringList &conditions) const
{
    QStringList texts;
    for (qsizetype i = 0; i < m_search.conditions.size(); ++i) {
        if (!indexes.contains(i))
            texts.append(m_search.conditions.at(i).text);
        else if (i == indexes.first())
            texts += conditions;
    }
    if (indexes.isEmpty())
        texts += conditions;
    return inbox::joinedSearch(texts, m_search.text);
}

} // namespace widgets
