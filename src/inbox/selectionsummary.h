// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowselection.h"
#include "inbox/rowtally.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace inbox {

// Counts of the selected conversations. A few are counted at once, many by a worker.
class SelectionSummary : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    SelectionSummary(const InboxModel &model, const RowSelection &selection,
                     QObject *parent = nullptr);
    ~SelectionSummary() override;

    // Null while a worker counts. The call starts it.
    const std::optional<RowTally> &tally();

Q_SIGNALS:
    // A worker has finished, and tally() is not null any more.
    void collected();

private:
    void forget();
    void start();
    void onResult();

    const InboxModel &m_model;
    const RowSelection &m_selection;
    std::optional<RowTally> m_tally;
    bool m_isCollecting = false; // until the end of the worker is processed
    bool m_isWanted = false;     // another run, since the rows have changed meanwhile
    QThreadPool m_pool;
    QFutureWatcher<RowTally> m_watcher; // destroyed before the pool
};

} // namespace inbox
