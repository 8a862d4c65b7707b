// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/selectionsummary.h"

#include "inbox/giveway.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace inbox {

namespace {

constexpr int fewRows = 2000; // takes well below a millisecond

} // namespace

SelectionSummary::SelectionSummary(const InboxModel &model, const RowSelection &selection,
                                   QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SelectionSummary::onResult);
    connect(&selection, &RowSelection::changed, this, &SelectionSummary::forget);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SelectionSummary::forget);
}

SelectionSummary::~SelectionSummary()
{
    m_watcher.cancel();
    m_pool.waitForDone(); // the worker checks every few thousand rows whether it is cancelled
}

const std::optional<RowTally> &SelectionSummary::tally()
{
    if (!m_tally && m_selection.count() <= fewRows)
        m_tally = tallyOf(m_model.rows(), m_selection.rows(), m_model.names().context().now);
    else if (!m_tally && !m_isCollecting)
        start();
    return m_tally;
}

void SelectionSummary::forget()
{
    m_tally.reset();
    if (!m_isCollecting)
        return;
    m_isWanted = true;
    m_watcher.cancel();
}

void SelectionSummary::start()
{
    m_isWanted = false;
    m_isCollecting = true;
    m_watcher.setFuture(QtConcurrent::run(
        &m_pool, [rows = m_model.rows(), some = m_selection.rows(),
                  now = m_model.names().context().now](QPromise<RowTally> &promise) noexcept {
            giveWay();
            promise.addResult(
                tallyOf(rows, some, now, [&promise] { return promise.isCanceled(); }));
        }));
}

void SelectionSummary::onResult()
{
    m_isCollecting = false;
    if (m_isWanted)
        return start();
    m_tally = m_watcher.result();
    Q_EMIT collected();
}

} // namespace inbox
