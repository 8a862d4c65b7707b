// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"
#include "support/manualclock.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using inbox::ConversationStore;
using inbox::InboxModel;
using inbox::RowOrder;

namespace {

class CountingSource final : public InboxModel::Source
{
public:
    bool canFetchMore() const override { return more; }
    void fetchMore() override { ++asked; }

    bool more = false;
    int asked = 0;
};

QList<quo::Conversation> rows(int from, int to)
{
    QList<quo::Conversation> rows;
    for (int i = from; i <= to; ++i) {
        quo::Conversation row;
        row.id = u"CN%1"_s.arg(i);
        row.name = u"Name %1"_s.arg(i);
        rows.append(row);
    }
    return rows;
}

} // namespace

class TestInboxModel : public QObject
{
    Q_OBJECT

    support::ManualClock m_clock{quo::Instant()};
    const inbox::Reader m_reader{QLocale::c(), QTimeZone::utc(), u"US"_s};
    CountingSource m_source;

    static void apply(InboxModel &model, const ConversationStore &store,
                      const ConversationStore::Merge &merge)
    {
        inbox::RowEdit edit;
        for (quint32 row = merge.firstAdded; row < store.size(); ++row)
            edit.inserted.append(int(row));
        model.change(RowOrder::ofArrival(store.size()), edit, merge.changed);
    }

    QString id(const InboxModel &model, int row) const
    {
        return model.index(row, 3).data(InboxModel::IdRole).toString();
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_source = {};
    }

    void holdsAfterEveryKindOfChange()
    {
        ConversationStore store;
        ConversationStore other;
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(&store, {});
        QCOMPARE(model.rowCount(), 0);
        apply(model, store, store.merge(rows(1, 30)));
        QCOMPARE(model.rowCount(), 30);
        apply(model, store, store.merge(rows(21, 60)));
        QCOMPARE(model.rowCount(), 60);
        QCOMPARE(id(model, 59), u"CN60"_s);
        apply(model, store, store.merge(rows(1, 60))); // nothing new
        apply(model, store, store.merge({}));
        model.announceTimePassed();
        other.merge(rows(5, 9));
        model.reset(&other, RowOrder::ofArrival(other.size()));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(id(model, 0), u"CN5"_s);
        model.reset(&store, {});
        model.announceTimePassed();
    }

    void changedRowsAreAnnouncedAndNoOthers()
    {
        ConversationStore store;
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        model.reset(&store, {});
        apply(model, store, store.merge(rows(1, 10)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QList<quo::Conversation> page = rows(3, 11);
        page[1].name = u"Renamed"_s;
        apply(model, store, store.merge(page));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 3);
        QCOMPARE(model.index(3, inbox::columnIndex(u"name")).data().toString(), u"Renamed"_s);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.at(0).at(1).toInt(), 10);
        QCOMPARE(inserted.at(0).at(2).toInt(), 10);
    }

    void whoeverHoldsARowKeepsItOverEveryChange_data()
    {
        QTest::addColumn<bool>("isWhole"); // another arrangement, or a few rows
        QTest::newRow("change") << false;
        QTest::newRow("rearrange") << true;
    }

    void whoeverHoldsARowKeepsItOverEveryChange()
    {
        QFETCH(bool, isWhole);
        ConversationStore store;
        store.merge(rows(0, 39));
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(&store, RowOrder::ofArrival(40));
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            QList<QPersistentModelIndex> held;
            QStringList ids;
            for (int row = 0; row < model.rowCount(); ++row) {
                held.append(model.index(row, row % 3));
                ids.append(id(model, row));
            }
            // Some rows are taken out, and put back elsewhere or not at all.
            QList<quint32> next;
            QList<quint32> loose;
            inbox::RowEdit edit;
            for (int row = 0; row < ids.size(); ++row) {
                const bool isLoose = random.bounded(10) < round % 5 * 2;
                (isLoose ? loose : next).append(ids[row].mid(2).toUInt());
                if (isLoose)
                    edit.removed.append(row);
            }
            for (quint32 row = 0; row < 40; ++row)
                if (!next.contains(row) && !loose.contains(row))
                    loose.append(row);
            const QList<quint32> before = next;
            for (const quint32 row : std::as_const(loose))
                if (isWhole || random.bounded(3) > 0)
                    next.insert(round % 7 == 0 ? 0 : random.bounded(next.size() + 1), row);
            for (int row = 0; row < next.size(); ++row)
                if (!before.contains(next[row]))
                    edit.inserted.append(row);
            QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
            if (isWhole)
                model.rearrange(RowOrder(next));
            else
                model.change(RowOrder(next), edit, loose);
            QCOMPARE(reset.size(), 0);
            QCOMPARE(model.rowCount(), next.size());
            for (int row = 0; row < next.size(); ++row)
                QCOMPARE(id(model, row), u"CN%1"_s.arg(next[row]));
            for (int i = 0; i < held.size(); ++i) {
                QCOMPARE(held[i].isValid(), next.contains(ids[i].mid(2).toUInt()));
                if (held[i].isValid())
                    QCOMPARE(id(model, held[i].row()), ids[i]);
            }
        }
    }

    void lookingHasNoEffect()
    {
        ConversationStore store;
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        model.reset(&store, {});
        m_source.more = true;
        apply(model, store, store.merge(rows(1, 3)));
        for (int column = 0; column < model.columnCount(); ++column) {
            model.headerData(column, Qt::Horizontal, Qt::DisplayRole);
            for (int role = 0; role < InboxModel::ValueRole + 2; ++role)
                model.index(2, column).data(role);
        }
        QVERIFY(model.canFetchMore({}));
        QVERIFY(!model.canFetchMore(model.index(0, 0)));
        QCOMPARE(m_source.asked, 0);
        model.fetchMore({});
        QCOMPARE(m_source.asked, 1);
    }

    void rowsAreFoundById()
    {
        ConversationStore store;
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        QCOMPARE(model.positionOf(u"CN1"_s), -1);
        QVERIFY(!model.rowAt(0));
        model.reset(&store, {});
        apply(model, store, store.merge(rows(1, 3)));
        QCOMPARE(model.positionOf(u"CN3"_s), 2);
        QCOMPARE(model.rowAt(2)->id(), u"CN3"_s);
        QVERIFY(!model.rowAt(3));
        QVERIFY(!model.rowAt(-1));
    }

    void aRenameRepaintsOnlyTheColumnsThatItTouches()
    {
        ConversationStore store;
        QList<quo::Conversation> all = rows(0, 9);
        for (int i = 0; i < 10; ++i) {
            all[i].phoneNumberId = i % 5 < 2 ? u"PN1"_s : u"PN2"_s; // rows 0, 1, 5 and 6
            all[i].assignedTo = i == 3 ? u"US1"_s : u"US2"_s;
        }
        store.merge(all);
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        model.reset(&store, RowOrder::ofArrival(10));
        quo::Directory directory;
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Support"_s, {}},
                            {u"PN2"_s, u"+14155550101"_s, u"Sales"_s, {}}});
        directory.add({{u"US1"_s, u"Dana"_s, u"Kim"_s, {}}, {u"US2"_s, u"Wei"_s, u"Zhang"_s, {}}});
        names.setDirectory(directory);

        QSignalSpy changed(&model, &InboxModel::dataChanged);
        const auto ranges = [&changed] {
            QStringList told;
            for (const QList<QVariant> &arguments : changed) {
                const auto from = arguments[0].toModelIndex();
                const auto to = arguments[1].toModelIndex();
                told.append(u"%1–%2 %3"_s.arg(from.row())
                                .arg(to.row())
                                .arg(inbox::columns()[size_t(from.column())].name));
            }
            changed.clear();
            return told;
        };
        names.setDirectory(directory); // nothing new
        QCOMPARE(ranges(), QStringList());
        directory.setLines({{u"PN1"_s, u"+14155550100"_s, u"Help desk"_s, {}},
                            {u"PN2"_s, u"+14155550101"_s, u"Sales"_s, {}}});
        names.setDirectory(directory);
        QCOMPARE(ranges(), QStringList{u"0–9 phoneNumberId"_s});
        directory.add({{u"US1"_s, u"Dana"_s, u"Roe"_s, {}}});
        names.setDirectory(directory);
        QCOMPARE(ranges(), QStringList{u"0–9 assignedTo"_s});
    }

    void contactsNameThoseWhoTakePart()
    {
        ConversationStore store;
        quo::Conversation row = rows(1, 1).first();
        row.name.reset();
        row.participants = {u"+14155550100"_s};
        store.merge({row});
        inbox::Names names(m_clock, m_reader);
        InboxModel model(m_source, names, words::listWords());
        model.reset(&store, RowOrder::ofArrival(1));
        QCOMPARE(model.index(0, inbox::columnIndex(u"name")).data().toString(),
                 u"(415) 555-0100"_s);
        quo::ContactIndex contacts;
        contacts.add(quo::Contact{u"Ana"_s, u"Lopes"_s, u"Acme"_s, {u"+1 (415) 555-0100"_s}});
        QSignalSpy changed(&model, &InboxModel::dataChanged);
        names.setContacts(contacts);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(model.index(0, inbox::columnIndex(u"name")).data().toString(),
                 u"Ana Lopes (Acme) · (415) 555-0100"_s);
    }
};

// Newer model testers ask for fonts and pictures too.
QTEST_MAIN(TestInboxModel)
#include "tst_inboxmodel.moc"
