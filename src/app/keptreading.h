// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/place.h"
#include "mirror/reader.h"
#include "quo/clock.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <variant>

namespace app {

// Reads in a worker what is kept of a workspace on this computer: what a list needs first, then
// everything else. It ends within seconds, if need be with a problem, since others wait for it.
class KeptReading : public QObject
{
    Q_OBJECT

public:
    struct Beginning
    {
        QByteArray owner; // see mirror::Place
        mirror::Extent extent;
        quo::Directory directory;
    };
    struct End
    {
        QList<mirror::KeptSet> sets;
        std::optional<mirror::KeptContacts> contacts;
        std::optional<mirror::Problem> problem; // why it is not all that is kept
    };

    // The clock must outlive it.
    KeptReading(const mirror::Place &place, quo::Clock &clock, QObject *parent = nullptr);
    ~KeptReading() override;

Q_SIGNALS:
    // Not if nothing is kept.
    void begun(const app::KeptReading::Beginning &beginning);
    // Once.
    void ended(const app::KeptReading::End &end);

private:
    using Part = std::variant<Beginning, End>;

    static void read(QPromise<Part> &promise, const mirror::Place &place) noexcept;
    void take(int index);
    void end(const End &end);

    const mirror::Place m_place;
    quo::Clock &m_clock;
    QThreadPool m_pool;
    QFutureWatcher<Part> m_watcher;
    std::unique_ptr<quo::Clock::Timer> m_deadline; // null once it has ended
};

} // namespace app
