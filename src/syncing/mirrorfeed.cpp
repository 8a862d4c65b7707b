// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncing/mirrorfeed.h"

#include <utility>

namespace syncing {

namespace {

// Rows that are written in one turn of the event loop: about a millisecond.
constexpr qsizetype rowsInASlice = 200;
constexpr int mostWaiting = 4; // slices

} // namespace

MirrorFeed::MirrorFeed(Source source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

void MirrorFeed::setWriter(mirror::Writer *writer)
{
    if (m_writer)
        m_writer->disconnect(this);
    m_writer = writer;
    m_writtenTo.reset();
    m_nextSlice.reset();
    if (!writer)
        return;
    connect(writer, &mirror::Writer::rowsLost, this, &MirrorFeed::writeAll);
    connect(writer, &mirror::Writer::written, this, [this](int waiting) {
        if (m_hasBegun && m_writtenTo && !m_nextSlice && waiting < mostWaiting)
            writeSlice();
    });
    if (m_hasBegun)
        writeAll();
}

void MirrorFeed::begin(const mirror::Extent &kept)
{
    m_hasBegun = true;
    m_written = kept;
    if (m_writtenTo) // they were lost while they were read
        beginSlices();
}

void MirrorFeed::writeAll()
{
    m_writtenTo = 0;
    if (m_hasBegun)
        beginSlices();
}

void MirrorFeed::beginSlices()
{
    m_nextSlice = m_source.clock.callAfter(quo::milliseconds(0), [this] {
        m_nextSlice.reset();
        for (int slices = 0; m_writtenTo && slices < mostWaiting; ++slices)
            writeSlice();
    });
}

// Rows that change meanwhile are written as they change.
void MirrorFeed::writeSlice()
{
    QList<quint32> slice;
    quint32 row = *m_writtenTo;
    for (; row < m_source.rows.size() && slice.size() < rowsInASlice; ++row)
        if (!m_source.rows.hasLeft(row))
            slice.append(row);
    m_writtenTo = row;
    if (row == m_source.rows.size()) {
        m_writtenTo.reset();
        m_written.reset();
        m_source.answers.changeAll();
    }
    write(slice);
}

void MirrorFeed::write(const QList<quint32> &rows)
{
    if (!m_writer)
        return;
    mirror::ChangeSet changes;
    for (const quint32 row : rows) {
        quo::Conversation conversation = m_source.rows.conversation(row);
        if (m_source.rows.hasLeft(row))
            changes.removed.append(conversation.id);
        else
            changes.rows.append(std::move(conversation));
    }
    if (!m_writtenTo) {
        changes.sets = m_source.answers.takeChanges();
        if (const mirror::Extent extent = m_source.extent(); extent != m_written)
            changes.extent = m_written = extent;
    }
    if (!changes.isEmpty())
        m_writer->write(changes);
}

} // namespace syncing
