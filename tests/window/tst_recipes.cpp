// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "exporting/exportfile.h"
#include "support/files.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/export/exportdialog.h"
#include "words/filterwords.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

// What CONTRIBUTING.md says of how to add something: whatever follows it is everywhere it should
// be.
class TestRecipes : public support::WindowTest
{
    Q_OBJECT

    std::unique_ptr<support::ScriptedWorld> m_world;
    std::unique_ptr<support::Window> m_window;

    static app::Command parsed(const QStringList &arguments)
    {
        return app::parseCommandLine(
            QStringList{u"quoin"_s, u"export"_s, u"-o"_s, u"-"_s} + arguments, {});
    }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
        m_world->server.setFallback([](const auto &) { return support::page(1, 3); });
        m_window =
            std::make_unique<support::Window>(m_world->client, m_world->clock, m_settingsFile);
        QTRY_VERIFY(m_window->rests());
        m_window->select(0);
    }

    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void aColumnIsOneEntry_data()
    {
        QTest::addColumn<int>("column");
        for (size_t column = 0; column < inbox::columns().size(); ++column)
            QTest::newRow(inbox::columns()[column].id.latin1()) << int(column);
    }

    void aColumnIsOneEntry()
    {
        QFETCH(int, column);
        const inbox::Column &descriptor = inbox::columns()[size_t(column)];
        const QString title = descriptor.title();
        // The list, with a tip.
        const QAbstractItemModel &model = m_window->session.model();
        QVERIFY(model.headerData(column, Qt::Horizontal).toString().startsWith(title));
        QVERIFY(!descriptor.tip().isEmpty());
        // The chooser.
        QStringList actions;
        for (const QAction *action : m_window->widget->findChildren<QAction *>())
            actions.append(action->text());
        QVERIFY(actions.contains(title));
        // The details, where participants have their own list.
        QStringList captions;
        for (const QLabel *label : m_window->widget->findChildren<QLabel *>())
            captions.append(label->text());
        if (descriptor.isField() && descriptor.id != "participants"_L1)
            QVERIFY(captions.contains(title));
        // Search and sort.
        QCOMPARE(inbox::searchedColumn(descriptor.searchWord), column);
        const QString id = descriptor.id;
        QVERIFY(std::holds_alternative<app::ExportCommandOptions>(
            parsed({u"--sort"_s, id + u":desc"_s})));
        // Exports.
        QVERIFY(std::holds_alternative<app::ExportCommandOptions>(parsed({u"--columns"_s, id})));
        const QString file = m_dir.filePath(id + u".csv"_s);
        exporting::ExportFile exported(file, {}, {&descriptor});
        QVERIFY(!exported.open());
        exported.write(*m_window->session.model().rowAt(0), m_window->names.context());
        exporting::Manifest manifest;
        QVERIFY(!exported.commit(manifest, false));
        QVERIFY(support::readFile(file).startsWith(title.toUtf8()));
    }

    void anExportFormatIsWrittenOfferedAndTyped()
    {
        QStringList offered;
        for (const auto &[id, name] : widgets::ExportDialog::formats())
            offered.append(id);
        int formats = 0;
        for (; !exporting::suffix(exporting::Format(formats)).isEmpty(); ++formats) {
            const auto format = exporting::Format(formats);
            const QString word = exporting::suffix(format);
            QVERIFY2(offered.contains(word), qPrintable(word));
            const app::Command command = parsed({u"--format"_s, word});
            QVERIFY2(std::holds_alternative<app::ExportCommandOptions>(command), qPrintable(word));
            QVERIFY(std::get<app::ExportCommandOptions>(command).format.format == format);

            const QString file = m_dir.filePath(u"all."_s + word);
            exporting::ExportOptions options;
            options.format = format;
            exporting::ExportFile exported(file, options, {&inbox::columns()[1]});
            QVERIFY(!exported.open());
            exported.write(*m_window->session.model().rowAt(0), m_window->names.context());
            exporting::Manifest manifest;
            QVERIFY(!exported.commit(manifest, false));
            QVERIFY(support::readFile(file).size() > 10);
        }
        QCOMPARE(formats, 5);
    }

    void aFilterIsAskedForShownAndCleared()
    {
        // One more member does not compile here, so that it comes into the list below.
        const auto [lines, teammate, updated, created, excludeInactive] = workspace::Filters();
        Q_UNUSED(lines)
        Q_UNUSED(teammate)
        Q_UNUSED(updated)
        Q_UNUSED(created)
        Q_UNUSED(excludeInactive)
        QList<workspace::Filters> each(5);
        each[0].lines = QStringList{u"PN1"_s};
        each[1].teammate = u"US1"_s;
        each[2].updated.preset = workspace::DateFilter::Preset::Last7Days;
        each[3].created.preset = workspace::DateFilter::Preset::Last7Days;
        each[4].excludeInactive = true;
        workspace::ShownState &state = m_window->state;
        const quo::Instant now = m_world->clock.now();
        const quo::ConversationQuery whole = workspace::Filters().toQuery(now, QTimeZone::utc());
        for (const workspace::Filters &filters : each) {
            QVERIFY(filters.toQuery(now, QTimeZone::utc()) != whole);
            state.change(&workspace::View::filters, filters);
            QVERIFY(!words::filtersText(filters, m_window->names.context()).isEmpty());
            m_window->find<QAbstractButton>("Clear filters")->click();
            QVERIFY(state.shown().filters == workspace::Filters());
        }
    }
};

QTEST_MAIN(TestRecipes)
#include "tst_recipes.moc"
