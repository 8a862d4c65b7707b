// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/files.h"
#include "support/warnings.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"
#include "workspace/viewfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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
            settings.setSplitterState("splitter");
        }
        SettingsFile file(m_file);
        const Settings settings(file, u"demo"_s);
        QCOMPARE(settings.filters(), filters);
        QCOMPARE(settings.columns(), columns);
        QCOMPARE(settings.splitterState(), "splitter");
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
        support::writeFile(m_file, "[demo]\ncolumns=name:0:1, id:x:1, foo, updatedAt:80:1\n");
        SettingsFile file(m_file);
        const Settings settings(file, u"demo"_s);
        QCOMPARE(settings.columns(), (QList<workspace::ColumnSetting>{{u"updatedAt"_s, 80, true}}));
        QVERIFY(!file.setAside());
    }

    void aDamagedFileIsSetAsideWithWhatIsStillGoodInIt_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("a line that is none") << QByteArray("\n[other]\nwhat is this\n");
        QTest::newRow("NUL") << QByteArray("\n[other]\nx=\0\0\0\0\n", 16);
        QTest::newRow("filters") << QByteArray("\n[other]\nfilters={\"userId\":\n");
        QTest::newRow("view") << QByteArray("\n[other]\nviews\\a={}\n");
        QTest::newRow("workspaces") << QByteArray("\n[workspaces]\nlist=[{]\n");
        QTest::newRow("version") << QByteArray("\n[settings]\nversion=new\n");
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
            QCOMPARE(Settings(file, u"demo"_s).refreshInterval(), 300);
        }
        // It is told once, and a second one takes no place of the first.
        QVERIFY(!SettingsFile(m_file).setAside());
        // Of another length, since Qt knows a file of this process again by length and time.
        support::writeFile(m_file, bytes + "; a comment of another length\n");
        QVERIFY(SettingsFile(m_file).setAside()->fileName != aside);
        QCOMPARE(support::readFile(aside), bytes);
    }

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
