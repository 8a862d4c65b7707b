// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/relatedrows.h"

namespace inbox {

QList<int> rowsWith(const QString &number, const InboxModel &model)
{
    const QByteArray sought = number.toUtf8();
    QList<int> found;
    for (int position = 0; position < model.rowCount(); ++position)
        if (model.rowAt(position)->hasParticipant(sought))
            found.append(position);
    return found;
}

QList<int> rowsWithJust(const QStringList &people, const InboxModel &model)
{
    if (people.isEmpty())
        return {};
    const CellContext context = model.cellContext();
    const QSet<QString> sought(people.begin(), people.end());
    // Of all rows only those with one of them are worth a closer look.
    QList<int> found = rowsWith(people.first(), model);
    found.removeIf([&](int position) {
        const QStringList others = otherParticipants(*model.rowAt(position), context);
        return QSet<QString>(others.begin(), others.end()) != sought;
    });
    return found;
}

} // namespace inbox
