// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keptworkspace.h"

namespace app {

KeptWorkspace::KeptWorkspace(const KeptPlace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
}

KeptWorkspace::~KeptWorkspace() = default;

qint64 KeptWorkspace::size() const
{
    return m_place && *m_place ? mirror::sizeOf(**m_place) : 0;
}

void KeptWorkspace::begin()
{
    if (m_writer)
        return;
    if (!m_place)
        return note(m_place.error());
    if (!*m_place)
        return;
    m_problem.reset();
    m_writer = std::make_unique<mirror::Writer>(**m_place);
    connect(m_writer.get(), &mirror::Writer::problemFound, this, &KeptWorkspace::note);
    Q_EMIT writerChanged();
}

void KeptWorkspace::end()
{
    if (!m_writer)
        return;
    const std::unique_ptr<mirror::Writer> before = std::move(m_writer);
    before->disconnect(this);
    Q_EMIT writerChanged();
}

QStringList KeptWorkspace::deleteFiles()
{
    end();
    m_problem.reset();
    return m_place && *m_place ? mirror::removeFiles(**m_place) : QStringList();
}

void KeptWorkspace::noteReadProblem(const mirror::Problem &problem)
{
    if (problem.kind == mirror::Problem::Kind::Damaged && m_writer && m_writer->isOpen())
        m_writer->setAside(problem); // which announces it
    else if (!m_problem)
        note(problem);
}

void KeptWorkspace::note(const mirror::Problem &problem)
{
    m_problem = problem;
    Q_EMIT problemFound(problem);
}

} // namespace app
