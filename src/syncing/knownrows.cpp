// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/knownrows.h"

namespace syncing {

QList<quint32> RowChange::touched() const
{
    QList<quint32> rows = changed;
    for (quint32 i = 0; i < added; ++i)
        rows.append(firstAdded + i);
    return rows;
}

RowSet KnownRows::present() const
{
    RowSet present(size());
    for (quint32 row = 0; row < size(); ++row)
        if (!hasLeft(row))
            present.set(row, true);
    return present;
}

} // namespace syncing
