// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/keptrows.h"

namespace inbox {

namespace {

// Finds the rows from 'begin' to 'end' by id, too.
void addToIndex(IdIndex &index, const ConversationRows &rows, quint32 begin, quint32 end)
{
    const auto idOf = [&rows](quint32 row) { return rows.at(row).utf8Id(); };
    for (quint32 row = begin; row < end; ++row)
        index.insert(idOf(row), row, idOf);
}

} // namespace

quo::Expected<KeptRows, mirror::Problem> readKeptRows(mirror::Reader &reader, int first,
                                                      const std::function<void(KeptRows)> &onFirst,
                                                      const std::function<bool()> &isCanceled)
{
    KeptRows kept;
    kept.rows.setSymbols(reader.lines(), reader.assignees());
    const std::optional<mirror::Problem> problem =
        reader.forEachRow(first, [&](const mirror::RowView &row) {
            if (kept.rows.size() == quint32(first) && first > 0) {
                KeptRows latest{kept.rows, {}};
                latest.index.reserve(latest.rows.size());
                addToIndex(latest.index, latest.rows, 0, latest.rows.size());
                onFirst(std::move(latest));
            }
            kept.rows.append(row);
            return kept.rows.size() % ConversationChunk::capacity != 0 || !isCanceled();
        });
    if (problem)
        return quo::Unexpected{*problem};
    kept.index.reserve(kept.rows.size());
    addToIndex(kept.index, kept.rows, 0, kept.rows.size());
    return kept;
}

} // namespace inbox
