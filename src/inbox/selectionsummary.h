// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowselection.h"
#include "inbox/rowtally.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace inbox {

// The selected conversations summed up. A few are summed up when somebody asks, many by a worker.
class SelectionSummary : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    SelectionSummary(const InboxModel &model, const RowSelection &selection,
                     QObject *parent = nullptr);
    ~SelectionSummary() override;

    // Null while a worker is collecting it, which this begins.
    const std::optional<RowTally> &tally();

Q_SIGNALS:
    // What tally() did not have yet is there.
    void collected();

private:
    void forget();
    void start();
    void onResult();

    const InboxModel &m_model;
    const RowSelection &m_selection;
    std::optional<RowTally> m_tally;
    bool m_isCollecting = false; // until its end has been told
    bool m_isWanted = false;     // another run, since what a worker counts has changed
    QThreadPool m_pool;
    QFutureWatcher<RowTally> m_watcher; // before the pool goes
};

} // namespace inbox
