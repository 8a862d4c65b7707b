// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/directorysync.h"

#include <utility>

namespace syncing {

DirectorySync::DirectorySync(quo::Client &client, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_loader(client, clock)
{
    connect(&m_loader, &quo::DirectoryLoader::directoryChanged, this, &DirectorySync::update);
    connect(&m_loader, &quo::DirectoryLoader::finished, this, &DirectorySync::onFinished);
}

void DirectorySync::setWriter(mirror::Writer *writer)
{
    if (m_writer)
        disconnect(m_writer, nullptr, this, nullptr);
    m_writer = writer;
    m_hasLostRows = false;
    if (!writer)
        return;
    connect(writer, &mirror::Writer::rowsLost, this, [this] {
        m_hasLostRows = true;
        write();
    });
    write();
}

void DirectorySync::begin(const quo::Directory &kept)
{
    m_hasBegun = true;
    m_kept = kept;
    m_keptHasAll = kept.hasAllTeammates();
    setDirectory(kept);
    const bool isEmpty = kept == quo::Directory();
    if (isEmpty || m_hasLostRows)
        write();
    m_loader.load();
    if (!isEmpty)
        Q_EMIT directoryChanged();
}

void DirectorySync::onFinished()
{
    // From now on it is known whether everyone can be read.
    const std::optional<quo::ApiError> &error = m_loader.teammatesError();
    if (!error || quo::remedyOf(error->kind) != quo::Remedy::Time)
        m_keptHasAll = false;
    const QPointer<DirectorySync> self(this);
    update();
    if (!self)
        return;
    // Not after each page.
    if (std::exchange(m_isNew, false))
        write();
    Q_EMIT finished();
}

void DirectorySync::update()
{
    const bool isFirstAnswer = hasAnswered() && !std::exchange(m_hasAnnouncedLines, true);
    const quo::Directory next = known();
    const bool isNew = next != m_directory;
    setDirectory(next);
    m_isNew = m_isNew || isNew;
    const QPointer<DirectorySync> self(this);
    if (isNew)
        Q_EMIT directoryChanged();
    if (self && isFirstAnswer)
        Q_EMIT linesAnswered();
}

void DirectorySync::setDirectory(const quo::Directory &directory)
{
    m_directory = directory;
    m_client.setLineNumbers(directory.lineIdsByNumber()); // also of lines that were kept
}

quo::Directory DirectorySync::known() const
{
    const quo::Directory &answered = m_loader.directory();
    QList<quo::Line> lines = answered.lines();
    if (!m_loader.hasAllLines()) {
        const QList<quo::Line> keptLines = m_kept.lines();
        for (const quo::Line &line : keptLines)
            if (!answered.line(line.id))
                lines.append(line);
    }
    quo::Directory all;
    all.setLines(lines);
    if (!answered.hasAllTeammates())
        all.add(m_kept.teammates());
    all.add(answered.teammates());
    if (answered.hasAllTeammates() || m_keptHasAll)
        all.setHasAllTeammates();
    return all;
}

void DirectorySync::write()
{
    if (m_writer && m_hasBegun)
        m_writer->writeDirectory(m_directory);
}

} // namespace syncing
