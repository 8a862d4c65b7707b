// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keptreading.h"

#include "app/keptworkspace.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>
#include <vector>

namespace app {

namespace {

// More than a screen shows.
constexpr int firstRows = 200;

// The rows of a reader that are on some lines. Notes the ids of the others.
class LinesReader final : public mirror::Reader
{
public:
    LinesReader(mirror::Reader &all, const QStringList &lines)
        : m_all(all)
    {
        for (const QString &line : all.lines())
            m_isWanted.push_back(lines.contains(line));
    }

    const QStringList &elsewhere() const { return m_elsewhere; }

    QByteArray owner() const override { return m_all.owner(); }
    mirror::Extent extent() const override { return m_all.extent(); }
    qint64 rowCount() const override { return m_all.rowCount(); }
    const QStringList &lines() const override { return m_all.lines(); }
    const QStringList &assignees() const override { return m_all.assignees(); }
    std::optional<mirror::Problem>
    forEachRow(int first, const std::function<bool(const mirror::RowView &)> &f) override
    {
        return m_all.forEachRow(first, [&](const mirror::RowView &row) {
            if (m_isWanted[row.line])
                return f(row);
            m_elsewhere.append(QString::fromUtf8(row.id));
            return true;
        });
    }
    quo::Expected<QList<mirror::KeptSet>, mirror::Problem> sets() override { return m_all.sets(); }
    quo::Expected<quo::Directory, mirror::Problem> directory() override
    {
        return m_all.directory();
    }
    quo::Expected<std::optional<mirror::KeptContacts>, mirror::Problem> contacts() override
    {
        return m_all.contacts();
    }

private:
    mirror::Reader &m_all;
    std::vector<bool> m_isWanted; // by line
    QStringList m_elsewhere;
};

} // namespace

KeptReading::KeptReading(const mirror::Place &place, const std::optional<QStringList> &lines,
                         quo::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &KeptReading::take);
    awaitPart();
    m_watcher.setFuture(
        QtConcurrent::run(&m_pool, [place, lines](QPromise<Part> &promise) noexcept {
            read(promise, place, lines);
        }));
}

KeptReading::~KeptReading()
{
    m_watcher.cancel();
    m_pool.waitForDone();
}

void KeptReading::read(QPromise<Part> &promise, const mirror::Place &place,
                       const std::optional<QStringList> &lines) noexcept
{
    const auto fail = [&promise](const mirror::Problem &problem) {
        promise.addResult(End{.problem = problem});
    };
    const auto opened = mirror::Reader::open(place);
    if (!opened)
        return fail(opened.error());
    if (!*opened) {
        promise.addResult(End());
        return;
    }
    mirror::Reader &reader = **opened;
    if (!lines && reader.owner() != place.owner) {
        promise.addResult(End{.areOthers = true});
        return;
    }
    End end;
    end.extent = reader.extent();
    if (!lines) {
        auto directory = reader.directory();
        if (!directory)
            return fail(directory.error());
        promise.addResult(Beginning{std::move(*directory), end.extent});
    }
    LinesReader onLines(reader, lines.value_or(reader.lines()));
    auto rows = inbox::readKeptRows(
        onLines, firstRows,
        [&promise](inbox::KeptRows first) {
            promise.addResult(std::make_shared<inbox::KeptRows>(std::move(first)));
        },
        [&promise] { return promise.isCanceled(); });
    if (!rows)
        return fail(rows.error());
    end.rows = std::make_shared<inbox::KeptRows>(std::move(*rows));
    end.elsewhere = onLines.elsewhere();
    auto sets = reader.sets();
    if (!sets)
        return fail(sets.error());
    end.sets = std::move(*sets);
    auto contacts = reader.contacts();
    if (!contacts)
        return fail(contacts.error());
    end.contacts = std::move(*contacts);
    promise.addResult(std::move(end));
}

void KeptReading::take(int index)
{
    if (!m_deadline)
        return;
    const Part part = m_watcher.resultAt(index);
    if (const auto *last = std::get_if<End>(&part))
        return end(*last);
    awaitPart();
    if (const auto *rows = std::get_if<Rows>(&part))
        Q_EMIT firstRowsRead(*rows);
    else
        Q_EMIT begun(std::get<Beginning>(part));
}

void KeptReading::awaitPart()
{
    m_deadline = m_clock.callAfter(KeptWorkspace::longestWait, [this] {
        m_watcher.cancel();
        end({.problem = KeptWorkspace::tookTooLong(m_place)});
    });
}

void KeptReading::end(const End &end)
{
    m_deadline.reset();
    Q_EMIT ended(end);
}

} // namespace app
