// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/directoryloader.h"

namespace quo {

namespace {

constexpr std::chrono::minutes fresh{10};

constexpr std::chrono::seconds firstWait{15};

bool mayPass(const ApiError &error)
{
    return remedyOf(error.kind) == Remedy::Time;
}

} // namespace

DirectoryLoader::DirectoryLoader(Client &client, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_backoff(firstWait, fresh)
{
}

std::optional<ApiError> DirectoryLoader::error() const
{
    for (const std::optional<ApiError> &each : {m_linesError, m_teammatesError})
        if (each && mayPass(*each))
            return each;
    return m_linesError ? m_linesError : m_teammatesError;
}

void DirectoryLoader::load()
{
    m_timer.reset();
    m_guard = {};
    m_seenTeammates.clear();
    m_linesError.reset();
    m_teammatesError.reset();
    m_skippedLines.clear();
    m_skippedTeammates.clear();
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
        LineNumbers numbers;
        for (const Line &line : answer->lines)
            numbers.insert(line.number, line.id);
        m_client.setLineNumbers(numbers);
        next.add(answer->users);
        m_skippedLines = answer->skippedLines;
        m_skippedTeammates = answer->skippedUsers;
        if (!answer->isWhole) {
            m_linesError.emplace();
            m_linesError->kind = ApiError::Kind::UnreadableAnswer;
            m_linesError->httpStatus = 200;
            m_linesError->detail = QStringLiteral("the list of lines has more than one page");
        }
        take(next);
    } else {
        m_linesError = answer.error();
    }
    loadTeammates(std::nullopt);
}

void DirectoryLoader::onTeammates(const Expected<TeammatesPage, ApiError> &answer)
{
    m_job.reset();
    if (answer) {
        Directory next = m_directory;
        next.add(answer->teammates);
        m_skippedTeammates.append(answer->skipped);
        const qsizetype seenBefore = m_seenTeammates.size();
        for (const Teammate &teammate : answer->teammates)
            m_seenTeammates.insert(teammate.id);
        m_teammatesError =
            m_guard.check(m_seenTeammates.size() - seenBefore, answer->nextPageToken);
        if (answer->nextPageToken && !m_teammatesError)
            loadTeammates(answer->nextPageToken);
        take(next);
        if (m_job)
            return;
    } else {
        m_teammatesError = answer.error();
    }
    milliseconds wait = fresh;
    if (const std::optional<ApiError> why = error(); why && mayPass(*why))
        wait = m_backoff.next(*why);
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
