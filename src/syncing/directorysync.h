// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"
#include "quo/client.h"
#include "quo/clock.h"
#include "quo/directoryloader.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace syncing {

// The names of lines and teammates: those that were kept between runs, until the server has
// answered all of them, and those that quo::DirectoryLoader reads.
class DirectorySync : public QObject
{
    Q_OBJECT

public:
    // The client and the clock must outlive it.
    DirectorySync(quo::Client &client, quo::Clock &clock, QObject *parent = nullptr);

    const quo::Directory &directory() const { return m_directory; }
    // The server has answered, in this run, which lines the key sees. Stays false where that is
    // refused, or cannot be read as a whole.
    bool hasAnswered() const { return m_loader.hasAllLines(); }

    // As quo::DirectoryLoader has them.
    const std::optional<quo::ApiError> &linesError() const { return m_loader.linesError(); }
    const std::optional<quo::ApiError> &teammatesError() const { return m_loader.teammatesError(); }
    const QList<quo::SkippedRow> &skippedLines() const { return m_loader.skippedLines(); }
    const QList<quo::SkippedRow> &skippedTeammates() const { return m_loader.skippedTeammates(); }
    bool isLoading() const { return m_loader.isLoading(); }

    // Keeps the names; null, as initially, if they are not kept. Once begin() was called, a new
    // writer gets all that is known.
    void setWriter(mirror::Writer *writer);
    // What the writer's file has kept for this key; empty for nothing. Shows that and begins to
    // read. Call it once, after setWriter(): then the file is made to hold what is known, at the
    // end of each reading.
    void begin(const quo::Directory &kept);

Q_SIGNALS:
    void directoryChanged();
    // Once: from now on, hasAnswered().
    void linesAnswered();
    // After the last answer or refusal of each reading.
    void finished();

private:
    void onFinished();
    void update();
    void setDirectory(const quo::Directory &directory);
    quo::Directory known() const;
    void write();

    quo::Client &m_client;
    quo::DirectoryLoader m_loader; // knows only what was answered in this run
    quo::Directory m_kept;
    bool m_keptHasAll = false; // all teammates, as far as has been answered
    quo::Directory m_directory;
    bool m_isNew = false; // since the last reading
    bool m_hasBegun = false;
    bool m_hasAnnouncedLines = false;
    QPointer<mirror::Writer> m_writer;
    bool m_hasLostRows = false; // its file, since setWriter()
};

} // namespace syncing
