// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/rowwork.h"

#include "inbox/giveway.h"

#include <QMutex>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace exporting {

namespace {

constexpr quo::milliseconds progressInterval{50};
// A row takes microseconds. The window does not freeze for work that takes longer than this, such
// as the end of a large workbook.
constexpr int longestWait = 100; // milliseconds

// In a thread of its own, which the program waits for at its end, and which gives way to the
// window's. Qt paints with threads of the pool and waits for them: the one that waits here does not
// count among them, and is as quick as before for whatever it does next.
void runAside(const std::function<void()> &work)
{
    QThreadPool::globalInstance()->start([work]() noexcept {
        QThreadPool &pool = *QThreadPool::globalInstance();
        pool.releaseThread();
        const std::unique_ptr<QThread> thread(QThread::create([&work]() noexcept {
            inbox::giveWay();
            work();
        }));
        thread->start();
        thread->wait();
        pool.reserveThread();
    });
}

} // namespace

struct RowWork::Shared
{
    enum class Phase { Working, LastStep, Cancelled };

    std::atomic<Phase> phase = Phase::Working;
    std::atomic<int> done = 0;
    std::atomic<int> total = 0;
    QSemaphore ended;
    QMutex mutex;
    RowWork *owner = nullptr; // null once it has gone; guarded by the mutex

    bool leaveWorking(Phase next)
    {
        Phase working = Phase::Working;
        return phase.compare_exchange_strong(working, next);
    }

    // What was posted to an object goes with it.
    template <class F>
    void post(F f)
    {
        const QMutexLocker lock(&mutex);
        if (owner)
            QMetaObject::invokeMethod(owner, std::move(f), Qt::QueuedConnection);
    }
};

bool RowWork::Control::isCancelled() const
{
    return m_shared.phase == Shared::Phase::Cancelled;
}

void RowWork::Control::setProgress(int done, int total)
{
    m_shared.total = total; // before the other, so that whoever sees that one sees both
    m_shared.done = done;
}

bool RowWork::Control::beginLastStep()
{
    return m_shared.leaveWorking(Shared::Phase::LastStep);
}

RowWork::RowWork(Work work, quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
    lookLater();
    runAside([shared = m_shared, work = std::make_shared<Work>(std::move(work))] {
        Control control(*shared);
        Answer answer = (*work)(control);
        *work = {};
        shared->ended.release();
        // Nobody can cancel what has ended.
        if (shared->phase == Shared::Phase::LastStep ||
            shared->leaveWorking(Shared::Phase::LastStep))
            shared->post([&shared = *shared, answer = std::move(answer)] {
                shared.owner->end(answer); // which keeps what they share
            });
    });
}

RowWork::~RowWork()
{
    {
        const QMutexLocker lock(&m_shared->mutex);
        m_shared->owner = nullptr;
    }
    m_shared->leaveWorking(Shared::Phase::Cancelled);
    m_shared->ended.tryAcquire(1, longestWait);
}

bool RowWork::tryToCancel()
{
    const bool isCancelled = m_shared->phase == Shared::Phase::Cancelled ||
                             m_shared->leaveWorking(Shared::Phase::Cancelled);
    if (isCancelled)
        m_timer.reset();
    return isCancelled;
}

void RowWork::lookLater()
{
    m_timer = m_clock.callAfter(progressInterval, [this] { look(); });
}

void RowWork::look()
{
    lookLater();
    const int done = m_shared->done;
    if (std::exchange(m_shownRows, done) != done)
        setProgress(done, m_shared->total);
}

void RowWork::end(const Answer &answer)
{
    m_timer.reset();
    answer();
}

} // namespace exporting
