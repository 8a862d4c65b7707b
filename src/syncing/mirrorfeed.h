// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"
#include "quo/clock.h"
#include "syncing/filteranswers.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace syncing {

// Gives the mirror what changes in a workspace, and everything where the mirror has nothing. That
// is done piece by piece, and answers and extent wait for its end, so that the mirror never counts
// as having what it lacks.
class MirrorFeed : public QObject
{
    Q_OBJECT

public:
    struct Source // all of it must outlive the feed
    {
        quo::Clock &clock;
        const KnownRows &rows;
        FilterAnswers &answers;
        std::function<mirror::Extent()> extent; // of the workspace
    };

    explicit MirrorFeed(Source source, QObject *parent = nullptr);

    // Null, as initially, if nothing is kept. After begin(), a new writer gets everything.
    void setWriter(mirror::Writer *writer);
    // The rows that the mirror has are known, and this is its extent. Nothing is written before.
    void begin(const mirror::Extent &kept);
    // Writes these rows as they are now, and what is new in answers and extent. Emits nothing.
    void write(const QList<quint32> &rows = {});

private:
    void writeAll();
    void beginSlices();
    void writeSlice();

    const Source m_source;
    QPointer<mirror::Writer> m_writer;
    bool m_hasBegun = false;
    std::optional<mirror::Extent> m_written; // null if the mirror has none
    // While everything is written: rows before this one have been.
    std::optional<quint32> m_writtenTo;
    std::unique_ptr<quo::Clock::Timer> m_nextSlice;
};

} // namespace syncing
