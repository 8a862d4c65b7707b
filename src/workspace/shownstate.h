// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"
#include "workspace/settings.h"

#include <QObject>
#include <QTimeZone>

#include <memory>
#include <type_traits>

namespace workspace {

// What a window shows of its workspace: filters, search, sort, columns and the view that was opened
// last. Nothing else holds this state: widgets ask for changes and listen. It is saved in the
// settings half a second after the last change and on destruction.
class ShownState : public QObject
{
    Q_OBJECT

public:
    // Begins with what the settings hold, without a search or a view. Filters are read in 'zone'.
    // Settings and clock must outlive it.
    ShownState(Settings &settings, quo::Clock &clock, const QTimeZone &zone,
               QObject *parent = nullptr);
    ~ShownState() override;

    // Its id is that of the view that was opened last, empty where there is none. It has no name.
    const View &shown() const { return m_shown; }

    // Changes a part of it.
    template <class T>
    void change(T View::*part, const std::type_identity_t<T> &value)
    {
        View next = m_shown;
        next.*part = value;
        show(next);
    }
    template <class T>
    void change(T Filters::*part, const std::type_identity_t<T> &value)
    {
        Filters next = m_shown.filters;
        next.*part = value;
        change(&View::filters, next);
    }

    // Changes all of it to what the view holds.
    void open(const View &view);
    // Opens what was shown last, before a crash; false where that was never kept.
    bool resume();

Q_SIGNALS:
    // Once for each change() or open() that makes a difference.
    void changed(const workspace::View &before);
    // A view was opened, even where nothing changes: its rows are wanted at once.
    void opened();

private:
    void show(const View &next);
    void keepSoon();
    void keep();

    Settings &m_settings;
    quo::Clock &m_clock;
    const QTimeZone m_zone;
    View m_shown;
    View m_kept; // filters, sort and columns that the settings have
    std::unique_ptr<quo::Clock::Timer> m_keeping;
};

} // namespace workspace
