// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/decodedirectory.h"
#include "quo/directory.h"
#include "quo/listwalk.h"

#include <QObject>

namespace quo {

// Reads the workspace's lines and teammates, with a lower priority than anything that the user
// looks at, and again every ten minutes, or sooner after a failure that time may mend. If the key
// may not read the teammates, the users of the lines replace them; ids replace missing names.
class DirectoryLoader : public QObject
{
    Q_OBJECT

public:
    // The client and the clock must outlive it.
    DirectoryLoader(Client &client, Clock &clock, QObject *parent = nullptr);

    const Directory &directory() const { return m_directory; }

    // Why lines, or teammates, could not be read, or not all of them; null if they were.
    const std::optional<ApiError> &linesError() const { return m_linesError; }
    const std::optional<ApiError> &teammatesError() const { return m_teammatesError; }
    // One of the two errors, preferably one that time may mend.
    std::optional<ApiError> error() const;
    // Entries of the answers that could not be read.
    const QList<SkippedRow> &skippedLines() const { return m_skippedLines; }
    const QList<SkippedRow> &skippedTeammates() const { return m_skippedTeammates; }
    // All lines have been answered at least once.
    bool hasAllLines() const { return m_hasAllLines; }
    bool isLoading() const { return m_linesJob || (m_walk && m_walk->isFetching()); }

    // Starts over. Known names stay until new ones arrive.
    void load();

Q_SIGNALS:
    // Emitted after each answer with changes.
    void directoryChanged();
    // Emitted after the last answer or refusal.
    void finished();

private:
    void loadTeammates();
    void onLines(const Expected<ListPage<LineAndUsers>, ApiError> &answer);
    void onTeammates(const ListPage<Teammate> &page, const std::optional<ApiError> &failure);
    void take(const Directory &directory);

    Client &m_client;
    Clock &m_clock;
    Directory m_directory;
    bool m_hasAllLines = false;
    std::optional<ApiError> m_linesError;
    std::optional<ApiError> m_teammatesError;
    QList<SkippedRow> m_skippedLines;
    QList<SkippedRow> m_skippedTeammates;
    Backoff m_backoff;
    std::unique_ptr<Job> m_linesJob;
    std::optional<ListWalk<Teammate>> m_walk; // over the teammates
    bool m_foundTeammates = false;            // by it
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace quo
