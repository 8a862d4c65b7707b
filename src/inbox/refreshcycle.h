// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/reload.h"

namespace inbox {

// Keeps the loaded rows of one query up to date: requests changes, or reads all rows again if that
// is not possible. It does one of them at a time, and counts failures in a row. Destroying it
// cancels its requests. A receiver of its signals may destroy it.
class RefreshCycle : public QObject
{
    Q_OBJECT

public:
    RefreshCycle(const RefreshDependencies &dependencies, const quo::ConversationQuery &query,
                 QObject *parent = nullptr);

    // To be called after the first page of the list, before which there is nothing to refresh.
    // 'newest' is its latest change, in the server's time; null if unknown.
    void noteFirstPage(std::optional<quo::Instant> newest);

    // 'shown' is the reading that has loaded the rows; no reference is kept. While requests are
    // under way, only reload() has an effect: it starts over.
    //
    // The user wants it: requests changes, or all rows if the server ignores the filter for
    // changes. Goes on with a reload that failed.
    void refresh(const QueryReading &shown);
    // The same at intervals. Does nothing if only another key helps, and goes on with a failed
    // reload only if time may have mended it.
    void refreshByItself(const QueryReading &shown);
    // Repeats what failed; does nothing if nothing did.
    void retry(const QueryReading &shown);
    void reload(const QueryReading &shown);
    // Cancels all requests and forgets the last error. Emits nothing.
    void stop();
    // Drops a reload that failed.
    void forgetReload() { m_reload.reset(); }

    bool isUnderWay() const { return m_changes || isReloading(); }
    bool isReloading() const;
    // The state of the requests under way; otherwise Failed or Idle.
    quo::PageWalk::State state() const;
    // The error of the last refresh or reload; null if it succeeded.
    const std::optional<quo::ApiError> &error() const { return m_error; }
    int failures() const { return m_failures; } // in a row
    // The time of the last success; the epoch before.
    quo::Instant ended() const { return m_ended; }
    // Rows that a reload has read so far.
    int rowsRead() const { return m_reload ? m_reload->rowsRead() : 0; }
    // False if the server has ignored the filter for changes the last time.
    bool canAskForChanges() const { return m_canAskForChanges; }
    // So many rows moved that the last refresh may have missed changes.
    bool hasMoved() const { return m_hasMoved; }

    // The reading with which the list goes on. To be called once, by the receiver of reloaded().
    std::unique_ptr<QueryReading> takeReading() { return std::move(m_reading); }

Q_SIGNALS:
    void statusChanged();
    // Changes that were already made to the loaded rows: by a reload, or since rows left.
    void rowsChanged(const inbox::LoadedRows::Change &change);
    // The same, for rows that changed on the server since they were read.
    void newsArrived(const inbox::LoadedRows::Change &change);
    // A reload has succeeded. The change is that of rows that are gone.
    void reloaded(const inbox::LoadedRows::Change &gone);

private:
    void goOn(const QueryReading &shown, bool mayAskForChanges);
    void onReloadState();
    void beginChanges();
    void onChanges(const quo::Page &page);
    void onChangeState();
    QStringList endChanges(const quo::ChangeWalk &changes);
    void noteFailure(const quo::ApiError &error);
    void noteSuccess();

    const RefreshDependencies m_dependencies;
    const quo::ConversationQuery m_query;
    std::unique_ptr<quo::ChangeWalk> m_changes;
    std::unique_ptr<Reload> m_reload;        // under way, or failed
    std::unique_ptr<QueryReading> m_reading; // for takeReading()
    // Up to when changes are known, in the server's time; null if unknown.
    std::optional<quo::Instant> m_knownUntil;
    bool m_canAskForChanges = true;
    bool m_hasMoved = false;
    quo::Instant m_ended{};
    std::optional<quo::ApiError> m_error;
    int m_failures = 0;
};

} // namespace inbox
