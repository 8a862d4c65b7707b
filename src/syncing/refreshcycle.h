// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncing/reload.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace syncing {

// Keeps the known rows up to date: requests changes, or reads rows again if that is not possible.
// It does one of them at a time, and counts failures in a row. Destroying it cancels its requests.
// A receiver of its signals may destroy it.
class RefreshCycle : public QObject
{
    Q_OBJECT

public:
    // What to request when it is time.
    struct Plans
    {
        // The query whose changes are wanted, and since when they are not known, in the server's
        // time. All changed rows are taken, whether they match it or not.
        std::function<std::pair<quo::ConversationQuery, quo::Instant>(quo::Instant knownUntil)>
            changes;
        std::function<Reload::Plan()> reload;
    };

    RefreshCycle(const WalkDependencies &dependencies, Plans plans, QObject *parent = nullptr);

    // Up to when changes are known, in the server's time; null if unknown.
    const std::optional<quo::Instant> &knownUntil() const { return m_knownUntil; }
    void setKnownUntil(std::optional<quo::Instant> until) { m_knownUntil = until; }

    // To be called after the first page, before which there is nothing to refresh. While requests
    // are under way, only reload() has an effect: it starts over.
    //
    // The user wants it: requests changes, or all rows if the server ignores the filter for
    // changes. Goes on with a reload that failed.
    void refresh();
    // The same at intervals. Does nothing if only another key helps, and goes on with a failed
    // reload only if time may have mended it.
    void refreshByItself();
    // Repeats what failed; does nothing if nothing did.
    void retry();
    void reload();
    // Cancels all requests and forgets the last error. Emits nothing.
    void stop();
    // Drops a reload that failed.
    void forgetReload() { m_reload.reset(); }
    // Something else has read these rows meanwhile.
    void noteSeen(const QList<quint32> &rows);

    bool isUnderWay() const { return m_changes || isReloading(); }
    bool isReloading() const;
    // The state of the requests under way; otherwise Failed or Idle.
    quo::PageWalk::State state() const;
    // The error of the last refresh or reload; null if it succeeded.
    const std::optional<quo::ApiError> &error() const { return m_error; }
    int failures() const { return m_failures; } // in a row
    // When changes were known the last time; the epoch before.
    quo::Instant ended() const { return m_ended; }
    // The query of the last changes.
    const quo::ConversationQuery &changesOf() const { return m_changesOf; }
    // Rows that a reload has read so far.
    int rowsRead() const { return m_reload ? m_reload->rowsRead() : 0; }
    // False if the server has ignored the filter for changes the last time.
    bool canAskForChanges() const { return m_canAskForChanges; }
    // So many rows moved that the last refresh may have missed changes.
    bool hasMoved() const { return m_hasMoved; }

Q_SIGNALS:
    void statusChanged();
    // Changes that were already made to the known rows: by a reload, or rows that changed on the
    // server since they were read.
    void rowsChanged(const syncing::RowChange &change);
    void newsArrived(const syncing::RowChange &change);
    // All changes have been read. These rows may have matched changesOf() before, and no longer do.
    void changesEnded(const QStringList &leftIds);
    // Rows that a reload has brought no longer match its query.
    void rowsLeft(const quo::ConversationQuery &query, const QStringList &ids);
    // A reload has ended. The receiver marks the rows that are gone.
    void reloaded(std::shared_ptr<syncing::Reload> reload);

private:
    void goOn(bool mayAskForChanges);
    void onReloadState();
    void beginChanges();
    void onChanges(const quo::Page &page, const quo::ConversationQuery &query);
    void onChangeState();
    void endChanges(const quo::ChangeWalk &changes);
    void noteFailure(const quo::ApiError &error);
    void noteSuccess();

    const WalkDependencies m_dependencies;
    const Plans m_plans;
    std::unique_ptr<quo::ChangeWalk> m_changes;
    quo::ConversationQuery m_changesOf;
    std::unique_ptr<Reload> m_reload; // under way, or failed
    std::optional<quo::Instant> m_knownUntil;
    bool m_canAskForChanges = true;
    bool m_hasMoved = false;
    quo::Instant m_ended{};
    std::optional<quo::ApiError> m_error;
    int m_failures = 0;
};

} // namespace syncing
