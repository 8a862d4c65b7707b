// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/columnlayout.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::ColumnLayout;
using workspace::ColumnSetting;

class TestColumnLayout : public support::WindowTest
{
    Q_OBJECT

    struct List
    {
        List()
        {
            view.setModel(&model);
            layout = new ColumnLayout(view, theme);
            view.resize(1000, 300);
            view.show();
            layout->fit();
        }

        QStringList shown() const
        {
            QStringList ids;
            for (int place = 0; place < header.count(); ++place)
                if (const int column = header.logicalIndex(place); layout->isShown(column))
                    ids.append(inbox::columns()[size_t(column)].name);
            return ids;
        }

        QStandardItemModel model{3, int(inbox::columns().size())};
        QTableView view;
        widgets::ThemeSource theme{view};
        QHeaderView &header = *view.horizontalHeader();
        ColumnLayout *layout = nullptr; // of the view
    };

    const int m_name = inbox::columnIndex(u"name");
    const int m_id = inbox::columnIndex(u"id");
    const QList<ColumnSetting> m_narrow{
        {u"name"_s, 120, true},      {u"phoneNumberId"_s, 60, true},
        {u"assignedTo"_s, 60, true}, {u"snoozedUntil"_s, 60, true},
        {u"state"_s, 60, true},      {u"lastActivityAt"_s, 80, true}};
    const QList<ColumnSetting> m_some{{u"id"_s, 210, true}, {u"name"_s, 321, true}};

private Q_SLOTS:
    void settingsShowOrderWidthsAndChoice()
    {
        List list;
        QCOMPARE(list.layout->settings(), QList<ColumnSetting>());
        const QStringList initially = list.shown();
        list.layout->setSettings(
            {{u"id"_s, 210, true}, {u"gone"_s, 99, true}, {u"name"_s, 321, false}});
        QCOMPARE(list.shown().first(), u"id"_s);
        QVERIFY(!list.shown().contains(u"name"_s));
        QCOMPARE(list.layout->first(), m_id);
        QCOMPARE(list.header.sectionSize(m_id), 210);
        const QList<ColumnSetting> settings = list.layout->settings();
        QCOMPARE(settings.size(), qsizetype(inbox::columns().size()));
        list.layout->setSettings({});
        QCOMPARE(list.shown(), initially);
        QCOMPARE(list.layout->settings(), QList<ColumnSetting>());
        list.layout->setSettings(settings);
        QCOMPARE(list.layout->settings(), settings);
    }

    void atLeastOneColumnIsShown()
    {
        List list;
        QList<ColumnSetting> none;
        for (const inbox::Column &column : inbox::columns())
            none.append({column.name, 100, false});
        list.layout->setSettings(none);
        QCOMPARE(list.shown().size(), 1);
        const int only = list.layout->first();
        list.layout->setShown(only, false);
        QVERIFY(list.layout->isShown(only));
        list.layout->setShown(m_id, true);
        list.layout->setShown(only, false);
        QCOMPARE(list.shown(), QStringList{u"id"_s});
    }

    void onlyWhatSomebodyArrangesIsAnnounced()
    {
        List list;
        QSignalSpy arranged(list.layout, &ColumnLayout::arranged);
        list.layout->setSettings(m_some);
        list.view.resize(1200, 300); // the last column grows
        QCoreApplication::processEvents();
        list.layout->setSettings({});
        list.view.resize(900, 300);
        list.layout->fit();
        QCoreApplication::processEvents();
        QCOMPARE(arranged.size(), 0);

        const auto latest = [&arranged] {
            return arranged.takeFirst().at(0).value<QList<ColumnSetting>>();
        };
        list.header.resizeSection(m_name, 123);
        QCOMPARE(arranged.size(), 1);
        QVERIFY(latest().contains(ColumnSetting{u"name"_s, 123, true}));
        list.header.moveSection(0, list.header.visualIndex(m_id));
        list.header.moveSection(list.header.visualIndex(m_name), 0);
        QCOMPARE(arranged.size(), 2);
        latest();
        QCOMPARE(latest().first(), (ColumnSetting{u"name"_s, 123, true}));
        list.layout->setShown(m_name, false);
        QCOMPARE(arranged.size(), 1);
        QCOMPARE(latest().first().visible, false);
        list.layout->setShown(m_name, false); // as it is
        QCOMPARE(arranged.size(), 0);
    }

    void lastColumnIsNotRestoredIntoMoreRoomThanThereIs()
    {
        List wide;
        QSignalSpy arranged(wide.layout, &ColumnLayout::arranged);
        wide.layout->setSettings(m_narrow);
        QTRY_VERIFY(wide.header.sectionSize(wide.layout->last()) > 300); // takes what is left
        wide.header.resizeSection(m_name, 300);
        QVERIFY(!arranged.isEmpty());
        const auto announced = arranged.last().at(0).value<QList<ColumnSetting>>();
        wide.view.resize(800, 300);
        QTRY_COMPARE(wide.header.length(), wide.view.viewport()->width());
        QCOMPARE(wide.layout->settings(), announced);

        List less;
        less.view.resize(700, 300);
        less.layout->setSettings(announced);
        QTRY_COMPARE(less.header.length(), less.view.viewport()->width());
    }

    // Without room, the last column is as wide as somebody made it.
    void lastColumnKeepsAWidthThatSomebodyChose()
    {
        List list;
        QSignalSpy arranged(list.layout, &ColumnLayout::arranged);
        list.layout->setSettings(m_narrow);
        list.header.resizeSection(m_name, 1200);
        list.header.resizeSection(list.layout->last(), 400);
        QTRY_VERIFY(!arranged.isEmpty() &&
                    arranged.last().at(0).value<QList<ColumnSetting>>().contains(
                        ColumnSetting{u"lastActivityAt"_s, 400, true}));
    }

    void columnsFitAgainOnceNobodyHasArrangedThem()
    {
        List list;
        const auto widths = [&list] {
            QList<int> sizes;
            for (int column = 0; column < list.header.count(); ++column)
                sizes.append(list.header.sectionSize(column));
            return sizes;
        };
        const QList<int> fitting = widths();
        list.layout->setSettings(m_some);
        QVERIFY(widths() != fitting);
        list.layout->setSettings({});
        QCOMPARE(widths(), fitting);
    }
};

QTEST_MAIN(TestColumnLayout)
#include "tst_columnlayout.moc"
