// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/completeness.h"

namespace quo {

namespace {

template <class T>
void addEach(QList<T> &all, const QList<T> &some)
{
    for (const T &one : some)
        if (!all.contains(one))
            all.append(one);
}

} // namespace

QList<Gap> Completeness::gaps() const
{
    // Names all members, so that this does not compile if a new one is forgotten.
    const auto &[rowCount, time, failed, stopped, more, limited, selected, skipped, skippedRows,
                 ignored, unchecked, refused, moved, contacts] = *this;
    Q_UNUSED(rowCount)
    Q_UNUSED(time)
    Q_UNUSED(skippedRows)
    const auto isThere = std::to_array<bool>({
        !failed.isEmpty(),
        stopped,
        more,
        limited,
        selected,
        skipped > 0,
        !ignored.isEmpty(),
        !unchecked.isEmpty(),
        !refused.isEmpty(),
        moved,
        contacts.has_value(),
    });
    static_assert(isThere.size() == allGaps.size());
    QList<Gap> gaps;
    for (const Gap gap : allGaps)
        if (isThere[size_t(gap)])
            gaps.append(gap);
    return gaps;
}

Verdict Completeness::verdict() const
{
    if (isWhole())
        return Verdict::Whole;
    return rows == 0 ? Verdict::NothingUsable : Verdict::Incomplete;
}

void Completeness::addUnreadable(const QList<SkippedRow> &skipped)
{
    unreadableCount += skipped.size();
    unreadable.append(skipped.first(qMin(skipped.size(), keptUnreadable - unreadable.size())));
}

void Completeness::addIgnored(const QList<QueryField> &fields)
{
    addEach(ignoredFilters, fields);
}

void Completeness::addRefused(const QStringList &lines)
{
    addEach(refusedLines, lines);
}

void Completeness::addGaps(const Completeness &part)
{
    failures += part.failures;
    addRefused(part.refusedLines);
    addIgnored(part.ignoredFilters);
    addEach(uncheckedFilters, part.uncheckedFilters);
}

void Completeness::addUnreadable(const Completeness &part)
{
    unreadableCount += part.unreadableCount;
    unreadable += part.unreadable;
    unreadable.resize(qMin(unreadable.size(), keptUnreadable));
}

} // namespace quo
