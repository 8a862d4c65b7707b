// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchconditions.h"

namespace widgets {

// A search by the chips that show its conditions. A chip has one condition; all of several must
// hold, which its popover cannot say. The chip of the last activity has all that are about it.
class SearchParts
{
public:
    enum class Part { State, Activity, Assignee };

    SearchParts() = default;
    SearchParts(const QString &search, const inbox::SearchContext &context);

    QList<inbox::SearchCondition> of(Part part) const;
    // All other conditions, each with a chip of its own.
    QList<inbox::SearchCondition> others() const;

    // The search with these conditions in place of those of the part.
    QString with(Part part, const QStringList &conditions) const;
    // The search without this one of the others.
    QString withoutOther(qsizetype other) const;

private:
    const QList<qsizetype> &indexesOf(Part part) const;
    QList<inbox::SearchCondition> at(const QList<qsizetype> &indexes) const;
    QString replaced(const QList<qsizetype> &indexes, const QStringList &conditions) const;

    inbox::SplitSearch m_search;
    QList<qsizetype> m_state; // indexes of conditions
    QList<qsizetype> m_activity;
    QList<qsizetype> m_assignee;
    QList<qsizetype> m_others;
};

} // namespace widgets
