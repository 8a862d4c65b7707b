// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/directory.h"

#include <QObject>
#include <QSet>

namespace quo {

// Reads the workspace's lines and teammates behind everything that the user looks at, and again
// every ten minutes, or sooner where it failed for a reason that may pass. What a key may not read
// is left out: users of lines stand in for teammates, and ids for what has no name.
class DirectoryLoader : public QObject
{
    Q_OBJECT

public:
    // Client and clock must outlive it.
    DirectoryLoader(Client &client, Clock &clock, QObject *parent = nullptr);

    const Directory &directory() const { return m_directory; }

    // Why some of it could not be read; null if it could.
    const std::optional<ApiError> &error() const { return m_error; }
    bool isLoading() const { return m_job != nullptr; }

    // Starts over; the names known so far stay until others come.
    void load();

Q_SIGNALS:
    // After each answer that brought something new.
    void directoryChanged();
    // After the last answer, or the last refusal.
    void finished();

private:
    void loadTeammates(const std::optional<QString> &pageToken);
    void onLines(const Expected<LinesAnswer, ApiError> &answer);
    void onTeammates(const Expected<TeammatesPage, ApiError> &answer);
    void take(const Directory &directory);

    Client &m_client;
    Clock &m_clock;
    Directory m_directory;
    std::optional<ApiError> m_error;
    Backoff m_backoff;
    QSet<QString> m_seenTokens; // a server that repeats one is not asked again
    std::unique_ptr<Job> m_job;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace quo
