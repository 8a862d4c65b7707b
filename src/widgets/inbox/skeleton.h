// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"

#include <QString>

#include <functional>
#include <memory>

class QPainter;
class QTableView;

namespace widgets {

class ColumnLayout;
struct Theme;

// Whether bars are shown where rows will appear: not for the first 150 ms, since a list that is
// there sooner does not flash.
class Skeleton
{
public:
    // Calls 'changed' whenever it is shown or not any more. The clock must outlive it.
    Skeleton(quo::Clock &clock, std::function<void()> changed);

    void setLoading(bool isLoading);
    bool isShown() const { return m_isShown; }

private:
    quo::Clock &m_clock;
    const std::function<void()> m_changed;
    std::unique_ptr<quo::Clock::Timer> m_waiting;
    bool m_isLoading = false;
    bool m_isShown = false;
};

// Paints the bars on the viewport of a list without rows, in the columns that it shows, and the
// text below them.
void paintSkeleton(QPainter &painter, const QTableView &view, const ColumnLayout &columns,
                   const Theme &theme, bool isCompact, const QString &text);

} // namespace widgets
