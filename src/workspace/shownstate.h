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
// settings half a second after the last change and on destruction. Changes of filters, search and
// view can be undone, the last 100 of them; sort and columns come back with the view they left
// with.
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

    // Changes the search while it is typed: what is typed at a stretch is undone at once.
    void typeSearch(const QString &search);

    // Changes all of it to what the view holds.
    void open(const View &view);
    // Shows all conversations: no filters, no search and no view.
    void clear();
    // Whether saving what is shown would change this view. Columns do not count.
    bool differsFrom(const View &view) const;

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    // These do nothing where there is nothing to do.
    void undo();
    void redo();
    // The same as far as the view before, or after, this one.
    bool canGoBack() const;
    bool canGoForward() const;
    void goBack();
    void goForward();
    // What was shown until now cannot be brought back any more.
    void forgetSteps();

    // Opens what was shown last, before a crash; false where that was never kept.
    bool resume();

Q_SIGNALS:
    // Once for each call that makes a difference.
    void changed(const workspace::View &before);
    // Emitted after a view was opened, even where nothing changes, and after clear(), undo() and
    // the like: the rows are wanted at once.
    void opened();

private:
    struct Step
    {
        View before;
        View after;

        bool changesView() const { return before.id != after.id; }
    };

    void show(const View &next);
    void showAtOnce(const View &next);
    // The same without a step.
    void replace(const View &next);
    void note(const Step &step);
    // Moves steps from one list to the other, up to one that changes the view if only that counts.
    void go(QList<Step> &from, QList<Step> &to, bool toView);
    void keepSoon();
    void keep();

    Settings &m_settings;
    quo::Clock &m_clock;
    const QTimeZone m_zone;
    View m_shown;
    QList<Step> m_done;
    QList<Step> m_undone;
    bool m_isTyping = false; // the last step is of typing, and goes on
    View m_kept;             // filters, sort and columns that the settings have
    std::unique_ptr<quo::Clock::Timer> m_keeping;
};

} // namespace workspace
