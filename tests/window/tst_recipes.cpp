// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "exporting/exportfile.h"
#include "exporting/formats.h"
#include "support/files.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/export/exportdialog.h"
#include "words/columnwords.h"
#include "words/filterwords.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
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

    // The words of what the pattern captures, without the man page's marks and the 'or'.
    static QStringList listed(QString text, const QString &pattern)
    {
        text.remove(u"\\fB"_s).remove(u"\\fR"_s).remove(u'\\');
        const auto match = QRegularExpression(pattern).match(text.simplified());
        static const QRegularExpression between(u"[, ]+(or )?"_s);
        return match.captured(1).split(between, Qt::SkipEmptyParts);
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

    void aColumnIsShownSearchedSortedAndExported_data()
    {
        QTest::addColumn<int>("column");
        for (size_t column = 0; column < inbox::columns().size(); ++column)
            QTest::newRow(inbox::columns()[column].name.latin1()) << int(column);
    }

    void aColumnIsShownSearchedSortedAndExported()
    {
        QFETCH(int, column);
        const inbox::Column &descriptor = inbox::columns()[size_t(column)];
        const words::ColumnWords &columnWords = words::columnWords(descriptor.id);
        const QString title = columnWords.title();
        // The list, with a tip.
        const QAbstractItemModel &model = m_window->session.model();
        QVERIFY(model.headerData(column, Qt::Horizontal).toString().startsWith(title));
        QVERIFY(!columnWords.tip().isEmpty());
        // The chooser.
        QStringList actions;
        for (const QAction *action : m_window->widget->findChildren<QAction *>())
            actions.append(action->text());
        QVERIFY(actions.contains(title));
        // The details, where participants have their own list.
        QStringList captions;
        for (const QLabel *label : m_window->widget->findChildren<QLabel *>())
            captions.append(label->text());
        if (descriptor.isField() && descriptor.id != inbox::ColumnId::Participants)
            QVERIFY(captions.contains(title));
        // Search and sort.
        QCOMPARE(inbox::searchedColumn(descriptor.searchWord), column);
        const QString id = descriptor.name;
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

    void anExportFormatIsOneEntry()
    {
        QStringList ids;
        for (const exporting::FormatTraits &traits : exporting::formats()) {
            const QString id = traits.id;
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.append(id);
            const app::Command command = parsed({u"--format"_s, id});
            QVERIFY2(std::holds_alternative<app::ExportCommandOptions>(command), qPrintable(id));
            QCOMPARE(std::get<app::ExportCommandOptions>(command).format.format, traits.format);

            const QString file = m_dir.filePath(u"all."_s + id);
            exporting::ExportOptions options;
            options.format = traits.format;
            exporting::ExportFile exported(file, options, {&inbox::columns()[1]});
            QVERIFY(!exported.open());
            exported.write(*m_window->session.model().rowAt(0), m_window->names.context());
            exporting::Manifest manifest;
            QVERIFY(!exported.commit(manifest, false));
            QVERIFY(support::readFile(file).size() > 10);
        }
        QCOMPARE(ids.size(), 5);

        // The dialog has a preset more, and each has a name of its own.
        QTest::keyClick(m_window->table(), Qt::Key_E, Qt::ControlModifier);
        const auto *dialog = m_window->widget->findChild<widgets::ExportDialog *>();
        QVERIFY(dialog);
        const auto *box = dialog->findChild<QComboBox *>(u"formatBox"_s);
        QVERIFY(box);
        QStringList offered;
        QStringList names;
        for (int i = 0; i < box->count(); ++i) {
            offered.append(box->itemData(i).toString());
            names.append(box->itemText(i));
        }
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.removeDuplicates(), 0);
        offered.sort();
        QStringList expected = ids + QStringList{u"excel"_s};
        expected.sort();
        QCOMPARE(offered, expected);

        // Whatever lists them has exactly these.
        const app::Command help = app::parseCommandLine({u"quoin"_s, u"export"_s, u"--help"_s}, {});
        QCOMPARE(listed(std::get<app::Say>(help).text, u"--format <FORMAT> One of (.+?);"_s), ids);
        for (const auto &[file, pattern] :
             {std::pair(u"quoin.1"_s, u"--format \" FORMAT\" (.+?);"_s),
              {u"completions/quoin.bash"_s, u"== export .. && formats='(.+?)'"_s},
              {u"completions/quoin.fish"_s, u"-n .export -l format -x -a '(.+?)'"_s},
              {u"completions/_quoin"_s, u"--format.else [^:]+:format:.(.+?).' "_s}}) {
            const QByteArray text = support::readFile(QStringLiteral(QUOIN_PACKAGING "/") + file);
            QVERIFY2(listed(QString::fromUtf8(text), pattern) == ids, qPrintable(file));
        }
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
