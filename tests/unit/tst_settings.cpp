// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/files.h"
#include "support/specialfiles.h"
#include "support/warnings.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"
#include "workspace/viewfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using workspace::Account;
using workspace::DateFilter;
using workspace::Filters;
using workspace::ProgramSettings;
using workspace::Settings;
using workspace::SettingsFile;
using workspace::View;

namespace {

View viewOf(const QString &id, const QString &name)
{
    View view;
    view.id = id;
    view.name = name;
    return view;
}

QStringList namesOf(const QList<View> &views)
{
    QStringList names;
    for (const View &view : views)
        names.append(view.name);
    return names;
}

// A file with every value that there is.
void writeAll(const QString &fileName)
{
    View view = viewOf(u"a"_s, u"Größe"_s);
    view.filters.lines = {u"PN1"_s};
    view.filters.teammate = u"US1"_s;
    view.filters.created = {DateFilter::Preset::Custom, workspace::WallTime{{2026, 3, 29}, {2, 30}},
                            std::nullopt};
    view.columns = {{u"name"_s, 120, true}};
    view.search = u"is:muted"_s;
    view.sort = {{u"name"_s, true}};
    SettingsFile file(fileName);
    ProgramSettings program(file);
    program.setAccounts({{u"demo"_s, u"Acme, Inc."_s, QUrl(u"https://api.quo.com"_s)}});
    program.setLastAccount(u"demo"_s);
    program.setWindowGeometry("geometry\x01\xff");
    program.setPreferences(
        {u"de"_s, u"Asia/Tokyo"_s, {workspace::Proxy::Kind::Http, u"proxy.example"_s, 3128}, 77});
    Settings settings(file, u"demo"_s);
    settings.setFilters(view.filters);
    settings.setColumns({{u"name"_s, 200, true}, {u"id"_s, 90, false}});
    settings.setSort({{u"name"_s, false}, {u"id"_s, true}});
    settings.setCompact(true);
    settings.setFirstColumnFrozen(true);
    settings.setRefreshInterval(300);
    settings.setWatchedLines({u"PN1"_s, u"PN2"_s});
    settings.setShown(view);
    settings.setViews({view, viewOf(u"b"_s, u"B"_s), viewOf(u"c"_s, u"C"_s)});
    settings.setDefaultView(u"b"_s);
    settings.setContactsEnabled(false);
    settings.setDetailsTab(u"raw"_s);
    settings.setMe(u"US1"_s);
    settings.setSideBarFolded(true);
    settings.setDetailsFolded(true);
    settings.noteCommand(u"export"_s);
    settings.noteCommand(u"refresh"_s);
    settings.setExportChoices({u"table"_s, u"Europe/Paris"_s, u"/tmp/x"_s, true, true});
    settings.setPaneWidths({210, 360});
}

// What is read of it, by the keys under which it is written.
QMap<QString, QString> readAll(SettingsFile &file)
{
    QMap<QString, QString> all;
    const auto asText = [](const auto &entries, auto toText) {
        QStringList texts;
        for (const auto &entry : entries)
            texts.append(toText(entry));
        return texts.join(u' ');
    };
    const ProgramSettings program(file);
    all.insert(u"workspaces/list"_s, asText(program.accounts(), [](const Account &account) {
                   return account.id + account.name + account.baseUrl.toString();
               }));
    all.insert(u"workspaces/last"_s, program.lastAccount());
    all.insert(u"window/geometry"_s, QString::fromLatin1(program.windowGeometry()));
    const workspace::Preferences preferences = program.preferences();
    all.insert(u"program/language"_s, preferences.language);
    all.insert(u"program/timeZone"_s, preferences.timeZone);
    all.insert(u"program/proxy"_s, preferences.proxy.host +
                                       workspace::Proxy::name(preferences.proxy.kind) +
                                       QString::number(preferences.proxy.port));
    all.insert(u"program/keptThreads"_s, QString::number(preferences.keptThreads));
    Settings settings(file, u"demo"_s);
    const auto filtersText = [](const Filters &filters) {
        return QString::fromUtf8(QJsonDocument(workspace::toJson(filters)).toJson());
    };
    all.insert(u"demo/filters"_s, filtersText(settings.filters()));
    all.insert(u"demo/columns"_s, asText(settings.columns(), [](const auto &column) {
                   return column.id + QString::number(column.width * 2 + (column.visible ? 1 : 0));
               }));
    all.insert(u"demo/sort"_s, asText(settings.sort(), [](const auto &key) {
                   return key.id + QString::number(key.descending ? 1 : 0);
               }));
    all.insert(u"demo/compact"_s, QString::number(int(settings.isCompact())));
    all.insert(u"demo/firstColumnFrozen"_s, QString::number(int(settings.isFirstColumnFrozen())));
    all.insert(u"demo/refreshInterval"_s, QString::number(settings.refreshInterval()));
    all.insert(u"demo/watchedLines"_s, settings.watchedLines().join(u' '));
    const View shown = settings.shown().value_or(View());
    all.insert(u"demo/shown"_s, shown.id + QString::fromUtf8(workspace::encodeView(shown)));
    for (const View &view : settings.views())
        all.insert(u"demo/views/"_s + view.id, QString::fromUtf8(workspace::encodeView(view)));
    all.insert(u"demo/defaultView"_s, settings.defaultView());
    all.insert(u"demo/contacts"_s, QString::number(int(settings.areContactsEnabled())));
    all.insert(u"demo/detailsTab"_s, settings.detailsTab());
    all.insert(u"demo/me"_s, settings.me());
    all.insert(u"demo/sideBarFolded"_s, QString::number(int(settings.isSideBarFolded())));
    all.insert(u"demo/detailsFolded"_s, QString::number(int(settings.areDetailsFolded())));
    all.insert(u"demo/recentCommands"_s, settings.recentCommands().join(u' '));
    const workspace::ExportChoices choices = settings.exportChoices();
    all.insert(u"demo/exportPreset"_s, choices.preset);
    all.insert(u"demo/exportZone"_s, choices.zone);
    all.insert(u"demo/exportFolder"_s, choices.folder);
    all.insert(u"demo/exportManifest"_s, QString::number(int(choices.manifest)));
    all.insert(u"demo/exportNames"_s, QString::number(int(choices.names)));
    all.insert(u"demo/sideBarWidth"_s, QString::number(settings.paneWidths().sideBar));
    all.insert(u"demo/detailsWidth"_s, QString::number(settings.paneWidths().details));
    return all;
}

// Keys that make one value together.
QString groupOf(const QString &key)
{
    for (const QString &group : {u"program/proxy"_s, u"demo/shown"_s})
        if (key.startsWith(group))
            return group;
    return key;
}

// The file with another text for one value.
QByteArray withValue(const QByteArray &ini, const QString &key, const QByteArray &value)
{
    QByteArray section = "[" + key.section(u'/', 0, 0).toUtf8() + ']';
    const QByteArray name = key.section(u'/', 1).replace(u'/', u'\\').toUtf8() + '=';
    QByteArrayList lines = ini.split('\n');
    bool isInSection = false;
    for (QByteArray &line : lines) {
        if (line.startsWith('['))
            isInSection = line == section;
        else if (isInSection && line.startsWith(name))
            line = name + value;
    }
    return lines.join('\n');
}

#ifdef Q_OS_UNIX
// What a full disk looks like to the program, for as long as this lives.
class NoRoom
{
public:
    NoRoom()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before;
};
#endif

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    }

    void everythingSurvivesARestart()
    {
        Filters filters;
        filters.lines = {u"PN1"_s, u"+14155552671"_s};
        filters.teammate = u"US1"_s;
        filters.updated.preset = DateFilter::Preset::Last7Days;
        filters.created = {DateFilter::Preset::Custom, workspace::WallTime{{2026, 3, 8}, {2, 30}},
                           std::nullopt};
        filters.excludeInactive = true;
        const QList<workspace::ColumnSetting> columns{{u"name"_s, 200, true}, {u"id"_s, 90, false}};
        {
            SettingsFile file(m_file);
            Settings settings(file, u"demo"_s);
            settings.setFilters(filters);
            settings.setColumns(columns);
            settings.setPaneWidths({210, 360});
        }
        SettingsFile file(m_file);
        const Settings settings(file, u"demo"_s);
        QCOMPARE(settings.filters(), filters);
        QCOMPARE(settings.columns(), columns);
        QCOMPARE(settings.paneWidths(), (Settings::PaneWidths{210, 360}));
    }

    void theLastFewCommandsAreRemembered()
    {
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        for (int i = 0; i < 20; ++i)
            settings.noteCommand(u"command %1"_s.arg(i));
        settings.noteCommand(u"command 15"_s);
        QCOMPARE(settings.recentCommands().size(), Settings::mostRecentCommands);
        QCOMPARE(settings.recentCommands().first(3),
                 (QStringList{u"command 15"_s, u"command 19"_s, u"command 18"_s}));
        QCOMPARE(settings.recentCommands().last(), u"command 12"_s);
        // A list that somebody else made longer is cut.
        file.setValue(u"demo/recentCommands"_s, QStringList(1000, u"x"_s) << QString(5000, u'y'));
        QCOMPARE(settings.recentCommands(), QStringList{u"x"_s});
        QCOMPARE(file.unreadable(), QStringList{u"demo/recentCommands"_s});
    }

    void whoTheUserIsIsATeammate()
    {
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.me(), QString());
        settings.setMe(u"US1"_s);
        QCOMPARE(settings.me(), u"US1"_s);
        file.setValue(u"demo/me"_s, u"Dana"_s);
        QCOMPARE(settings.me(), QString());
        QCOMPARE(file.unreadable(), QStringList{u"demo/me"_s});
        settings.setMe({});
        QCOMPARE(settings.me(), QString());
    }

    void workspacesKeepTheirOwnFilters()
    {
        SettingsFile file(m_file);
        Settings demo(file, u"demo"_s);
        Filters filters;
        filters.teammate = u"US1"_s;
        demo.setFilters(filters);
        QCOMPARE(Settings(file, u"quo"_s).filters(), Filters());
        QCOMPARE(demo.filters(), filters);
    }

    void aWorkspaceIsForgottenWithAllThatWasItsOwn()
    {
        SettingsFile file(m_file);
        Settings kept(file, u"kept"_s);
        Settings gone(file, u"gone"_s);
        Filters filters;
        filters.teammate = u"US1"_s;
        kept.setFilters(filters);
        gone.setFilters(filters);
        gone.setContactsEnabled(false);
        gone.clear();
        QCOMPARE(gone.filters(), Filters());
        QVERIFY(gone.areContactsEnabled());
        QCOMPARE(kept.filters(), filters);
    }

    void theProgramRemembersItsWorkspaces()
    {
        const QList<Account> accounts{
            {u"a1"_s, u"Acme, \"support\"\n"_s, QUrl(u"https://api.quo.com"_s)},
            {u"b2"_s, u"北星商事"_s, QUrl(u"http://127.0.0.1:8080"_s)}};
        {
            SettingsFile file(m_file);
            ProgramSettings settings(file);
            settings.setAccounts(accounts);
            settings.setLastAccount(u"b2"_s);
            settings.setWindowGeometry("geometry");
        }
        SettingsFile file(m_file);
        const ProgramSettings settings(file);
        QCOMPARE(settings.accounts(), accounts);
        QCOMPARE(settings.lastAccount(), u"b2"_s);
        QCOMPARE(settings.windowGeometry(), "geometry");
    }

    void accountsThatCouldShowTheKeyAreLeftOut()
    {
        SettingsFile file(m_file);
        ProgramSettings settings(file);
        settings.setAccounts({{u"a"_s, u"plain http"_s, QUrl(u"http://api.quo.com"_s)},
                              {QString(), u"no id"_s, QUrl(u"https://api.quo.com"_s)},
                              {u"c"_s, u"good"_s, QUrl(u"https://api.quo.com"_s)}});
        QCOMPARE(settings.accounts().size(), 1);
        QCOMPARE(settings.accounts().first().id, u"c"_s);
    }

    void whatCannotBeReadIsAsIfNeverWritten()
    {
        support::writeFile(
            m_file, "[demo]\ncolumns=name:0:1, id:x:1, foo, id:2000000000:1, updatedAt:80:1\n"
                    "sideBarWidth=2000000000\ndetailsWidth=-1\n");
        SettingsFile file(m_file);
        const Settings settings(file, u"demo"_s);
        QCOMPARE(settings.columns(), (QList<workspace::ColumnSetting>{{u"updatedAt"_s, 80, true}}));
        QCOMPARE(settings.paneWidths(), Settings::PaneWidths());
        QCOMPARE(file.unreadable(),
                 (QStringList{u"demo/columns"_s, u"demo/sideBarWidth"_s, u"demo/detailsWidth"_s}));
        QVERIFY(!file.setAside());
    }

    void aDamagedFileIsSetAsideWithWhatIsStillGoodInIt_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("a line that is none") << QByteArray("\n[other]\nwhat is this\n");
        QTest::newRow("NUL") << QByteArray("\n[other]\nx=\0\0\0\0\n", 16);
    }

    void aDamagedFileIsSetAsideWithWhatIsStillGoodInIt()
    {
        QFETCH(QByteArray, damage);
        m_file = m_dir.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".ini"_s);
        const QByteArray bytes = "[demo]\nrefreshInterval=300\n" + damage;
        support::writeFile(m_file, bytes);
        QString aside;
        {
            SettingsFile file(m_file);
            QVERIFY(file.setAside());
            QVERIFY(!file.setAside()->isNewer);
            aside = file.setAside()->fileName;
            QCOMPARE(support::readFile(aside), bytes);
            QVERIFY(file.setAside()->isTakenOver);
            QCOMPARE(Settings(file, u"demo"_s).refreshInterval(), 300);
        }
        // It is told once, and a second one takes no place of the first.
        QVERIFY(!SettingsFile(m_file).setAside());
        // Of another length, since Qt knows a file of this process again by length and time.
        support::writeFile(m_file, bytes + "; a comment of another length\n");
        QVERIFY(SettingsFile(m_file).setAside()->fileName != aside);
        QCOMPARE(support::readFile(aside), bytes);
    }

    void aValueThatCannotBeReadCostsItselfAlone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("damage");
        const QString all = m_dir.filePath(u"all.ini"_s);
        writeAll(all);
        const QSettings ini(all, QSettings::IniFormat);
        const QStringList keys = ini.allKeys();
        QVERIFY(keys.size() > 25);
        for (const QString &key : keys)
            for (const char *damage :
                 {"garbage", "", "-1", "99999999999999999999", "1e400", "[{]",
                  "{\"userId\":", "null", "{}", "[]", "[7]", "a, b, c",
                  "@Variant(\\0\\0\\0\\x2\\xff\\xff\\xff\\xfb)", "@Invalid()",
                  "@ByteArray(\\x80\\xff)", "@Size(1 2)", "@Rect(0 0 1 1)", "\\xfffe"})
                QTest::addRow("%s=%s", qPrintable(key), damage) << key << QByteArray(damage);
    }

    void aValueThatCannotBeReadCostsItselfAlone()
    {
        QFETCH(QString, key);
        QFETCH(QByteArray, damage);
        // Of another name each time, since Qt remembers a file of this process.
        static int number = 0;
        m_file = m_dir.filePath(u"each-%1.ini"_s.arg(++number));
        writeAll(m_file);
        const QMap<QString, QString> before = [this] {
            SettingsFile file(m_file);
            return readAll(file);
        }();
        const QString damagedName = m_file + u".damaged"_s;
        support::writeFile(damagedName, withValue(support::readFile(m_file), key, damage));

        SettingsFile file(damagedName);
        QVERIFY(!file.setAside());
        const QMap<QString, QString> after = readAll(file);
        for (auto value = before.cbegin(); value != before.cend(); ++value)
            if (groupOf(value.key()) != groupOf(key))
                QVERIFY2(after.value(value.key()) == value.value(),
                         qPrintable(value.key() + u": "_s + after.value(value.key())));
        // And what is written of others leaves it where it was.
        Settings(file, u"other"_s).setCompact(true);
        Settings demo(file, u"demo"_s);
        demo.setViews(demo.views());
        file.reload();
        const QSettings written(damagedName, QSettings::IniFormat);
        QVERIFY(written.contains(key));
    }

    void whatCannotBeReadIsNamedAndKeptBeforeItIsWrittenOver()
    {
        support::writeFile(m_file, "[demo]\nrefreshInterval=often\nsort=garbage\n"
                                   "views\\a={\n\n[settings]\nversion=1\n");
        SettingsFile file(m_file);
        QSignalSpy changed(&file, &SettingsFile::unreadableChanged);
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.refreshInterval(), 60);
        QVERIFY(settings.sort().isEmpty());
        QVERIFY(settings.views().isEmpty());
        QCOMPARE(file.unreadable(),
                 (QStringList{u"demo/refreshInterval"_s, u"demo/sort"_s, u"demo/views/a"_s}));
        QTRY_VERIFY(!changed.isEmpty());
        settings.setRefreshInterval(30);
        settings.setViews({viewOf(u"b"_s, u"B"_s)});
        file.reload();
        const QSettings written(m_file, QSettings::IniFormat);
        QCOMPARE(written.value(u"unreadable/demo/refreshInterval"_s).toString(), u"often"_s);
        QCOMPARE(written.value(u"demo/sort"_s).toString(), u"garbage"_s);
        QCOMPARE(written.value(u"demo/views/a"_s).toString(), u"{"_s);
        QCOMPARE(file.unreadable(), (QStringList{u"demo/sort"_s, u"demo/views/a"_s}));
    }

    void whatOfAViewCannotBeReadStaysUntilTheViewIsChanged()
    {
        View view = viewOf(u"a"_s, u"A"_s);
        view.search = u"lopes"_s;
        {
            SettingsFile file(m_file);
            QByteArray text = workspace::encodeView(view);
            text.replace("\"sort\": [", "\"sort\": [7");
            file.setValue(u"demo/views/a"_s, text);
        }
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.views(), QList<View>{view});
        settings.setViews({view, viewOf(u"b"_s, u"B"_s)});
        QVERIFY(file.value(u"demo/views/a"_s).toByteArray().contains("[7"));
        view.search = u"other"_s;
        settings.setViews({view, viewOf(u"b"_s, u"B"_s)});
        QVERIFY(!file.value(u"demo/views/a"_s).toByteArray().contains("[7"));
        QVERIFY(file.value(u"unreadable/demo/views/a"_s).toByteArray().contains("[7"));
    }

    void anHourThatTheClockLeavesOutIsATimeLikeAnyOther()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        const auto restore = qScopeGuard([&before] { qputenv("TZ", before); });
        View view = viewOf(u"a"_s, u"A"_s);
        view.filters.created = {DateFilter::Preset::Custom,
                                workspace::WallTime{{2026, 3, 29}, {2, 30}},
                                workspace::WallTime{{2026, 10, 25}, {2, 30}}};
        {
            SettingsFile file(m_file);
            Settings settings(file, u"demo"_s);
            settings.setViews({view, viewOf(u"b"_s, u"B"_s)});
            settings.setShown(view);
            settings.setFilters(view.filters);
        }
        SettingsFile file(m_file);
        QVERIFY(!file.setAside());
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.views(), (QList<View>{view, viewOf(u"b"_s, u"B"_s)}));
        QCOMPARE(settings.shown(), view);
        QCOMPARE(settings.filters(), view.filters);
        QVERIFY(file.unreadable().isEmpty());
        // As the editor of dates reads it: the moment at which the clock is set.
        const auto range =
            toRange(settings.filters().created, quo::Instant(), QTimeZone("Europe/Berlin"));
        QCOMPARE(*range.after, *quo::parseInstant(u"2026-03-29T01:00:00Z"_s));
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
        m_file = dir.filePath(u"s.ini"_s);
        support::makeSpecialFile(what, m_file);
        {
            SettingsFile reading(m_file, SettingsFile::Access::Reading);
            QVERIFY(ProgramSettings(reading).accounts().isEmpty());
        }
        SettingsFile file(m_file);
        QVERIFY(file.setAside());
        QVERIFY(!file.setAside()->isTakenOver);
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.refreshInterval(), 60);
        settings.setRefreshInterval(30);
        file.reload();
        QVERIFY(file.isWritable());
        QVERIFY(QFileInfo(m_file).isFile());
        QVERIFY(!SettingsFile(m_file).setAside());
    }

    void whatTurnsIntoNoFileIsNotWaitedForEither()
    {
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        settings.setRefreshInterval(30);
        file.reload();
        QVERIFY(QFile::remove(m_file));
        support::makeSpecialFile(u"pipe"_s, m_file);
        file.reload();
        QVERIFY(!file.isWritable());
        QCOMPARE(settings.refreshInterval(), 30);
        QVERIFY(QFile::remove(m_file)); // before the end, which writes what is left
        file.reload();
        QVERIFY(file.isWritable());
    }
#endif

    void aNewerFileIsSetAsideWhole()
    {
        const QByteArray bytes = "[demo]\nrefreshInterval=300\n\n[settings]\nversion=99\n";
        support::writeFile(m_file, bytes);
        SettingsFile file(m_file);
        QVERIFY(file.setAside());
        QVERIFY(file.setAside()->isNewer);
        Settings settings(file, u"demo"_s);
        QCOMPARE(settings.refreshInterval(), 60);
        settings.setRefreshInterval(30);
        file.reload();
        QCOMPARE(support::readFile(file.setAside()->fileName), bytes);
        QVERIFY(!SettingsFile(m_file).setAside());
    }

    void aCommandThatOnlyReadsLeavesTheFileAlone()
    {
        const QByteArray bytes = "[workspaces]\nlast=b2\nwhat is this\n";
        support::writeFile(m_file, bytes);
        SettingsFile file(m_file, SettingsFile::Access::Reading);
        QVERIFY(!file.setAside());
        QCOMPARE(ProgramSettings(file).lastAccount(), u"b2"_s);
        QCOMPARE(support::readFile(m_file), bytes);
    }

    void viewsOfBeforeAreTakenOver()
    {
        const QByteArray view = workspace::encodeView(viewOf({}, u"Old"_s));
        const QJsonArray old{QJsonObject{{u"id"_s, u"7"_s}, {u"view"_s, QString::fromUtf8(view)}}};
        {
            QSettings ini(m_file, QSettings::IniFormat);
            ini.setValue(u"demo/views"_s, QJsonDocument(old).toJson(QJsonDocument::Compact));
        }
        SettingsFile file(m_file);
        QVERIFY(!file.setAside());
        QCOMPARE(Settings(file, u"demo"_s).views(), QList<View>{viewOf(u"7"_s, u"Old"_s)});
    }

    void twoWindowsKeepEachOthersViews()
    {
        const View a = viewOf(u"a"_s, u"A"_s);
        const View b = viewOf(u"b"_s, u"B"_s);
        SettingsFile file(m_file);
        Settings first(file, u"demo"_s);
        first.setViews({a, b});
        // As another program would, which has its own memory of what there was.
        SettingsFile otherFile(m_file);
        Settings second(otherFile, u"demo"_s);
        QCOMPARE(namesOf(second.views()), (QStringList{u"A"_s, u"B"_s}));

        first.setViews({a, b, viewOf(u"c"_s, u"C"_s)});
        second.setViews({viewOf(u"a"_s, u"A two"_s), b, viewOf(u"d"_s, u"D"_s)});
        QCOMPARE(namesOf(first.views()), (QStringList{u"A two"_s, u"B"_s, u"D"_s, u"C"_s}));

        // What one deletes does not come back with what the other changes.
        first.setViews(
            {viewOf(u"a"_s, u"A two"_s), viewOf(u"d"_s, u"D"_s), viewOf(u"c"_s, u"C"_s)});
        second.setViews({viewOf(u"a"_s, u"A three"_s), b, viewOf(u"d"_s, u"D"_s)});
        QCOMPARE(namesOf(second.views()), (QStringList{u"A three"_s, u"D"_s, u"C"_s}));
    }

    void whatAnotherProgramWroteIsMerged()
    {
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        settings.setRefreshInterval(30);
        file.reload();
        const QByteArray before = support::readFile(m_file);
        QByteArray after = before;
        after.replace("[demo]\n", "[demo]\ncompact=true\n");
        QVERIFY(after != before);
        support::writeFile(m_file, after);
        settings.setContactsEnabled(false);
        file.reload();
        QVERIFY(settings.isCompact());
        for (const char *line : {"compact=true", "contacts=false", "refreshInterval=30"})
            QVERIFY2(support::readFile(m_file).contains(line), line);
    }

    void whatIsShownIsKept()
    {
        View view = viewOf(u"open"_s, u"summary"_s);
        view.search = u"is:muted"_s;
        view.filters.teammate = u"US1"_s;
        {
            SettingsFile file(m_file);
            Settings settings(file, u"demo"_s);
            QVERIFY(!settings.shown());
            settings.setShown(view);
        }
        SettingsFile file(m_file);
        QCOMPARE(Settings(file, u"demo"_s).shown(), view);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        support::writeFile(m_file, "no folder"); // root may write into any that is one
        SettingsFile file(m_file + u"/quoin.ini"_s);
        QSignalSpy changed(&file, &SettingsFile::writableChanged);
        Settings settings(file, u"demo"_s);
        settings.setRefreshInterval(30);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!file.isWritable());
        QCOMPARE(settings.refreshInterval(), 30); // for this run
        QCOMPARE(support::readFile(m_file), "no folder");
    }

#ifdef Q_OS_UNIX
    void aFullDiskIsSaidAndLosesNothing()
    {
        SettingsFile file(m_file);
        Settings settings(file, u"demo"_s);
        settings.setRefreshInterval(30);
        file.reload();
        const QByteArray before = support::readFile(m_file);
        QVERIFY(before.contains("refreshInterval=30"));
        {
            const NoRoom noRoom;
            settings.setRefreshInterval(300);
            QTRY_VERIFY(!file.isWritable());
        }
        QCOMPARE(support::readFile(m_file), before);
        // With room again, the next change brings all.
        settings.setCompact(true);
        QTRY_VERIFY(file.isWritable());
        QVERIFY(support::readFile(m_file).contains("refreshInterval=300"));
        QVERIFY(support::readFile(m_file).contains("compact=true"));
    }
#endif
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
