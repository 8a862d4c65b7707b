// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace exporting {

// One piece of work over many rows, done by a thread of its own, which the program waits for at
// its end. Destroying it cancels: a work that looks after each row has ended by then, and one that
// is inside of a library for longer ends by itself and has no effect. RowJob keeps what has become
// of it.
class RowWork : public QObject
{
    Q_OBJECT

    struct Shared;

public:
    // What the work sees of it, in its own thread.
    class Control
    {
    public:
        explicit Control(Shared &shared)
            : m_shared(shared)
        {
        }

        bool isCancelled() const;
        // Passed on a few times a second.
        void setProgress(int done, int total);
        // To be called before what cannot be taken back. False where it has been cancelled; from
        // true on it cannot be.
        [[nodiscard]] bool beginLastStep();

    private:
        Shared &m_shared;
    };

    ~RowWork() override;

Q_SIGNALS:
    // The last one comes when it has ended by itself; none comes after it was cancelled.
    void stateChanged();

protected:
    // What the work returns is called in the thread of this object, once the work itself and all
    // that it held are gone; never after it was cancelled or at the end of this object.
    using Answer = std::function<void()>;
    using Work = std::function<Answer(Control &)>;

    explicit RowWork(Work work, QObject *parent);

    // False where it is too late: the answer is there or on its way.
    bool tryToCancel();
    virtual void setProgress(int done, int total) = 0;

private:
    const std::shared_ptr<Shared> m_shared;
};

} // namespace exporting
