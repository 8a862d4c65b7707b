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
    watchWriter();
    Q_EMIT writerChanged();
}

void KeptWorkspace::watchWriter()
{
    connect(m_writer.get(), &Writer::problemFound, this, [this](const Problem &problem) {
        const QPointer<KeptWorkspace> self(this);
        note(problem);
        if (self && m_writer && !m_writer->isOpen())
            announceReady();
        if (self)
            awaitOther();
    });
}

void KeptWorkspace::takeOverOnceFree()
{
    m_takesOver = true;
    awaitOther();
}

void KeptWorkspace::awaitOther()
{
    if (m_takesOver && m_writer && m_problem && m_problem->kind == Problem::Kind::InUse)
        m_nextTry = m_clock.callWhenAged(pause, [this] { tryToTakeOver(); });
}

void KeptWorkspace::tryToTakeOver()
{
    m_next = std::make_unique<Writer>(**m_place);
    connect(m_next.get(), &Writer::opened, this, [this] { takeOver(std::nullopt); });
    connect(m_next.get(), &Writer::problemFound, this, [this](const Problem &problem) {
        if (problem.kind == Problem::Kind::InUse)
            awaitOther(); // the user knows already
        else
            takeOver(problem);
    });
}

// What the other program has written may belong to another key, or be gone by what this one knows.
void KeptWorkspace::takeOver(const std::optional<Problem> &problem)
{
    m_next->disconnect(this);
    const std::unique_ptr<Writer> before = std::exchange(m_writer, std::move(m_next));
    m_problem.reset();
    watchWriter();
    m_writer->clear();
    const QPointer<KeptWorkspace> self(this);
    Q_EMIT writerChanged();
    if (self && problem)
        note(*problem);
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
    m_nextTry.reset();
    m_next.reset();
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
