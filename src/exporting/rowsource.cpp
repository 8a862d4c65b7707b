// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowsource.h"

namespace exporting {

void RowSource::arrange(const std::function<bool()> &isCancelled)
{
    if (!arrangement)
        return;
    const inbox::CellContext context = names.context();
    const inbox::RowFilter &filter = arrangement->filter;
    std::shared_ptr<const inbox::ContactTexts> contactTexts;
    if (!filter.search.terms.isEmpty())
        contactTexts = std::make_shared<inbox::ContactTexts>(names.contacts);
    const inbox::RowMatcher matcher(filter, rows, context, contactTexts);
    const inbox::RowOrder matching =
        inbox::RowOrder::ofArrival(rows.size()).filtered([&](quint32 row) {
            return !rows.hasLeft(row) && !isCancelled() && matcher.matches(rows, row, names.now);
        });
    order = inbox::sorted(rows, matching, arrangement->sort, context, inbox::runOneAfterTheOther,
                          isCancelled);
    arrangement.reset();
}

} // namespace exporting
