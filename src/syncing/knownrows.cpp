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

} // namespace syncing
