// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/keptrows.h"
#include "mirror/place.h"
#include "mirror/reader.h"
#include "quo/clock.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <variant>

namespace app {

// Reads in a worker what is kept of a workspace on this computer: first what a window shows first,
// then everything else. It ends within seconds, if need be with a problem, since others wait for
// it.
class KeptReading : public QObject
{
    Q_OBJECT

public:
    using Rows = std::shared_ptr<inbox::KeptRows>; // the receiver may take them out of it

    struct Beginning
    {
        quo::Directory directory;
        mirror::Extent extent;
    };
    struct End
    {
        // The rows belong to another key (see mirror::Place::owner), which may see other lines, so
        // nothing was read.
        bool areOthers = false;
        Rows rows = {}; // null if there are none
        mirror::Extent extent = {};
        QList<mirror::KeptSet> sets = {};
        std::optional<mirror::KeptContacts> contacts = {};
        QStringList elsewhere = {};                  // ids of rows on other lines
        std::optional<mirror::Problem> problem = {}; // why this is not all that is kept
    };

    // Null reads what belongs to this key; a list of ids reads the rows on these lines, whosever
    // they are. The clock must outlive it.
    KeptReading(const mirror::Place &place, const std::optional<QStringList> &lines,
                quo::Clock &clock, QObject *parent = nullptr);
    ~KeptReading() override;

Q_SIGNALS:
    // Neither of the two if nothing is kept, or if it belongs to another key.
    void begun(const app::KeptReading::Beginning &beginning);
    // The latest by activity. All rows begin with them.
    void firstRowsRead(const app::KeptReading::Rows &rows);
    // Once.
    void ended(const app::KeptReading::End &end);

private:
    using Part = std::variant<Beginning, Rows, End>;

    static void read(QPromise<Part> &promise, const mirror::Place &place,
                     const std::optional<QStringList> &lines) noexcept;
    void take(int index);
    void awaitPart();
    void end(const End &end);

    const mirror::Place m_place;
    quo::Clock &m_clock;
    QThreadPool m_pool;
    QFutureWatcher<Part> m_watcher;
    std::unique_ptr<quo::Clock::Timer> m_deadline; // null once it has ended
};

} // namespace app
