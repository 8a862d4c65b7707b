// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstore.h"
#include "inbox/keptrows.h"
#include "inbox/rowarranger.h"
#include "inbox/statewatch.h"
#include "mirror/writer.h"
#include "support/manualclock.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using inbox::Attention;
using inbox::ConversationStore;
using inbox::Facet;
using inbox::KeptRows;
using quo::Conversation;

namespace {

const quo::Instant present = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);

Conversation numbered(int i)
{
    Conversation row;
    row.id = u"CN%1"_s.arg(i);
    row.phoneNumberId = u"PN%1"_s.arg(i % 12);
    row.participants = QStringList(i % 4, u"+1415555%1"_s.arg(1000 + i));
    if (i % 4 == 2)
        row.participants[0] = u"１２３"_s; // folds to other digits
    if (i % 5 != 0)
        row.name = QStringList{{},
                               u"Ana  Łukasz \0x"_s + QString::number(i),
                               u"Ana %1"_s.arg(i),
                               u"\uFEFFΕλένη 😀"_s}[i % 4];
    if (i % 2 != 0)
        row.assignedTo = u"US%1"_s.arg(i % 25);
    if (i % 3 != 0)
        row.lastActivityId = i % 6 == 1 ? u""_s : u"AC%1"_s.arg(i);
    if (i % 7 != 0)
        row.createdAt = present - std::chrono::days(i);
    if (i % 11 != 0)
        row.lastActivityAt = present - std::chrono::hours(i % 997);
    if (i % 13 == 0)
        row.snoozedUntil = present + std::chrono::hours(i % 7 - 3);
    if (i % 17 == 0)
        row.mutedUntil = present + std::chrono::hours(i % 5 - 2);
    if (i % 19 == 0)
        row.deletedAt = present;
    return row;
}

QList<Conversation> numbered(int first, int end)
{
    QList<Conversation> rows;
    for (int i = first; i < end; ++i)
        rows.append(numbered(i));
    return rows;
}

// A file without a file. Views that it gives away are void at the next row.
class ReaderOfList final : public mirror::Reader
{
public:
    explicit ReaderOfList(QList<Conversation> rows)
        : m_rows(std::move(rows))
    {
        for (const Conversation &row : std::as_const(m_rows)) {
            if (!m_lines.contains(row.phoneNumberId))
                m_lines.append(row.phoneNumberId);
            if (row.assignedTo && !m_assignees.contains(*row.assignedTo))
                m_assignees.append(*row.assignedTo);
        }
    }

    int failsAfter = -1; // rows

    QByteArray owner() const override { return {}; }
    mirror::Extent extent() const override { return {}; }
    qint64 rowCount() const override { return m_rows.size(); }
    const QStringList &lines() const override { return m_lines; }
    const QStringList &assignees() const override { return m_assignees; }
    std::optional<mirror::Problem>
    forEachRow(int, const std::function<bool(const mirror::RowView &)> &f) override
    {
        int read = 0;
        for (const Conversation &row : std::as_const(m_rows)) {
            if (read++ == failsAfter)
                return mirror::Problem{mirror::Problem::Kind::Damaged, {}, {}, {}};
            const auto number = [](std::optional<quo::Instant> at) {
                return at ? at->time_since_epoch().count() : mirror::RowView::noInstant;
            };
            auto bytes = std::make_unique<QByteArrayList>(
                QByteArrayList{row.id.toUtf8(), row.name.value_or(QString()).toUtf8(),
                               row.lastActivityId.value_or(QString()).toUtf8()});
            for (const QString &participant : row.participants)
                bytes->append(participant.toUtf8());
            mirror::RowView view;
            view.id = bytes->at(0);
            view.line = quint32(m_lines.indexOf(row.phoneNumberId));
            if (row.assignedTo)
                view.assignee = quint32(m_assignees.indexOf(*row.assignedTo));
            view.participants = {bytes->cbegin() + 3, bytes->cend()};
            view.hasName = row.name.has_value();
            view.name = bytes->at(1);
            view.hasLastActivityId = row.lastActivityId.has_value();
            view.lastActivityId = bytes->at(2);
            view.createdAt = number(row.createdAt);
            view.updatedAt = number(row.updatedAt);
            view.lastActivityAt = number(row.lastActivityAt);
            view.mutedUntil = number(row.mutedUntil);
            view.snoozedUntil = number(row.snoozedUntil);
            view.deletedAt = number(row.deletedAt);
            if (!f(view))
                break;
        }
        return std::nullopt;
    }
    quo::Expected<QList<mirror::KeptSet>, mirror::Problem> sets() override
    {
        return QList<mirror::KeptSet>();
    }
    quo::Expected<quo::Directory, mirror::Problem> directory() override { return quo::Directory(); }
    quo::Expected<std::optional<mirror::KeptContacts>, mirror::Problem> contacts() override
    {
        return std::optional<mirror::KeptContacts>();
    }

private:
    const QList<Conversation> m_rows;
    QStringList m_lines;
    QStringList m_assignees;
};

// What a worker reads, in the order in which it comes.
QList<KeptRows> read(mirror::Reader &reader, int first)
{
    QList<KeptRows> read;
    const auto all = inbox::readKeptRows(
        reader, first, [&read](KeptRows latest) { read.append(std::move(latest)); },
        [] { return false; });
    if (all)
        read.append(*all);
    return read;
}

ConversationStore::Merge adopt(ConversationStore &store, const KeptRows &kept)
{
    return store.adopt(kept.rows, kept.index);
}

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

} // namespace

class TestKeptRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aStoreAdoptsWhatWasKept()
    {
        constexpr int count = 5000; // over several chunks
        ReaderOfList reader(numbered(0, count));
        const QList<KeptRows> kept = read(reader, 200);
        QCOMPARE(kept.size(), 2);
        ConversationStore store;
        auto merge = adopt(store, kept[0]);
        QCOMPARE(merge.firstAdded, 0u);
        QCOMPARE(merge.added, 200u);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(store.find(u"CN%1"_s.arg(i)), quint32(i));
        QCOMPARE(store.find(u"CN200"_s), std::nullopt);
        merge = adopt(store, kept[1]);
        QCOMPARE(merge.firstAdded, 200u);
        QCOMPARE(merge.added, quint32(count - 200));
        ConversationStore merged;
        merged.merge(numbered(0, count));
        for (int i = 0; i < count; ++i) {
            QCOMPARE(store.at(quint32(i)).toConversation(), numbered(i));
            QCOMPARE(store.find(u"CN%1"_s.arg(i)), quint32(i));
        }
        for (quint32 chunk = 0; chunk < store.rows().chunkCount(); ++chunk)
            QVERIFY(store.rows().chunk(chunk).texts() == merged.rows().chunk(chunk).texts());
    }

    void anAdoptedRowIsMergedLikeOthers()
    {
        ReaderOfList reader(numbered(0, 1500));
        ConversationStore store;
        adopt(store, read(reader, 0).last());
        Conversation changed = numbered(7);
        changed.name = u"Another"_s;
        changed.phoneNumberId = u"PN77"_s;
        const auto merge = store.merge({numbered(3), changed, numbered(1500)});
        QCOMPARE(merge.changed, QList<quint32>{7});
        QCOMPARE(merge.firstAdded, 1500u);
        QCOMPARE(merge.added, 1u);
        QCOMPARE(store.at(7).toConversation(), changed);
        QCOMPARE(store.at(1500).toConversation(), numbered(1500));
        QCOMPARE(store.find(u"CN1500"_s), 1500u);
    }

    void fewRowsComeAtOnce()
    {
        ReaderOfList reader(numbered(0, 200));
        const QList<KeptRows> kept = read(reader, 200);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].rows.size(), 200u);
        ReaderOfList nothing({});
        QCOMPARE(read(nothing, 200).size(), 1);
        QCOMPARE(read(nothing, 200)[0].rows.size(), 0u);
    }

    void aProblemEndsTheReading()
    {
        ReaderOfList reader(numbered(0, 3000));
        reader.failsAfter = 2000;
        const auto kept = inbox::readKeptRows(
            reader, 0, [](KeptRows) {}, [] { return false; });
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, mirror::Problem::Kind::Damaged);
    }

    void whoeverCancelsDoesNotWaitForAllRows()
    {
        ReaderOfList reader(numbered(0, 5000));
        const auto kept = inbox::readKeptRows(
            reader, 0, [](KeptRows) {}, [] { return true; });
        QVERIFY(kept && kept->rows.size() < 2000);
    }

    void aFileGivesBackWhatWasWritten()
    {
        QTemporaryDir folder;
        const mirror::Place place{folder.filePath(u"kept.sqlite"_s), "owner"};
        {
            mirror::Writer writer(place);
            mirror::ChangeSet changes;
            changes.rows = numbered(0, 3000);
            writer.write(changes);
        }
        auto reader = mirror::Reader::open(place);
        QVERIFY(reader && *reader);
        const QList<KeptRows> kept = read(**reader, 200);
        QCOMPARE(kept.size(), 2);
        ConversationStore store;
        adopt(store, kept[0]);
        adopt(store, kept[1]);
        QCOMPARE(store.size(), 3000u);
        for (int i = 0; i < 3000; ++i) {
            const auto row = store.find(u"CN%1"_s.arg(i));
            QVERIFY(row);
            QCOMPARE(store.at(*row).toConversation(), numbered(i));
        }
        for (quint32 row = 1; row < 200; ++row)
            QVERIFY(store.at(row - 1).lastActivityAt() >= store.at(row).lastActivityAt());
    }

    void theListGrowsBelowItsFirstRows_data()
    {
        QTest::addColumn<bool>("held");
        QTest::newRow("as it is") << false;
        QTest::newRow("held") << true;
    }

    void theListGrowsBelowItsFirstRows()
    {
        QFETCH(bool, held);
        QList<Conversation> rows = numbered(0, 6000);
        std::ranges::stable_sort(rows, std::ranges::greater(), &Conversation::lastActivityAt);
        ReaderOfList reader(rows);
        const QList<KeptRows> kept = read(reader, 200);
        support::ManualClock clock(present);
        inbox::Names names(clock, {QLocale::c(), QTimeZone::utc(), u"US"_s});
        NoSource source;
        ConversationStore store;
        inbox::InboxModel model(source, names, words::listWords());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        inbox::RowArranger arranger(model, clock);
        inbox::Arrangement arrangement{{}, inbox::latestFirst()};
        arranger.setArrangement(arrangement);
        arranger.reset(store);
        arranger.apply(adopt(store, kept[0]));
        QTRY_COMPARE(model.rowCount(), 200);
        arranger.setHeld(held);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex tenth = model.index(9, 0);
        arranger.apply(adopt(store, kept[1]));
        QCOMPARE(model.rowCount(), 200); // a worker is at it
        QTRY_COMPARE(model.rowCount(), 6000);
        QVERIFY(reset.isEmpty());
        QVERIFY(arranger.waiting().isEmpty());
        QCOMPARE(tenth.row(), 9);
        for (int position = 0; position < 6000; ++position)
            QCOMPARE(model.rowAt(position)->id(), rows[position].id);
        QCOMPARE(arranger.counts().loaded, 6000);
        arrangement.search = u"ana 4321"_s;
        arrangement.conditions.lines = QSet<QString>{u"PN1"_s};
        arranger.setArrangement(arrangement);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowAt(0)->id(), u"CN4321"_s);
    }

    void pagesThatComeWhileAWorkerArrangesAreNotLost()
    {
        ReaderOfList reader(numbered(0, 6000));
        support::ManualClock clock(present);
        inbox::Names names(clock, {QLocale::c(), QTimeZone::utc(), u"US"_s});
        NoSource source;
        ConversationStore store;
        inbox::InboxModel model(source, names, words::listWords());
        inbox::RowArranger arranger(model, clock);
        arranger.reset(store);
        arranger.apply(adopt(store, read(reader, 0).last()));
        Conversation unassigned = numbered(1);
        unassigned.assignedTo.reset();
        arranger.apply(store.merge({unassigned, numbered(6000)}));
        store.leave(2);
        arranger.applyChanges({2});
        QTRY_VERIFY(!arranger.isWorking());
        QCOMPARE(model.rowCount(), 6000);
        QCOMPARE(arranger.counts().all.of(Facet::Unassigned),
                 3000 + 1 /* changed */ + 1 /* new */ - 1 /* left */);
    }

    void endsOfSnoozesThatWereKeptAreAnnouncedOnce()
    {
        QList<Conversation> rows;
        for (int i = 0; i < 25'000; ++i) { // several turns
            Conversation row = numbered(1);
            row.id = u"CN%1"_s.arg(i);
            row.snoozedUntil = present + (i % 2 > 0 ? -1h : 1h);
            rows.append(row);
        }
        ReaderOfList reader(rows);
        const QList<KeptRows> kept = read(reader, 200);
        support::ManualClock clock(present);
        ConversationStore store;
        inbox::StateWatch watch(store, clock);
        int announced = 0;
        connect(&watch, &inbox::StateWatch::timePassed, this,
                [&](const QList<quint32> &, const QList<Attention> &attention) {
                    announced += int(attention.size());
                });
        watch.noteAdopted(adopt(store, kept[0]).firstAdded);
        watch.noteAdopted(adopt(store, kept[1]).firstAdded);
        QCOMPARE(announced, 0);
        clock.advance(30min);
        QCOMPARE(announced, 0);
        clock.advance(31min);
        QCOMPARE(announced, 12'500);
        clock.setWallBy(-2h);
        clock.advance(3h);
        QCOMPARE(announced, 12'500);
    }
};

// Newer model testers ask for fonts and pictures too.
QTEST_MAIN(TestKeptRows)
#include "tst_keptrows.moc"
