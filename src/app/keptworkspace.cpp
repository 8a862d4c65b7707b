// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keptworkspace.h"

#include <QPointer>

#include <utility>

namespace app {

using mirror::Problem;
using mirror::Writer;

Problem KeptWorkspace::tookTooLong(const mirror::Place &place)
{
    return {Problem::Kind::Failed,
            place.fileName,
            {},
            tr("No answer within %1 s").arg(longestWait.count())};
}

KeptWorkspace::KeptWorkspace(const KeptPlace &place, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_clock(clock)
{
}

KeptWorkspace::~KeptWorkspace() = default;

qint64 KeptWorkspace::size() const
{
    return m_place && *m_place ? mirror::sizeOf(**m_place) : 0;
}

void KeptWorkspace::begin()
{
    if (m_writer || m_stuck)
        return;
    if (!m_place)
        return note(m_place.error());
    if (!*m_place)
        return;
    m_problem.reset();
    m_writer = std::make_unique<Writer>(**m_place);
    m_deadline = m_clock.callAfter(longestWait, [this] { giveUp(tookTooLong(**m_place)); });
    // What is in a file that cannot be written may be readable all the same.
    connect(m_writer.get(), &Writer::opened, this, &KeptWorkspace::announceReady);
    connect(m_writer.get(), &Writer::problemFound, this, [this](const Problem &problem) {
        const QPointer<KeptWorkspace> self(this);
        note(problem);
        if (self && m_writer && !m_writer->isOpen())
            announceReady();
    });
    Q_EMIT writerChanged();
}

void KeptWorkspace::noteReadProblem(const Problem &problem)
{
    if (problem.kind == Problem::Kind::Damaged && m_writer && m_writer->isOpen())
        m_writer->setAside(problem); // which announces it
    else if (m_writer && m_writer->isOpen())
        giveUp(problem);
    else if (!m_problem)
        note(problem);
}

void KeptWorkspace::end()
{
    m_deadline.reset();
    if (!m_writer)
        return;
    const std::unique_ptr<Writer> before = std::move(m_writer);
    before->disconnect(this);
    Q_EMIT writerChanged();
}

QStringList KeptWorkspace::deleteFiles()
{
    end();
    if (!m_place || !*m_place)
        return {};
    if (m_stuck && (m_stuck->isOpen() || m_stuck->problem()))
        m_stuck.reset(); // it has answered after all
    if (m_stuck)
        return {(*m_place)->fileName};
    m_problem.reset();
    return mirror::removeFiles(**m_place);
}

void KeptWorkspace::note(const Problem &problem)
{
    m_problem = problem;
    Q_EMIT problemFound(problem);
}

void KeptWorkspace::announceReady()
{
    if (std::exchange(m_deadline, nullptr))
        Q_EMIT ready();
}

void KeptWorkspace::giveUp(const Problem &problem)
{
    m_stuck = std::move(m_writer);
    m_stuck->disconnect(this);
    const QPointer<KeptWorkspace> self(this);
    Q_EMIT writerChanged();
    if (self)
        note(problem);
    if (self)
        announceReady();
}

} // namespace app
