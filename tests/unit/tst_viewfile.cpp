// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/specialfiles.h"
#include "support/warnings.h"
#include "workspace/settings.h"
#include "workspace/viewfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <variant>

using namespace Qt::StringLiterals;
using workspace::DateFilter;
using workspace::JsonProblem;
using workspace::View;
using workspace::ViewFileProblem;
using workspace::ViewProblem;
using workspace::WallTime;
using NoView = ViewProblem::Kind;
using Field = JsonProblem::Kind;
using Kind = std::variant<NoView, Field>;

namespace {

View fullView()
{
    View view;
    view.name = u"Größe \"x\" 北\U0001F600"_s;
    view.filters.lines = {u"PN1"_s, u"+14155550100"_s};
    view.filters.teammate = u"US1"_s;
    view.filters.updated.preset = DateFilter::Preset::Last7Days;
    view.filters.created.preset = DateFilter::Preset::Custom;
    view.filters.created.from = WallTime{{2026, 3, 8}, {2, 30}};
    view.filters.excludeInactive = true;
    view.columns = {{u"updatedAt"_s, 120, true}, {u"id"_s, 80, false}};
    view.search = u"lopes line:\"Front desk\" -is:muted"_s;
    view.sort = {{u"phoneNumberId"_s, false}, {u"lastActivityAt"_s, true}};
    return view;
}

QJsonObject fullObject()
{
    return QJsonDocument::fromJson(workspace::encodeView(fullView())).object();
}

Kind kindOf(const ViewFileProblem &problem)
{
    return std::visit([](const auto &each) { return Kind(each.kind); }, problem);
}

QByteArray with(const QString &path, const QJsonValue &value)
{
    QJsonObject object = fullObject();
    const QStringList names = path.split(u'.');
    if (names.size() == 1) {
        object.insert(path, value);
    } else {
        QJsonObject inner = object.value(names[0]).toObject();
        inner.insert(names[1], value);
        object.insert(names[0], inner);
    }
    return QJsonDocument(object).toJson();
}

} // namespace

class TestViewFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aViewSurvivesItsFile()
    {
        const auto read = workspace::decodeView(workspace::encodeView(fullView()));
        QVERIFY(read);
        QCOMPARE(*read, fullView());
        View empty;
        empty.name = u"All"_s;
        QCOMPARE(*workspace::decodeView(workspace::encodeView(empty)), empty);
    }

    void aNameThatIsTooLongIsCutAndNotTheWholeViewLost()
    {
        View view = fullView();
        view.name = QString(300, u'x');
        const auto read = workspace::decodeView(workspace::encodeView(view));
        QVERIFY(read);
        QCOMPARE(read->name, QString(200, u'x'));
        QCOMPARE(read->filters, view.filters);
    }

    void theFirstFormIsStillRead()
    {
        QJsonObject old = fullObject();
        old.insert(u"quoinView"_s, 1);
        const auto asBefore = [&old] { return QJsonDocument(old).toJson(); };
        QCOMPARE(kindOf(workspace::decodeView(asBefore()).error()), Kind(Field::UnknownField));
        old.remove(u"search"_s);
        old.remove(u"sort"_s);
        View view = fullView();
        view.search.clear();
        view.sort.clear();
        QCOMPARE(*workspace::decodeView(asBefore()), view);
    }

    void relativeRangesStayRelative()
    {
        const QByteArray text = workspace::encodeView(fullView());
        QVERIFY(text.contains("last7Days"));
        const View read = *workspace::decodeView(text);
        const QTimeZone utc = QTimeZone::utc();
        const auto range = [&](const char16_t *now) {
            return toRange(read.filters.updated, *quo::parseInstant(QString::fromUtf16(now)), utc)
                .after.value();
        };
        QCOMPARE(range(u"2026-03-11T12:00:00Z") - range(u"2026-03-10T12:00:00Z"),
                 std::chrono::days(1));
    }

    void whateverIsWrongIsToldAndNothingIsTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("field");
        const auto add = [](const char *name, const QByteArray &text, Kind kind,
                            const QString &field = {}) {
            QTest::newRow(name) << text << kind << field;
        };
        const QByteArray good = workspace::encodeView(fullView());
        QJsonObject object = fullObject();
        object.remove(u"filters"_s);
        add("empty", {}, NoView::NotJson);
        add("cut", good.left(good.size() / 2), NoView::NotJson);
        add("not UTF-8", "{\"\xff\xfe\":1}", NoView::NotJson);
        add("other JSON", R"({"a":1})", NoView::NotAView);
        add("an array", "[1]", NoView::NotAView);
        add("oversize", QByteArray(workspace::maxViewFileSize + 1, ' '), NoView::TooLarge);
        add("newer", with(u"quoinView"_s, 3), NoView::UnknownVersion);
        add("between", with(u"quoinView"_s, 1.5), NoView::UnknownVersion);
        add("missing", QJsonDocument(object).toJson(), Field::MissingField, u"filters"_s);
        add("a key", with(u"apiKey"_s, u"secret"_s), Field::UnknownField, u"apiKey"_s);
        add("unknown inside", with(u"filters.x"_s, 1), Field::UnknownField, u"filters.x"_s);
        add("name", with(u"name"_s, 5), Field::WrongType, u"name"_s);
        add("long name", with(u"name"_s, QString(201, u'x')), Field::BadValue, u"name"_s);
        add("lines", with(u"filters.phoneNumbers"_s, u"PN1"_s), Field::WrongType,
            u"filters.phoneNumbers"_s);
        add("a line", with(u"filters.phoneNumbers"_s, QJsonArray{u"555"_s}), Field::BadValue,
            u"filters.phoneNumbers"_s);
        add("a line that is a number", with(u"filters.phoneNumbers"_s, QJsonArray{5}),
            Field::BadValue, u"filters.phoneNumbers"_s);
        add("101 lines",
            with(u"filters.phoneNumbers"_s, QJsonArray::fromStringList(QStringList(101, u"PN1"_s))),
            Field::BadValue, u"filters.phoneNumbers"_s);
        add("a teammate", with(u"filters.userId"_s, u"me"_s), Field::BadValue, u"filters.userId"_s);
        add("a preset", with(u"filters.updated"_s, QJsonObject{{u"preset"_s, u"someday"_s}}),
            Field::BadValue, u"filters.updated.preset"_s);
        add("a time",
            with(u"filters.created"_s, QJsonObject{{u"preset"_s, u"custom"_s},
                                                   {u"from"_s, u"2026-02-30T00:00:00"_s},
                                                   {u"to"_s, QJsonValue()}}),
            Field::BadValue, u"filters.created.from"_s);
        add("a flag", with(u"filters.excludeInactive"_s, u"yes"_s), Field::WrongType,
            u"filters.excludeInactive"_s);
        const auto column = [](const QJsonValue &width) {
            return QJsonArray{
                QJsonObject{{u"id"_s, u"name"_s}, {u"width"_s, width}, {u"visible"_s, true}}};
        };
        for (const auto &[name, width] : {std::pair("no width", QJsonValue(0)),
                                          {"wide", QJsonValue(1e300)},
                                          {"half a pixel", QJsonValue(1.5)}})
            add(name, with(u"columns"_s, column(width)), Field::BadValue, u"columns.width"_s);
        add("a column that is none", with(u"columns"_s, QJsonArray{1}), Field::WrongType,
            u"columns"_s);
    }

    void whateverIsWrongIsToldAndNothingIsTaken()
    {
        QFETCH(QByteArray, text);
        const auto read = workspace::decodeView(text);
        QVERIFY(!read);
        QTEST(kindOf(read.error()), "kind");
        const auto *problem = std::get_if<JsonProblem>(&read.error());
        QTEST(problem ? problem->field : QString(), "field");
    }

    void filesAreReadUpToTheLimit()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"a.quoinview"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(workspace::encodeView(fullView()));
        file.close();
        QCOMPARE(*workspace::readViewFile(file.fileName()), fullView());
        QCOMPARE(kindOf(workspace::readViewFile(dir.filePath(u"none"_s)).error()),
                 Kind(NoView::Unreadable));
    }

#ifdef Q_OS_UNIX
    void whatIsNoFileIsNotWaitedFor_data()
    {
        support::addSpecialFiles();
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        QFETCH(QString, what);
        QTemporaryDir dir;
        const QString file = dir.filePath(u"a.quoinview"_s);
        support::makeSpecialFile(what, file);
        QCOMPARE(kindOf(workspace::readViewFile(file).error()),
                 Kind(what == u"1 GiB" ? NoView::TooLarge : NoView::NotAFile));
    }
#endif

    // Each value of it in turn.
    void whatIsWrongInAKeptViewCostsItselfAlone_data()
    {
        QTest::addColumn<QString>("path");
        const QJsonObject object = fullObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (field.key() != u"quoinView")
                QTest::newRow(qPrintable(field.key())) << field.key();
            const QJsonObject inner = field.value().toObject();
            for (auto part = inner.begin(); part != inner.end(); ++part)
                QTest::addRow("%s.%s", qPrintable(field.key()), qPrintable(part.key()))
                    << field.key() + u'.' + part.key();
        }
    }

    void whatIsWrongInAKeptViewCostsItselfAlone()
    {
        QFETCH(QString, path);
        const View before = fullView();
        for (const QJsonValue &damage :
             {QJsonValue(7), QJsonValue(1e300), QJsonValue(true), QJsonValue(QJsonArray{7}),
              QJsonValue(QJsonObject{}), QJsonValue(QString(5000, u'x'))}) {
            const auto read = workspace::salvageView(with(path, damage));
            QVERIFY(read);
            View after = read->value;
            if (path != u"name" && path != u"search" && path != u"filters.excludeInactive")
                QVERIFY(!read->problems.isEmpty());
            if (path == u"name")
                after.name = before.name;
            if (path == u"search")
                after.search = before.search;
            if (path == u"columns")
                after.columns = before.columns;
            if (path == u"sort")
                after.sort = before.sort;
            if (path == u"filters")
                after.filters = before.filters;
            if (path == u"filters.phoneNumbers")
                after.filters.lines = before.filters.lines;
            if (path == u"filters.userId")
                after.filters.teammate = before.filters.teammate;
            if (path == u"filters.updated")
                after.filters.updated = before.filters.updated;
            if (path == u"filters.created")
                after.filters.created = before.filters.created;
            if (path == u"filters.excludeInactive")
                after.filters.excludeInactive = before.filters.excludeInactive;
            QCOMPARE(after, before);
        }
    }

    void anEntryThatIsWrongLeavesTheOthers()
    {
        QJsonArray columns = fullObject().value(u"columns"_s).toArray();
        columns.insert(1, QJsonObject{{u"id"_s, u"name"_s}, {u"width"_s, -3}});
        QCOMPARE(workspace::salvageView(with(u"columns"_s, columns))->value, fullView());
        const QJsonArray lines{u"PN1"_s, 7, u"nobody"_s, u"+14155550100"_s};
        QCOMPARE(workspace::salvageView(with(u"filters.phoneNumbers"_s, lines))->value, fullView());
    }

    void settingsKeepViewsAndLeaveOutOfThemWhatTheyCannotRead()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"a.ini"_s);
        View first = fullView();
        first.id = u"1"_s;
        View second;
        second.id = u"2"_s;
        second.name = u"Second"_s;
        {
            workspace::SettingsFile settingsFile(file);
            workspace::Settings settings(settingsFile, u"w"_s);
            settings.setViews({first, second});
            settings.setDefaultView(u"2"_s);
        }
        workspace::SettingsFile settingsFile(file);
        workspace::Settings settings(settingsFile, u"w"_s);
        QCOMPARE(settings.views(), (QList<View>{first, second}));
        QCOMPARE(settings.defaultView(), u"2"_s);
        QVERIFY(workspace::Settings(settingsFile, u"other"_s).views().isEmpty());
        first.filters.teammate = u"not a user"_s;
        settings.setViews({first, second});
        View readable = first;
        readable.filters.teammate.clear();
        QCOMPARE(settings.views(), (QList<View>{readable, second}));
        QCOMPARE(settingsFile.unreadable(), QStringList{u"w/views/1"_s});
    }
};

QTEST_GUILESS_MAIN(TestViewFile)
#include "tst_viewfile.moc"
