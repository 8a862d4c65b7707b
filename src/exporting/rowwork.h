// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace exporting {

// One piece of work over many rows, done by a thread of its own, which the program waits for at
// its end. Destroying it cancels: work that looks after each row has ended by then, and work that
// is inside of a library for longer ends by itself and has no effect. RowJob keeps what became of
// it.
class RowWork : public QObject
{
    Q_OBJECT

    struct Shared;

public:
    // Passed to the work, which uses it in its own thread.
    class Control
    {
    public:
        explicit Control(Shared &shared)
            : m_shared(shared)
        {
        }

        bool isCancelled() const;
        // Cheap: the object looks at it every now and then.
        void setProgress(int done, int total);
        // To be called before a step that cannot be undone. False if the work has been cancelled;
        // after true it cannot be cancelled any more.
        [[nodiscard]] bool beginLastStep();

    private:
        Shared &m_shared;
    };

    ~RowWork() override;

Q_SIGNALS:
    // The last one is emitted when the work has ended by itself; none after it was cancelled.
    void stateChanged();

protected:
    // What the work returns is called in the thread of this object, once the work itself and all
    // that it held are gone; never once it was cancelled or this object is gone.
    using Answer = std::function<void()>;
    using Work = std::function<Answer(Control &)>;

    // The clock must outlive it.
    RowWork(Work work, quo::Clock &clock, QObject *parent);

    // False if it is too late: the answer has come or is on its way.
    bool tryToCancel();
    virtual void setProgress(int done, int total) = 0;

private:
    void lookLater();
    void look();
    void end(const Answer &answer);

    quo::Clock &m_clock;
    std::unique_ptr<quo::Clock::Timer> m_timer; // null once it has ended
    const std::shared_ptr<Shared> m_shared;
    int m_shownRows = 0; // the progress that was shown last
};

} // namespace exporting
