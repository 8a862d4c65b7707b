// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/directoryloader.h"

namespace quo {

namespace {

constexpr std::chrono::minutes fresh{10};
constexpr std::chrono::seconds firstWait{15};

} // namespace

DirectoryLoader::DirectoryLoader(Client &client, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_backoff(firstWait, fresh)
{
}

void DirectoryLoader::load()
{
    m_timer.reset();
    m_seenTokens.clear();
    m_error.reset();
    m_job = m_client.listPhoneNumbers(
        Priority::Background,
        [this](const Expected<LinesAnswer, ApiError> &answer) { onLines(answer); });
}

void DirectoryLoader::loadTeammates(const std::optional<QString> &pageToken)
{
    m_job = m_client.listUsers(
        pageToken, Priority::Background,
        [this](const Expected<TeammatesPage, ApiError> &answer) { onTeammates(answer); });
}

void DirectoryLoader::onLines(const Expected<LinesAnswer, ApiError> &answer)
{
    if (answer) {
        Directory next = m_directory;
        next.setLines(answer->lines);
        next.add(answer->users);
        take(next);
    } else {
        m_error = answer.error();
    }
    loadTeammates(std::nullopt);
}

void DirectoryLoader::onTeammates(const Expected<TeammatesPage, ApiError> &answer)
{
    m_job.reset();
    if (answer) {
        Directory next = m_directory;
        next.add(answer->teammates);
        take(next);
        const std::optional<QString> &token = answer->nextPageToken;
        if (token && !m_seenTokens.contains(*token)) {
            m_seenTokens.insert(*token);
            return loadTeammates(token);
        }
    } else if (!m_error || remedyOf(m_error->kind) != Remedy::Time) {
        m_error = answer.error(); // what may pass counts for more than what will not
    }
    milliseconds wait = fresh;
    if (m_error && remedyOf(m_error->kind) == Remedy::Time)
        wait = m_backoff.next(*m_error);
    else
        m_backoff.reset();
    m_timer = m_clock.callWhenAged(wait, [this] { load(); });
    Q_EMIT finished();
}

void DirectoryLoader::take(const Directory &directory)
{
    if (directory == m_directory)
        return;
    m_directory = directory;
    Q_EMIT directoryChanged();
}

} // namespace quo
