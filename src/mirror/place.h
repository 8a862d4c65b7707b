// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mirror {

// Where a workspace is kept on this computer, and for whom.
struct Place
{
    QString fileName; // beside it: -wal, -shm and .lock
    // Which server and key the rows come from, as a salted hash. Another one means that the key may
    // not see all of them.
    QByteArray owner;

    bool operator==(const Place &) const = default;
};

} // namespace mirror
