// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/directoryloader.h"

#include <QPointer>

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
    m_walk.reset();
    m_linesError.reset();
    m_teammatesError.reset();
    m_skippedLines.clear();
    m_skippedTeammates.clear();
    m_linesJob = m_client.list(
        linesRequest(), {}, Priority::Background,
        [this](const Expected<ListPage<LineAndUsers>, ApiError> &answer) { onLines(answer); });
}

void DirectoryLoader::loadTeammates()
{
    m_walk.emplace(teammatesRequest());
    m_foundTeammates = false;
    m_walk->readAll(m_client, Priority::Background,
                    [this](const ListPage<Teammate> &page, const std::optional<ApiError> &failure) {
                        onTeammates(page, failure);
                    });
}

void DirectoryLoader::onLines(const Expected<ListPage<LineAndUsers>, ApiError> &answer)
{
    m_linesJob.reset();
    loadTeammates();
    if (!answer) {
        m_linesError = answer.error();
        return;
    }
    Directory next = m_directory;
    QList<Line> lines;
    QList<Teammate> users;
    LineNumbers numbers;
    for (const LineAndUsers &entry : answer->rows) {
        lines.append(entry.line);
        numbers.insert(entry.line.number, entry.line.id);
        users.append(entry.users);
        m_skippedTeammates.append(entry.skippedUsers);
    }
    next.setLines(lines);
    next.add(users);
    m_client.setLineNumbers(numbers);
    m_skippedLines = answer->skipped;
    if (answer->nextPageToken)
        m_linesError =
            ApiError::of(ApiError::Kind::UnreadableAnswer,
                         QStringLiteral("the list of lines has more than one page"), 200);
    m_hasAllLines = m_hasAllLines || (!answer->nextPageToken && answer->skipped.isEmpty());
    take(next);
}

void DirectoryLoader::onTeammates(const ListPage<Teammate> &page,
                                  const std::optional<ApiError> &failure)
{
    Directory next = m_directory;
    next.add(page.rows);
    m_skippedTeammates.append(page.skipped);
    m_teammatesError = failure;
    m_foundTeammates = m_foundTeammates || !page.rows.isEmpty();
    if (m_walk->isFetching())
        return take(next);
    if (!failure && m_skippedTeammates.isEmpty() && m_foundTeammates)
        next.setHasAllTeammates();
    milliseconds wait = fresh;
    if (const std::optional<ApiError> why = error(); why && mayPass(*why))
        wait = m_backoff.next(*why);
    else
        m_backoff.reset();
    m_timer = m_clock.callWhenAged(wait, [this] { load(); });
    const QPointer<DirectoryLoader> self(this);
    take(next);
    if (self)
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
