// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/conversationstore.h"
#include "support/warnings.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using inbox::ConversationStore;
using quo::Conversation;
using quo::Instant;
using quo::milliseconds;

namespace {

Conversation numbered(int i)
{
    Conversation row;
    row.id = u"CN%1"_s.arg(i);
    row.phoneNumberId = u"PN%1"_s.arg(i % 12);
    row.participants = QStringList(i % 4, u"+1415555%1"_s.arg(i));
    if (i % 3 != 0)
        row.name = i % 3 == 1 ? QString(u""_s) : u"Ελένη 😀\0x"_s + QString::number(i);
    if (i % 2 != 0)
        row.assignedTo = u"US%1"_s.arg(i % 25);
    if (i % 5 != 0)
        row.lastActivityId = u"AC%1"_s.arg(i);
    if (i % 7 != 0)
        row.createdAt = Instant(milliseconds(i - 5)); // 1970 and before are no nulls
    row.updatedAt = Instant(milliseconds(Q_INT64_C(253402300799999)));
    if (i % 11 == 0)
        row.deletedAt = Instant(milliseconds(0));
    return row;
}

} // namespace

class TestConversationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void keepsEveryFieldOfEveryRow()
    {
        ConversationStore store;
        constexpr int count = 5000; // over several chunks
        for (int i = 0; i < count; i += 100) {
            QList<Conversation> page;
            for (int j = i; j < i + 100; ++j)
                page.append(numbered(j));
            const auto merge = store.merge(page);
            QCOMPARE(merge.firstAdded, quint32(i));
            QCOMPARE(merge.added, 100u);
            QVERIFY(merge.changed.isEmpty());
        }
        QCOMPARE(store.size(), quint32(count));
        for (int i = 0; i < count; ++i) {
            QCOMPARE(store.at(quint32(i)).toConversation(), numbered(i));
            QCOMPARE(store.find(u"CN%1"_s.arg(i)), quint32(i));
        }
        QCOMPARE(store.find(u"CN5000"_s), std::nullopt);
    }

    void aChunkHasRoomForTheLargestRows_data()
    {
        QTest::addColumn<QString>("name");
        // As large as a row may come (see decodePage()), which is 1 MiB as UTF-8.
        QTest::newRow("Latin") << QString(1'000'000, u'é').left(500'000);
        QTest::newRow("Chinese") << QString(330'000, u'北');
        QTest::newRow("emoji") << u"\U0001F600"_s.repeated(250'000);
        QTest::newRow("one character that folds to eighteen") << QString(330'000, QChar(0xfdfa));
    }

    void aChunkHasRoomForTheLargestRows()
    {
        QFETCH(QString, name);
        Conversation row = numbered(1);
        row.name = name;
        inbox::ConversationChunk chunk;
        chunk.append(row, 0, 0);
        QCOMPARE(chunk.name(0), name.toUtf8());
        // Of 32 bits each, for all of its rows.
        QVERIFY(chunk.texts().size() <
                std::numeric_limits<quint32>::max() / inbox::ConversationChunk::capacity);
        QVERIFY(QString::fromUtf8(chunk.texts().data(), qsizetype(chunk.texts().size()))
                    .count(QChar::ReplacementCharacter) == 0);
    }

    void aRowSeenAgainReplacesTheEarlierOneInItsPlace()
    {
        ConversationStore store;
        store.merge({numbered(1), numbered(2), numbered(3)});
        Conversation changed = numbered(2);
        changed.name = u"Another name, longer than before"_s;
        changed.assignedTo.reset();
        const auto merge = store.merge({numbered(3), changed, numbered(4)});
        QCOMPARE(merge.firstAdded, 3u);
        QCOMPARE(merge.added, 1u);
        QCOMPARE(merge.changed, QList<quint32>{1}); // 3 was the same, so nothing is to repaint
        QCOMPARE(store.size(), 4u);
        QCOMPARE(store.at(1).toConversation(), changed);
        QCOMPARE(store.at(0).toConversation(), numbered(1));
        QCOMPARE(store.at(2).toConversation(), numbered(3));
    }

    void twiceInOnePageIsOneRow()
    {
        ConversationStore store;
        Conversation later = numbered(1);
        later.name = u"later"_s;
        const auto merge = store.merge({numbered(1), later});
        QCOMPARE(merge.added, 1u);
        QVERIFY(merge.changed.isEmpty()); // it is new all the same
        QCOMPARE(store.at(0).name(), u"later"_s);
    }
};

QTEST_GUILESS_MAIN(TestConversationStore)
#include "tst_conversationstore.moc"
