// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"
#include "support/warnings.h"
#include "workspace/readyviews.h"
#include "workspace/shownstate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::DateFilter;
using workspace::Filters;
using workspace::ShownState;
using workspace::View;

namespace {

View view()
{
    View view;
    view.id = u"a"_s;
    view.name = u"Mine"_s;
    view.filters.teammate = u"US1"_s;
    view.columns = {{u"name"_s, 120, true}};
    view.search = u"is:muted"_s;
    view.sort = {{u"name"_s, true}};
    return view;
}

// The same as it is shown.
View nameless()
{
    View shown = view();
    shown.name.clear();
    return shown;
}

} // namespace

class TestShownState : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<workspace::SettingsFile> m_file;
    std::unique_ptr<workspace::Settings> m_settings;

    std::unique_ptr<ShownState> state()
    {
        return std::make_unique<ShownState>(*m_settings, *m_clock, QTimeZone::utc());
    }

    // What another start finds in the file.
    struct Kept
    {
        Filters filters;
        QList<workspace::ColumnSetting> columns;
        QList<workspace::SortSetting> sort;
        std::optional<View> shown;
    };
    Kept kept()
    {
        m_file->reload(); // writes what is due
        workspace::SettingsFile file(m_file->fileName());
        const workspace::Settings settings(file, u"test"_s);
        return {settings.filters(), settings.columns(), settings.sort(), settings.shown()};
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock =
            std::make_unique<support::ManualClock>(*quo::parseInstant(u"2026-03-10T12:00:00Z"_s));
        m_file = std::make_unique<workspace::SettingsFile>(m_dir->filePath(u"quoin.conf"_s));
        m_settings = std::make_unique<workspace::Settings>(*m_file, u"test"_s);
    }

    void cleanup()
    {
        m_settings.reset();
        m_file.reset();
        m_clock.reset();
        m_dir.reset();
    }

    void eachDifferenceIsAnnouncedOnce()
    {
        const auto state = this->state();
        QList<View> befores;
        QList<View> afters;
        connect(state.get(), &ShownState::changed, this, [&](const View &before) {
            befores.append(before);
            afters.append(state->shown());
        });
        state->change(&View::search, u"ana"_s);
        state->change(&View::search, u"ana"_s);
        state->change(&Filters::excludeInactive, true);
        state->change(&View::filters, state->shown().filters);
        state->change(&View::sort, {{u"id"_s, false}});
        state->change(&View::columns, {{u"id"_s, 90, true}});
        state->change(&View::id, u"b"_s);
        QCOMPARE(befores.size(), 5);
        QVERIFY(befores.first() == View());
        for (qsizetype i = 1; i < befores.size(); ++i)
            QVERIFY(befores.at(i) == afters.at(i - 1));
        QCOMPARE(afters.at(0).search, u"ana"_s);
        QVERIFY(afters.at(1).filters.excludeInactive);
        QCOMPARE(state->shown().id, u"b"_s);
        QCOMPARE(state->shown().search, u"ana"_s);
    }

    void aViewIsOneChangeAndIsOpenedEvenWhereItIsShown()
    {
        const auto state = this->state();
        QSignalSpy changed(state.get(), &ShownState::changed);
        QSignalSpy opened(state.get(), &ShownState::opened);
        connect(state.get(), &ShownState::opened, this,
                [&] { QVERIFY(state->shown() == nameless()); });
        state->open(view());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(opened.size(), 1);
        state->open(view());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(opened.size(), 2);
    }

    void itIsKeptHalfASecondAfterTheLastChange()
    {
        const auto state = this->state();
        state->open(view());
        m_clock->advance(quo::milliseconds(400));
        state->change(&View::search, u"is:snoozed"_s);
        m_clock->advance(quo::milliseconds(499));
        QVERIFY(!kept().shown);
        QVERIFY(kept().filters == Filters());
        QVERIFY(kept().columns.isEmpty());
        QVERIFY(kept().sort.isEmpty());
        m_clock->advance(quo::milliseconds(1));
        const Kept all = kept();
        QVERIFY(all.shown);
        QVERIFY(*all.shown == state->shown());
        QCOMPARE(all.shown->search, u"is:snoozed"_s);
        QVERIFY(all.filters == view().filters);
        QVERIFY(all.columns == view().columns);
        QVERIFY(all.sort == view().sort);
    }

    void itIsKeptAtTheEndAtOnce()
    {
        auto state = this->state();
        state->open(view());
        state.reset();
        QVERIFY(kept().shown);
        QVERIFY(*kept().shown == nameless());
        QVERIFY(kept().filters == view().filters);
        QCOMPARE(m_clock->waiting(), 0);
    }

    void filtersThatCannotBeAskedForAreNotWhatAStartBeginsWith()
    {
        const auto state = this->state();
        state->change(&Filters::teammate, u"US1"_s);
        m_clock->advance(quo::milliseconds(500));
        DateFilter backwards{DateFilter::Preset::Custom, workspace::WallTime{{2026, 2, 2}, {0, 0}},
                             workspace::WallTime{{2026, 2, 1}, {0, 0}}};
        state->change(&Filters::created, backwards);
        m_clock->advance(quo::milliseconds(500));
        QVERIFY(kept().filters.created == DateFilter());
        QCOMPARE(kept().filters.teammate, u"US1"_s);
        QVERIFY(kept().shown->filters.created == backwards);
        backwards.to = workspace::WallTime{{2026, 2, 3}, {0, 0}};
        state->change(&Filters::created, backwards);
        m_clock->advance(quo::milliseconds(500));
        QVERIFY(kept().filters == state->shown().filters);
    }

    void aStartBeginsWithFiltersColumnsAndSortOrWithAllThatWasShown()
    {
        auto first = state();
        first->open(view());
        first.reset();
        auto fresh = state();
        QVERIFY(fresh->shown().filters == view().filters);
        QVERIFY(fresh->shown().columns == view().columns);
        QVERIFY(fresh->shown().sort == view().sort);
        QCOMPARE(fresh->shown().search, QString());
        QCOMPARE(fresh->shown().id, QString());
        QVERIFY(fresh->resume());
        QVERIFY(fresh->shown() == nameless());
        fresh.reset();
        // A start that shows no search leaves none for the next one.
        fresh = state();
        m_clock->advance(quo::milliseconds(500));
        fresh.reset();
        fresh = state();
        QVERIFY(fresh->resume());
        QCOMPARE(fresh->shown().search, QString());
    }

    void whatCannotBeReadStaysUntilItIsChanged()
    {
        m_file->setValue(u"test/sort"_s, QStringList{u"name:maybe"_s});
        {
            const auto state = this->state();
            QVERIFY(state->shown().sort.isEmpty());
            QVERIFY(!state->resume());
            state->change(&View::search, u"ana"_s);
            m_clock->advance(quo::milliseconds(500));
        }
        QCOMPARE(m_file->value(u"test/sort"_s).toStringList(), QStringList{u"name:maybe"_s});
    }

    void clearingShowsAllAndIsUndone()
    {
        const auto state = this->state();
        state->open(view());
        QSignalSpy changed(state.get(), &ShownState::changed);
        QSignalSpy opened(state.get(), &ShownState::opened);
        state->clear();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(opened.size(), 1);
        QVERIFY(!workspace::isFiltered(state->shown()));
        QCOMPARE(workspace::openViewId(state->shown()), u"all"_s);
        QVERIFY(state->shown().columns == view().columns);
        QVERIFY(state->shown().sort == view().sort);
        state->undo();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(opened.size(), 2);
        QVERIFY(state->shown() == nameless());
        state->redo();
        QVERIFY(!workspace::isFiltered(state->shown()));
        QVERIFY(!state->canRedo());
        state->undo();
        QVERIFY(state->canRedo());
        state->change(&View::search, u"ana"_s);
        QVERIFY(!state->canRedo()); // another way was taken
    }

    void eachChangeIsUndoneAndRedone()
    {
        const auto state = this->state();
        QVERIFY(!state->canUndo());
        QList<View> states{state->shown()};
        state->change(&Filters::teammate, u"US1"_s);
        states.append(state->shown());
        state->change(&View::search, u"is:muted"_s);
        states.append(state->shown());
        state->open(view());
        states.append(state->shown());
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            QVERIFY(state->canUndo());
            state->undo();
            QVERIFY(state->shown() == states.at(i));
        }
        QVERIFY(!state->canUndo());
        for (qsizetype i = 1; i < states.size(); ++i) {
            QVERIFY(state->canRedo());
            state->redo();
            QVERIFY(state->shown() == states.at(i));
        }
        QVERIFY(!state->canRedo());
        QSignalSpy changed(state.get(), &ShownState::changed);
        state->redo();
        QVERIFY(changed.isEmpty());
    }

    void whatIsTypedAtAStretchIsOneStep()
    {
        const auto state = this->state();
        for (const QString &typed : {u"a"_s, u"an"_s, u"ana"_s})
            state->typeSearch(typed);
        state->change(&Filters::excludeInactive, true);
        for (const QString &typed : {u"anal"_s, u"ana l"_s})
            state->typeSearch(typed);
        state->undo();
        QCOMPARE(state->shown().search, u"ana"_s);
        state->undo();
        QVERIFY(!state->shown().filters.excludeInactive);
        state->undo();
        QCOMPARE(state->shown().search, QString());
        QVERIFY(!state->canUndo());
        state->redo();
        QCOMPARE(state->shown().search, u"ana"_s);
        // What is typed and taken back again is none.
        state->undo();
        state->typeSearch(u"x"_s);
        state->typeSearch({});
        QVERIFY(!state->canUndo());
        state->typeSearch(u"y"_s);
        QVERIFY(state->canUndo());
    }

    void columnsAndSortAreNotUndoneAlone()
    {
        const auto state = this->state();
        state->change(&View::sort, {{u"name"_s, false}});
        state->change(&View::columns, {{u"id"_s, 90, true}});
        QVERIFY(!state->canUndo());
        state->change(&View::search, u"ana"_s);
        state->change(&View::columns, {{u"id"_s, 120, true}});
        state->undo();
        QCOMPARE(state->shown().search, QString());
        QCOMPARE(state->shown().columns.first().width, 120); // it was widened since
    }

    void stepsCanBeForgotten()
    {
        const auto state = this->state();
        state->typeSearch(u"ana"_s);
        state->forgetSteps();
        QVERIFY(!state->canUndo());
        state->typeSearch(u"anab"_s);
        state->undo();
        QCOMPARE(state->shown().search, u"ana"_s);
    }

    void stepsAreNotKeptForEver()
    {
        const auto state = this->state();
        for (int i = 0; i < 1000; ++i)
            state->change(&View::search, QString::number(i));
        int steps = 0;
        for (; state->canUndo(); ++steps)
            state->undo();
        QCOMPARE(steps, 100);
        QCOMPARE(state->shown().search, u"899"_s);
    }

    void backAndForwardGoFromViewToView()
    {
        const auto state = this->state();
        QVERIFY(!state->canGoBack());
        state->open(workspace::readyView(workspace::ReadyView::Unassigned, {}));
        state->change(&View::search, u"is:unassigned ana"_s);
        state->open(view());
        state->change(&Filters::excludeInactive, true);
        state->change(&View::search, u"ben"_s);
        QSignalSpy changed(state.get(), &ShownState::changed);
        state->goBack();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(state->shown().id, u"unassigned"_s);
        QCOMPARE(state->shown().search, u"is:unassigned ana"_s);
        QVERIFY(!state->shown().filters.excludeInactive);
        state->goBack();
        QVERIFY(!workspace::isFiltered(state->shown()));
        QVERIFY(!state->canGoBack());
        state->goBack();
        QCOMPARE(changed.size(), 2);
        state->goForward();
        QCOMPARE(state->shown().id, u"unassigned"_s);
        QCOMPARE(state->shown().search, u"is:unassigned"_s);
        state->goForward();
        QVERIFY(state->shown() == nameless());
        QVERIFY(!state->canGoForward());
        QVERIFY(state->canRedo()); // what was changed in it
    }

    void aViewIsChangedWhereSavingItWouldChangeIt()
    {
        const auto state = this->state();
        state->open(view());
        QVERIFY(!state->differsFrom(view()));
        state->change(&View::columns, {});
        state->change(&View::search, u"is:muted "_s);
        QVERIFY(!state->differsFrom(view()));
        state->change(&View::search, u"is:muted ana"_s);
        QVERIFY(state->differsFrom(view()));
        state->undo();
        QVERIFY(!state->differsFrom(view()));
        state->change(&View::sort, {});
        QVERIFY(state->differsFrom(view()));
        View unsorted = view();
        unsorted.sort = {{u"lastActivityAt"_s, true}}; // the initial order
        QVERIFY(!state->differsFrom(unsorted));
    }

    void whichViewIsOpenIsInWhatIsShown()
    {
        using workspace::openViewId;
        using workspace::ReadyView;
        View shown;
        QCOMPARE(openViewId(shown), u"all"_s);
        shown.search = u"ana"_s;
        QCOMPARE(openViewId(shown), QString());
        shown.search = u" "_s;
        shown.filters.lines = {u"PN1"_s};
        QCOMPARE(openViewId(shown), QString());
        shown.id = u"a"_s; // a saved view stays open where it is changed
        QCOMPARE(openViewId(shown), u"a"_s);
        shown = {};
        shown.id = u"a"_s;
        QCOMPARE(openViewId(shown), u"a"_s);
        QSet<QString> ids;
        for (const ReadyView ready : workspace::allReadyViews) {
            shown = workspace::readyView(ready, {{u"name"_s, 120, true}});
            QCOMPARE(shown.columns.size(), 1);
            QCOMPARE(openViewId(shown), workspace::readyViewId(ready));
            QVERIFY(workspace::readyViewWithId(shown.id) == ready);
            ids.insert(shown.id);
            shown.search += u" ana"_s;
            QCOMPARE(openViewId(shown), ready == ReadyView::All ? QString() : shown.id);
            shown.search = u"ana"_s;
            QCOMPARE(openViewId(shown), QString());
            shown.search.clear();
            QCOMPARE(openViewId(shown), u"all"_s);
        }
        QCOMPARE(ids.size(), qsizetype(workspace::allReadyViews.size()));
        QVERIFY(!workspace::readyViewWithId(u"a"_s));
    }
};

QTEST_MAIN(TestShownState)
#include "tst_shownstate.moc"
