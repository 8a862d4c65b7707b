// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manualclock.h"
#include "support/warnings.h"
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
};

QTEST_MAIN(TestShownState)
#include "tst_shownstate.moc"
