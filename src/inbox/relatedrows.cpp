// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/relatedrows.h"

#include "inbox/naming.h"

#include <algorithm>

namespace inbox {

RelatedRows relatedRows(const QStringList &people, bool isJust, const ConversationRows &rows,
                        const RowOrder &order, const NamesSnapshot &names, qsizetype most,
                        const std::function<bool()> &isCanceled)
{
    RelatedRows related;
    if (people.isEmpty())
        return related;
    QByteArrayList sought;
    for (const QString &number : people)
        sought.append(number.toUtf8());
    const QSet<QString> just(people.begin(), people.end());
    const CellContext context = names.context();
    int looked = 0;
    order.forEach([&](quint32 index) {
        if (looked < 0 || (++looked % 4096 == 0 && isCanceled())) {
            looked = -1;
            return;
        }
        const ConversationRow row = rows.at(index);
        if (!std::ranges::all_of(
                sought, [&row](const QByteArray &number) { return row.hasParticipant(number); }))
            return;
        if (isJust) {
            const QStringList others = otherParticipants(row, context);
            if (QSet<QString>(others.begin(), others.end()) != just)
                return;
        }
        ++related.total;
        if (related.first.size() < most)
            related.first.append(index);
    });
    return related;
}

} // namespace inbox
