// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/warnings.h"
#include "workspace/programsettings.h"
#include "workspace/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Account;
using workspace::DateFilter;
using workspace::Filters;
using workspace::ProgramSettings;
using workspace::Settings;

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
            Settings settings(m_file, u"demo"_s);
            settings.setFilters(filters);
            settings.setColumns(columns);
            settings.setSplitterState("splitter");
        }
        const Settings settings(m_file, u"demo"_s);
        QCOMPARE(settings.filters(), filters);
        QCOMPARE(settings.columns(), columns);
        QCOMPARE(settings.splitterState(), "splitter");
    }

    void workspacesKeepTheirOwnFilters()
    {
        Settings demo(m_file, u"demo"_s);
        Filters filters;
        filters.teammate = u"US1"_s;
        demo.setFilters(filters);
        QCOMPARE(Settings(m_file, u"quo"_s).filters(), Filters());
        QCOMPARE(demo.filters(), filters);
    }

    void aWorkspaceIsForgottenWithAllThatWasItsOwn()
    {
        Settings kept(m_file, u"kept"_s);
        Settings gone(m_file, u"gone"_s);
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
            ProgramSettings settings(m_file);
            settings.setAccounts(accounts);
            settings.setLastAccount(u"b2"_s);
            settings.setWindowGeometry("geometry");
        }
        const ProgramSettings settings(m_file);
        QCOMPARE(settings.accounts(), accounts);
        QCOMPARE(settings.lastAccount(), u"b2"_s);
        QCOMPARE(settings.windowGeometry(), "geometry");
    }

    void accountsThatCouldShowTheKeyAreLeftOut()
    {
        ProgramSettings settings(m_file);
        settings.setAccounts({{u"a"_s, u"plain http"_s, QUrl(u"http://api.quo.com"_s)},
                              {QString(), u"no id"_s, QUrl(u"https://api.quo.com"_s)},
                              {u"c"_s, u"good"_s, QUrl(u"https://api.quo.com"_s)}});
        QCOMPARE(settings.accounts().size(), 1);
        QCOMPARE(settings.accounts().first().id, u"c"_s);
    }

    void whatCannotBeReadIsAsIfNeverWritten()
    {
        QFile file(m_file);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[demo]\ncolumns=name:0:1, id:x:1, foo, updatedAt:80:1\n"
                   "filters={\"userId\":\nviews=[1,{}]\n");
        file.close();
        const Settings settings(m_file, u"demo"_s);
        QCOMPARE(settings.columns(), (QList<workspace::ColumnSetting>{{u"updatedAt"_s, 80, true}}));
        QCOMPARE(settings.filters(), Filters());
        QVERIFY(settings.views().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
