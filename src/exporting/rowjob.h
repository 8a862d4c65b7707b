// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowwork.h"

#include <utility>
#include <variant>

namespace exporting {

// A piece of work over many rows and its state, which is Working initially and one of the others
// in the end.
template <class... Ends>
class RowJob : public RowWork
{
public:
    struct Working
    {
        int done = 0;
        int total = 0; // rows; 0: not known yet
    };
    struct Cancelled
    {
    };
    using State = std::variant<Working, Cancelled, Ends...>;

    const State &state() const { return m_state; }
    // Takes effect at once, but not once the last step has begun.
    void cancel()
    {
        if (std::holds_alternative<Working>(m_state) && tryToCancel())
            m_state = Cancelled{};
    }

protected:
    // What the work returns counts unless it has been cancelled.
    RowJob(int total, std::function<State(Control &)> work, quo::Clock &clock, QObject *parent)
        : RowWork(
              [this, work = std::move(work)](Control &control) -> Answer {
                  return [this, end = work(control)] { setState(end); };
              },
              clock, parent)
        , m_state(Working{0, total})
    {
    }

private:
    void setProgress(int done, int total) override { setState(Working{done, total}); }
    void setState(State state)
    {
        m_state = std::move(state);
        Q_EMIT stateChanged();
    }

    State m_state;
};

} // namespace exporting
