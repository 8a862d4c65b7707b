// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/reload.h"

namespace inbox {

// Keeps the rows that are loaded of one query up to date: asks for what has changed, or reads all
// of them again where that does not do, one at a time. What fails is counted until something
// succeeds. Destroying it cancels its requests. A receiver of its signals may destroy it.
class RefreshCycle : public QObject
{
    Q_OBJECT

public:
    RefreshCycle(const RefreshDependencies &dependencies, const quo::ConversationQuery &query,
                 QObject *parent = nullptr);

    // The first page of the list has come; 'newest' is the latest change in it, in the server's
    // time. Only then something can be refreshed.
    void noteFirstPage(std::optional<quo::Instant> newest);

    // For all of them: 'shown' is what brought the rows; it is not kept. While something is under
    // way, only reload() does anything: it begins anew.
    //
    // Because the user wants it: asks for changes, or reads all again if the server ignores that it
    // is asked for changes only. Goes on with what has failed.
    void refresh(const QueryReading &shown);
    // Because it is time to. Not where another key is the remedy of the last failure, and a reading
    // that has failed goes on only if time may have mended it.
    void refreshByItself(const QueryReading &shown);
    // Tries again what has failed; does nothing if nothing has.
    void retry(const QueryReading &shown);
    void reload(const QueryReading &shown);
    // Cancels what is under way, and forgets why the last one has failed. Emits nothing.
    void stop();
    // Does not go on with a reading that has failed.
    void forgetReload() { m_reload.reset(); }

    bool isUnderWay() const { return m_changes || isReloading(); }
    bool isReloading() const;
    // Of what is under way; else failed, or idle.
    quo::PageWalk::State state() const;
    // Why the last of them has failed; null once one has not.
    const std::optional<quo::ApiError> &error() const { return m_error; }
    int failures() const { return m_failures; } // in a row
    // When the last one succeeded; the epoch: none has.
    quo::Instant ended() const { return m_ended; }
    // Rows that reading again has read so far.
    int rowsRead() const { return m_reload ? m_reload->rowsRead() : 0; }
    // False: the last time, the server ignored that it was asked for changes only.
    bool canAskForChanges() const { return m_canAskForChanges; }
    // So much has moved that the last refresh may have missed some.
    bool hasMoved() const { return m_hasMoved; }

    // In readAgain(), and only once: what the list goes on with.
    std::unique_ptr<QueryReading> takeReading() { return std::move(m_reading); }

Q_SIGNALS:
    void statusChanged();
    // Rows that are read again, or have left. They are already changed.
    void rowsChanged(const inbox::LoadedRows::Change &change);
    // Rows that have changed on the server since they were read. They are already changed.
    void newsArrived(const inbox::LoadedRows::Change &change);
    // All is read again; the change is of the rows that are gone.
    void readAgain(const inbox::LoadedRows::Change &change);

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
    std::unique_ptr<Reload> m_reload; // while the rows are read again, or where that has failed
    std::unique_ptr<QueryReading> m_reading; // to be taken
    // Up to when changes are known, in the server's time; null if unknown.
    std::optional<quo::Instant> m_knownUntil;
    bool m_canAskForChanges = true;
    bool m_hasMoved = false;
    quo::Instant m_ended{};
    std::optional<quo::ApiError> m_error;
    int m_failures = 0;
};

} // namespace inbox
