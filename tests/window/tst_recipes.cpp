// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "exporting/exportfile.h"
#include "exporting/formats.h"
#include "support/files.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/menu.h"
#include "support/window.h"
#include "support/windowtest.h"
#include "widgets/export/exportdialog.h"
#include "words/columnwords.h"
#include "words/filterwords.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What CONTRIBUTING.md says of how to add something: whatever follows it is everywhere it should
// be.
class TestRecipes : public support::WindowTest
{
    Q_OBJECT

    support::ManualClock m_clock{*quo::parseInstant(u"2026-06-02T12:00:00Z"_s)};
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

    // One of three rows, of which each has another value in each column, and the first the least.
    static QJsonObject row(int number)
    {
        const auto day = [number](const char16_t *month) {
            return u"2026-%1-1%2T12:00:00.000Z"_s.arg(QStringView(month)).arg(number);
        };
        // One that is over, one that is not.
        const auto until = [number](int last) {
            return u"2026-0%1-2%2T12:00:00.000Z"_s.arg(number > last ? 7 : 5).arg(number);
        };
        const QString digit = QString::number(number);
        return support::conversation(
            u"CN"_s + digit, {{u"phoneNumberId"_s, u"PN"_s + digit},
                              {u"participants"_s, QJsonArray{u"+1415555010"_s + digit}},
                              {u"name"_s, QStringList{u"Ana"_s, u"Ben"_s, u"Cleo"_s}[number - 1]},
                              {u"assignedTo"_s, u"US"_s + digit},
                              {u"lastActivityId"_s, u"AC"_s + digit},
                              {u"createdAt"_s, day(u"01")},
                              {u"updatedAt"_s, day(u"02")},
                              {u"lastActivityAt"_s, day(u"03")},
                              {u"mutedUntil"_s, until(1)},
                              {u"snoozedUntil"_s, until(2)},
                              {u"deletedAt"_s, day(u"04")}});
    }

    // What somebody types who looks for the third row by what the column says of it.
    QString condition(const inbox::Column &column) const
    {
        const int row = int(m_window->shownIds().indexOf(u"CN3"_s));
        const inbox::InboxModel &model = m_window->session.model();
        QString value = u"snoozed"_s;
        if (column.kind == inbox::Column::Kind::Instant)
            value = column.value(*model.rowAt(row)).toDateTime().date().toString(Qt::ISODate);
        else if (column.kind != inbox::Column::Kind::State)
            value =
                u'"' + model.index(row, inbox::columnIndex(column.name)).data().toString() + u'"';
        return column.searchWord + u':' + value;
    }

    void type(const QString &search) const
    {
        auto *field = m_window->find<QLineEdit>("Search");
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, search);
    }

    // A click on the column's header, which somebody has put into the first place.
    void sortBy(int column) const
    {
        QHeaderView &header = *m_window->table()->horizontalHeader();
        header.moveSection(header.visualIndex(column), 0);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {20, 8});
    }

private Q_SLOTS:
    void init()
    {
        WindowTest::init();
        m_world = std::make_unique<support::ScriptedWorld>();
        m_world->server.setFallback([](const auto &) {
            return support::page({row(2), row(3), row(1)});
        });
        m_window = std::make_unique<support::Window>(m_world->client, m_clock, m_settingsFile);
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
        const auto *chooser = m_window->find<QToolButton>("Columns");
        QVERIFY(chooser);
        const QHeaderView &header = *m_window->table()->horizontalHeader();
        if (header.isSectionHidden(column))
            support::choose(*chooser->menu(), title);
        QVERIFY(!header.isSectionHidden(column));
        // The details, where participants have their own list.
        QStringList captions;
        for (const QLabel *label : m_window->widget->findChildren<QLabel *>())
            captions.append(label->text());
        if (descriptor.isField() && descriptor.id != inbox::ColumnId::Participants)
            QVERIFY(captions.contains(title));
        // Search.
        type(condition(descriptor));
        QTRY_COMPARE(m_window->shownIds(), QStringList{u"CN3"_s});
        type({});
        QTRY_COMPARE(m_window->shownIds().size(), 3);
        // Sort, one way and the other.
        const QStringList upwards{u"CN1"_s, u"CN2"_s, u"CN3"_s};
        const QStringList downwards{u"CN3"_s, u"CN2"_s, u"CN1"_s};
        QSet<QString> arrows;
        for (int click = 0; click < 2; ++click) {
            sortBy(column);
            const QString arrow = model.headerData(column, Qt::Horizontal).toString().last(1);
            arrows.insert(arrow);
            // Of states, the most urgent come first.
            const bool isUpwards = (arrow == u"▴") == descriptor.isField();
            QTRY_COMPARE(m_window->shownIds(), isUpwards ? upwards : downwards);
        }
        QCOMPARE(arrows, (QSet<QString>{u"▴"_s, u"▾"_s}));
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
        QVERIFY(support::readFile(file).startsWith(words::titleInFiles(descriptor.id).toUtf8()));
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
        QCOMPARE(
            listed(std::get<app::Say>(help).text, u"--format <FORMAT> Format: (.+?). Default"_s),
            ids);
        for (const auto &[file, pattern] :
             {std::pair(u"quoin.1"_s, u"--format \" FORMAT\" (.+?);"_s),
              {u"completions/quoin.bash"_s, u"== export .. && formats='(.+?)'"_s},
              {u"completions/quoin.fish"_s, u"-n .export -l format -x -a '(.+?)'"_s},
              {u"completions/_quoin"_s, u"--format.by default [^:]+:format:.(.+?).' "_s}}) {
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
            m_window->click("Clear filters and search");
            QVERIFY(state.shown().filters == workspace::Filters());
        }
    }
};

QTEST_MAIN(TestRecipes)
#include "tst_recipes.moc"
