// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keptreading.h"

#include <QPointer>
#include <QtConcurrentRun>

namespace app {

namespace {

// Between two parts. A million rows take two seconds.
constexpr std::chrono::seconds longestSilence{10};

} // namespace

KeptReading::KeptReading(const mirror::Place &place, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &KeptReading::take);
    m_deadline = m_clock.callAfter(longestSilence, [this] {
        m_watcher.cancel();
        end({{}, {}, mirror::Problem{mirror::Problem::Kind::Failed, m_place.fileName, {}, {}}});
    });
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [place = m_place](QPromise<Part> &promise) noexcept { read(promise, place); }));
}

KeptReading::~KeptReading()
{
    m_watcher.cancel();
    m_pool.waitForDone();
}

void KeptReading::read(QPromise<Part> &promise, const mirror::Place &place) noexcept
{
    const auto fail = [&promise](const mirror::Problem &problem) {
        promise.addResult(End{{}, {}, problem});
    };
    const auto opened = mirror::Reader::open(place);
    if (!opened)
        return fail(opened.error());
    if (!*opened) {
        promise.addResult(End());
        return;
    }
    mirror::Reader &reader = **opened;
    auto directory = reader.directory();
    if (!directory)
        return fail(directory.error());
    promise.addResult(Beginning{reader.owner(), reader.extent(), std::move(*directory)});
    End end;
    if (auto sets = reader.sets())
        end.sets = std::move(*sets);
    else
        return fail(sets.error());
    if (auto contacts = reader.contacts())
        end.contacts = std::move(*contacts);
    else
        return fail(contacts.error());
    promise.addResult(std::move(end));
}

void KeptReading::take(int index)
{
    if (!m_deadline)
        return;
    const Part part = m_watcher.resultAt(index);
    if (const auto *last = std::get_if<End>(&part))
        return end(*last);
    Q_EMIT begun(std::get<Beginning>(part));
}

void KeptReading::end(const End &end)
{
    m_deadline.reset();
    Q_EMIT ended(end);
}

} // namespace app
