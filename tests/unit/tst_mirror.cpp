// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/database.h"
#include "mirror/reader.h"
#include "mirror/schema.h"
#include "mirror/setup.h"
#include "mirror/writer.h"
#include "support/files.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace std::chrono_literals;
using mirror::ChangeSet;
using mirror::Extent;
using mirror::Place;
using mirror::Problem;
using mirror::Reader;
using mirror::RowView;
using mirror::ServerFilter;
using mirror::Writer;
using quo::Conversation;
using quo::Instant;

namespace {

Instant at(qint64 milliseconds)
{
    return Instant(quo::milliseconds(milliseconds));
}

Conversation row(const QString &id, qint64 lastActivity = 0)
{
    Conversation row;
    row.id = id;
    row.phoneNumberId = QStringLiteral("PN1");
    row.participants = {QStringLiteral("+14155550100")};
    row.lastActivityAt = at(lastActivity);
    return row;
}

// Rows that differ from each other as those of a workspace do.
QList<Conversation> manyRows(int count)
{
    QList<Conversation> rows;
    for (int i = 0; i < count; ++i) {
        Conversation conversation = row(QStringLiteral("CN%1").arg(i), i * 7919LL % count);
        conversation.phoneNumberId = QStringLiteral("PN%1").arg(i % 12);
        conversation.participants = {QStringLiteral("+1415%1").arg(5550000 + i)};
        conversation.name = QStringLiteral("Name %1").arg(i);
        if (i % 3 != 0)
            conversation.assignedTo = QStringLiteral("US%1").arg(i % 40);
        rows.append(conversation);
    }
    return rows;
}

std::unique_ptr<Reader> open(const Place &place)
{
    auto reader = Reader::open(place);
    if (!reader) {
        support::fail(QStringLiteral("cannot read: ") + reader.error().detail);
        return nullptr;
    }
    return std::move(*reader);
}

QList<Conversation> rowsOf(Reader &reader, int first = 0)
{
    QList<Conversation> rows;
    const auto problem = reader.forEachRow(first, [&](const RowView &row) {
        rows.append(toConversation(row, reader));
        return true;
    });
    if (problem)
        support::fail(QStringLiteral("cannot read: ") + problem->detail);
    return rows;
}

} // namespace

class TestMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thereIsNothingToReadBeforeTheFirstWrite();
    void everyFieldOfARowComesBack_data();
    void everyFieldOfARowComesBack();
    void aRowIsReplacedByItsId();
    void removedRowsAreGone();
    void theLatestRowsComeFirstAndOnce();
    void readingEndsWhereTheCallerSaysSo();
    void extentsComeBack();
    void answersToFiltersComeBack();
    void removedRowsLeaveTheAnswersToFilters();
    void theDirectoryComesBack();
    void contactsComeBack();
    void anInstantThatCannotBeIsDamage_data();
    void anInstantThatCannotBeIsDamage();
    void halvesOfCharactersDoNoDamage();
    void theOwnerStaysUntilItIsSet();
    void aReaderSeesOneStateOfTheFile();
    void whatWasGivenIsWrittenBeforeTheWriterGoes();
    void theLastWriteSaysThatNothingWaits();
    void aListenerMayDestroyTheWriter_data();
    void aListenerMayDestroyTheWriter();
    void schemasAreAppliedOneAfterTheOther();
    void aFailedSchemaLeavesTheOneBefore();
    void onlyTheOwnerMayReadTheFiles();
    void othersLoseTheirRightsToAnEarlierFile();
    void theFolderMayBeALink();
    void theLogIsMovedIntoTheFileInIdleTime();
    void removingLeavesNothing();
    void theFileIsSmall();

private:
    Place place() const { return {m_folder->filePath(QStringLiteral("w.sqlite")), "owner"}; }
    // Writes and waits until everything is in the file.
    void write(const std::function<void(Writer &)> &f) const
    {
        Writer writer(place());
        QSignalSpy problems(&writer, &Writer::problemFound);
        f(writer);
    }
    void write(const ChangeSet &changes) const
    {
        write([&](Writer &writer) { writer.write(changes); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMirror::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMirror::thereIsNothingToReadBeforeTheFirstWrite()
{
    const auto reader = Reader::open(place());
    QVERIFY(reader);
    QVERIFY(!*reader);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestMirror::everyFieldOfARowComesBack_data()
{
    QTest::addColumn<Conversation>("given");

    QTest::newRow("nulls") << [] {
        Conversation conversation;
        conversation.id = QStringLiteral("CN1");
        conversation.phoneNumberId = QStringLiteral("PN1");
        return conversation;
    }();
    Conversation full = row(QStringLiteral("CN1"));
    full.name = QStringLiteral("Zoë 👩‍🚒");
    full.assignedTo = QStringLiteral("US1");
    full.lastActivityId = QStringLiteral("AC1");
    full.createdAt = at(1);
    full.updatedAt = at(-1);
    full.lastActivityAt = at(0);
    full.mutedUntil = at(8'640'000'000'000'000);
    full.snoozedUntil = at(-8'640'000'000'000'000);
    full.deletedAt = at(1'795'720'000'123);
    QTest::newRow("all") << full;
    Conversation empty = row({});
    empty.phoneNumberId = QString();
    empty.participants.clear();
    empty.name = QStringLiteral("");
    empty.assignedTo = QStringLiteral("");
    empty.lastActivityId = QStringLiteral("");
    QTest::newRow("empty texts") << empty;
    const auto with = [](const QStringList &participants) {
        Conversation conversation = row(QStringLiteral("CN1"));
        conversation.participants = participants;
        return conversation;
    };
    QTest::newRow("one empty participant") << with({QString()});
    QTest::newRow("empty participants")
        << with({QString(), QString(), QStringLiteral("a"), QString()});
    QTest::newRow("odd participants")
        << with({QStringLiteral("anonymous"), QStringLiteral("a\nb"), QStringLiteral("\\"),
                 QStringLiteral("\\n"), QStringLiteral("\n"), QStringLiteral("\\\\n\n\\"),
                 QStringLiteral("22395"), QStringLiteral("a\nb")});
    QStringList crowd;
    for (int i = 0; i < 500; ++i)
        crowd.append(QStringLiteral("+1415555%1").arg(i));
    QTest::newRow("500 participants") << with(crowd);
    const QString odd = QStringLiteral("\ufeff") + QChar(0) +
                        QStringLiteral("'\"; DROP TABLE x --") + QChar(0) +
                        QStringLiteral("\u202e\U0001F600\r\n");
    Conversation hostile = with({odd});
    hostile.id = hostile.phoneNumberId = odd;
    hostile.name = hostile.assignedTo = hostile.lastActivityId = odd;
    QTest::newRow("odd texts") << hostile;
    Conversation large = row(QStringLiteral("CN1"));
    large.name = QString(1'000'000, QChar(0x4e2d));
    QTest::newRow("a name of 3 MB") << large;
}

void TestMirror::everyFieldOfARowComesBack()
{
    QFETCH(Conversation, given);
    write(ChangeSet{.rows = {given}});
    const auto reader = open(place());
    QVERIFY(reader);
    QCOMPARE(reader->rowCount(), 1);
    for (const int first : {0, 1, 5}) {
        const QList<Conversation> rows = rowsOf(*reader, first);
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first() == given);
    }
}

void TestMirror::aRowIsReplacedByItsId()
{
    Conversation conversation = row(QStringLiteral("CN1"), 1);
    const Conversation other = row(QStringLiteral("CN2"), 2);
    conversation.name = QStringLiteral("before");
    conversation.assignedTo = QStringLiteral("US1");
    write(ChangeSet{.rows = {conversation, other}});
    conversation.name.reset();
    conversation.assignedTo.reset();
    conversation.phoneNumberId = QStringLiteral("PN2");
    conversation.participants = {};
    conversation.lastActivityAt.reset();
    write(ChangeSet{.rows = {conversation}});
    const auto reader = open(place());
    QVERIFY(reader);
    QVERIFY(rowsOf(*reader) == QList<Conversation>({conversation, other}));
}

void TestMirror::removedRowsAreGone()
{
    QList<Conversation> rows = manyRows(10);
    write(ChangeSet{.rows = rows, .removed = {rows[3].id, rows[9].id, QStringLiteral("unknown")}});
    write(ChangeSet{.removed = {rows[0].id}});
    rows.removeAt(9);
    rows.removeAt(3);
    rows.removeAt(0);
    const auto reader = open(place());
    QVERIFY(reader);
    QVERIFY(rowsOf(*reader) == rows);
    QCOMPARE(reader->rowCount(), 7);
}

void TestMirror::theLatestRowsComeFirstAndOnce()
{
    constexpr int count = 1000;
    QList<Conversation> rows = manyRows(count);
    rows[5].lastActivityAt.reset();
    write(ChangeSet{.rows = rows});
    const auto reader = open(place());
    QVERIFY(reader);
    const QList<Conversation> latest = [&] {
        QList<Conversation> sorted = rows;
        std::ranges::sort(sorted, [](const Conversation &a, const Conversation &b) {
            return a.lastActivityAt > b.lastActivityAt; // null is the smallest
        });
        return sorted;
    }();
    for (const int first : {0, 1, 200, count - 1, count, 2 * count}) {
        const QList<Conversation> read = rowsOf(*reader, first);
        QVERIFY(read.first(std::min(first, count)) == latest.first(std::min(first, count)));
        QSet<QString> ids;
        for (const Conversation &conversation : read)
            ids.insert(conversation.id);
        QCOMPARE(read.size(), count);
        QCOMPARE(ids.size(), count);
    }
}

void TestMirror::readingEndsWhereTheCallerSaysSo()
{
    write(ChangeSet{.rows = manyRows(10)});
    const auto reader = open(place());
    QVERIFY(reader);
    for (const int last : {1, 3, 4, 10}) {
        int rows = 0;
        QVERIFY(!reader->forEachRow(3, [&](const RowView &) { return ++rows < last; }));
        QCOMPARE(rows, last);
    }
}

void TestMirror::extentsComeBack()
{
    write(ChangeSet{.rows = manyRows(1)});
    QVERIFY(open(place())->extent() == Extent());
    const Extent extent{true, at(1), at(2), std::nullopt};
    write(ChangeSet{.extent = extent});
    QVERIFY(open(place())->extent() == extent);
    write(ChangeSet{.rows = manyRows(2)});
    QVERIFY(open(place())->extent() == extent);
    const Extent other{false, std::nullopt, std::nullopt, at(-3)};
    write(ChangeSet{.extent = other});
    QVERIFY(open(place())->extent() == other);
}

void TestMirror::answersToFiltersComeBack()
{
    const QList<Conversation> rows = manyRows(5);
    const ServerFilter mine{QStringLiteral("US1"), false};
    const ServerFilter active{{}, true};
    const Extent whole{true, at(1), at(2), at(3)};
    write(ChangeSet{
        .rows = rows,
        .sets = {{mine, true, {rows[0].id, rows[2].id, QStringLiteral("unknown")}, {}, whole},
                 {active, false, {rows[1].id, rows[0].id, rows[1].id}, {}, {}}}});
    auto sets = open(place())->sets();
    QVERIFY(sets);
    QCOMPARE(sets->size(), 2);
    QVERIFY(sets->at(0).filter == mine);
    QVERIFY(sets->at(0).extent == whole);
    QCOMPARE(sets->at(0).ids, QStringList({rows[0].id, rows[2].id}));
    QVERIFY(sets->at(1).filter == active);
    QVERIFY(sets->at(1).extent == Extent());
    QCOMPARE(sets->at(1).ids, QStringList({rows[0].id, rows[1].id}));

    write(ChangeSet{.sets = {{mine, false, {rows[4].id}, {rows[0].id}, {}},
                             {active, true, {rows[3].id}, {}, whole}}});
    sets = open(place())->sets();
    QVERIFY(sets);
    QCOMPARE(sets->size(), 2);
    QVERIFY(sets->at(0).extent == Extent());
    QCOMPARE(sets->at(0).ids, QStringList({rows[2].id, rows[4].id}));
    QVERIFY(sets->at(1).extent == whole);
    QCOMPARE(sets->at(1).ids, QStringList({rows[3].id}));
}

void TestMirror::removedRowsLeaveTheAnswersToFilters()
{
    const QList<Conversation> rows = manyRows(3);
    const ServerFilter filter{QStringLiteral("US1"), true};
    write(ChangeSet{.rows = rows, .sets = {{filter, true, {rows[0].id, rows[2].id}, {}, {}}}});
    write(ChangeSet{.removed = {rows[2].id}});
    // It gets the place of the removed row.
    write(ChangeSet{.rows = {row(QStringLiteral("other"))}});
    const auto sets = open(place())->sets();
    QVERIFY(sets);
    QCOMPARE(sets->first().ids, QStringList({rows[0].id}));
}

void TestMirror::theDirectoryComesBack()
{
    write(ChangeSet());
    QVERIFY(*open(place())->directory() == quo::Directory());
    quo::Directory directory;
    directory.setLines({{QStringLiteral("PN1"),
                         QStringLiteral("+1"),
                         QStringLiteral("Support"),
                         QStringLiteral("📞"),
                         {QStringLiteral("US2"), QStringLiteral("US1")}},
                        {QStringLiteral("PN2"), {}, {}, {}, {}}});
    directory.add({{QStringLiteral("US1"), QStringLiteral("Ana"), QStringLiteral("Lopes"),
                    QStringLiteral("ana@example.com")},
                   {QStringLiteral("US2"), {}, {}, {}}});
    write([&](Writer &writer) { writer.writeDirectory(directory); });
    QVERIFY(*open(place())->directory() == directory);
    directory.setLines({});
    directory.setHasAllTeammates();
    write([&](Writer &writer) { writer.writeDirectory(directory); });
    QVERIFY(*open(place())->directory() == directory);
}

void TestMirror::contactsComeBack()
{
    write(ChangeSet());
    auto contacts = open(place())->contacts();
    QVERIFY(contacts);
    QVERIFY(!*contacts);
    mirror::KeptContacts kept{{}, at(5)};
    kept.index.add(QStringLiteral("+1"), {QStringLiteral("Zoë"), QStringLiteral("Acme")});
    kept.index.add(QStringLiteral("+1"), {QStringLiteral("Ana"), QString()});
    kept.index.add(QStringLiteral("(415) 555"), {QString(), QStringLiteral("\ufeffCo")});
    write([&](Writer &writer) { writer.writeContacts(kept); });
    contacts = open(place())->contacts();
    QVERIFY(contacts && *contacts);
    QVERIFY((*contacts)->index == kept.index);
    QVERIFY((*contacts)->readAt == kept.readAt);
    write([&](Writer &writer) {
        writer.writeContacts({{}, at(6)});
        writer.writeContacts({{}, at(7)});
    });
    contacts = open(place())->contacts();
    QVERIFY(contacts && *contacts);
    QCOMPARE((*contacts)->index.size(), 0);
    QVERIFY((*contacts)->readAt == at(7));
    write([&](Writer &writer) { writer.removeContacts(); });
    contacts = open(place())->contacts();
    QVERIFY(contacts);
    QVERIFY(!*contacts);
}

void TestMirror::anInstantThatCannotBeIsDamage_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *column : {"asOf", "knownUntil", "walkedAt", "contactsReadAt"})
        QTest::newRow(column) << QByteArray("UPDATE workspace SET ") + column;
    QTest::newRow("answer") << QByteArray("UPDATE serverFilter SET asOf");
    for (const char *column : {"createdAt", "lastActivityAt", "snoozedUntil"})
        QTest::newRow(column) << QByteArray("UPDATE conversation SET ") + column;
}

void TestMirror::anInstantThatCannotBeIsDamage()
{
    QFETCH(const QByteArray, change);
    {
        Writer writer(place());
        writer.write({.rows = {row(QStringLiteral("CN1"))},
                      .removed = {},
                      .sets = {{.filter = {QStringLiteral("US1"), false},
                                .startsOver = true,
                                .added = {QStringLiteral("CN1")},
                                .removed = {},
                                .extent = {}}},
                      .extent = {}});
    }
    const auto isDamaged = [this] {
        const auto reader = Reader::open(place());
        if (!reader)
            return reader.error().kind == Problem::Kind::Damaged;
        const auto problem = (*reader)->forEachRow(0, [](const RowView &) { return true; });
        const auto sets = (*reader)->sets();
        return (problem && problem->kind == Problem::Kind::Damaged) ||
               (!sets && sets.error().kind == Problem::Kind::Damaged);
    };
    // The furthest instants that the API can say. Rows have a check sum as well.
    const bool isOfARow = change.startsWith("UPDATE conversation");
    for (const char *instant : {"-8640000000000000", "8640000000000000"}) {
        mirror::Database(place().fileName, mirror::Database::Access::Writing)
            .run((change + " = " + instant).constData());
        QCOMPARE(isDamaged(), isOfARow);
    }
    for (const char *instant :
         {"-9223372036854775808", "-8640000000000001", "8640000000000001", "9223372036854775807"}) {
        mirror::Database(place().fileName, mirror::Database::Access::Writing)
            .run((change + " = " + instant).constData());
        QVERIFY2(isDamaged(), instant);
    }
}

// UTF-8 cannot hold them, so that different texts become the same.
void TestMirror::halvesOfCharactersDoNoDamage()
{
    const QString one(QChar(0xd800));
    const QString other(QChar(0xd801));
    const QString kept(QChar::ReplacementCharacter);
    quo::Directory directory;
    directory.setLines({{one, {}, {}, {}, {}}, {other, {}, {}, {}, {one, other}}});
    directory.add({{one, one, {}, {}}, {other, other, {}, {}}});
    mirror::KeptContacts contacts{{}, at(1)};
    contacts.index.add(one, {one, one});
    contacts.index.add(other, {other, one});
    Conversation first = row(one);
    Conversation second = row(other);
    first.phoneNumberId = one;
    second.phoneNumberId = other;
    first.assignedTo = other;
    second.assignedTo = one;
    {
        Writer writer(place());
        QSignalSpy problems(&writer, &Writer::problemFound);
        QSignalSpy written(&writer, &Writer::written);
        writer.writeDirectory(directory);
        writer.writeContacts(contacts);
        writer.write({.rows = {first, second}});
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(problems.size(), 0);
    }
    const auto reader = open(place());
    QVERIFY(reader);
    const QList<Conversation> rows = rowsOf(*reader);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().id, kept);
    QCOMPARE(rows.first().phoneNumberId, kept);
    QCOMPARE(reader->directory()->lineIds(), QStringList({kept}));
    QCOMPARE((*reader->contacts())->index.names().keys(), QStringList({kept}));
}

void TestMirror::theOwnerStaysUntilItIsSet()
{
    write(ChangeSet());
    QCOMPARE(open(place())->owner(), QByteArray("owner"));
    const QByteArray other("\0other", 6);
    {
        Writer writer({place().fileName, other});
    }
    QCOMPARE(open(place())->owner(), QByteArray("owner"));
    write([&](Writer &writer) { writer.setOwner(other); });
    QCOMPARE(open(place())->owner(), other);
}

void TestMirror::aReaderSeesOneStateOfTheFile()
{
    const QList<Conversation> rows = manyRows(100);
    write(ChangeSet{.rows = rows.first(50)});
    const auto reader = open(place());
    QVERIFY(reader);
    write(ChangeSet{.rows = rows.sliced(50), .removed = {rows[0].id}, .extent = Extent{true}});
    QVERIFY(rowsOf(*reader) == rows.first(50));
    QVERIFY(!reader->extent().isWhole);
    const auto later = open(place());
    QVERIFY(later);
    QVERIFY(rowsOf(*later) == rows.sliced(1));
}

void TestMirror::whatWasGivenIsWrittenBeforeTheWriterGoes()
{
    const QList<Conversation> rows = manyRows(5000);
    write([&](Writer &writer) {
        for (qsizetype i = 0; i < rows.size(); i += 100)
            writer.write({.rows = rows.sliced(i, 100)});
    });
    const auto reader = open(place());
    QVERIFY(reader);
    QVERIFY(rowsOf(*reader) == rows);
}

void TestMirror::theLastWriteSaysThatNothingWaits()
{
    Writer writer(place());
    QSignalSpy opened(&writer, &Writer::opened);
    QSignalSpy written(&writer, &Writer::written);
    QVERIFY(!writer.isOpen());
    for (int i = 0; i < 10; ++i)
        writer.write({.rows = manyRows(10)});
    QTRY_COMPARE(written.size(), 10);
    QCOMPARE(opened.size(), 1);
    QVERIFY(writer.isOpen());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(written[i].first().toInt(), 9 - i);
    QVERIFY(!writer.problem());
}

void TestMirror::aListenerMayDestroyTheWriter_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::addColumn<QByteArray>("signal");

    QTest::newRow("opened") << false << QByteArray(SIGNAL(opened()));
    QTest::newRow("written") << false << QByteArray(SIGNAL(written(int)));
    QTest::newRow("problem") << true << QByteArray(SIGNAL(problemFound(mirror::Problem)));
    QTest::newRow("rows lost") << true << QByteArray(SIGNAL(rowsLost()));
}

void TestMirror::aListenerMayDestroyTheWriter()
{
    QFETCH(bool, isDamaged);
    QFETCH(QByteArray, signal);
    if (isDamaged)
        support::writeFile(place().fileName, QByteArray(5000, 'x'));
    auto *const writer = new Writer(place());
    QSignalSpy destroyed(writer, &QObject::destroyed);
    QSignalSpy announced(writer, signal.constData());
    QTimer::singleShot(0, writer, [writer] { writer->write(ChangeSet{.rows = manyRows(10)}); });
    if (signal.contains("opened"))
        connect(writer, &Writer::opened, this, [writer] { delete writer; });
    else if (signal.contains("written"))
        connect(writer, &Writer::written, this, [writer] { delete writer; });
    else if (signal.contains("problemFound"))
        connect(writer, &Writer::problemFound, this, [writer] { delete writer; });
    else
        connect(writer, &Writer::rowsLost, this, [writer] { delete writer; });
    QTRY_COMPARE(destroyed.size(), 1);
    QCOMPARE(announced.size(), 1);
}

void TestMirror::schemasAreAppliedOneAfterTheOther()
{
    const QList<Conversation> rows = manyRows(10);
    write(ChangeSet{.rows = rows});
    const char *const later[] = {mirror::schemas()[0],
                                 "ALTER TABLE conversation ADD COLUMN priority INTEGER",
                                 "UPDATE conversation SET priority = row; CREATE TABLE x(y)"};
    {
        mirror::Database database(place().fileName, mirror::Database::Access::Writing);
        QCOMPARE(versionOf(database, later), mirror::Version::Older);
        QVERIFY(migrate(database, later));
        QCOMPARE(versionOf(database, later), mirror::Version::Current);
        QCOMPARE(database.number("SELECT sum(priority) FROM conversation"), 55);
        QCOMPARE(database.number("SELECT count(*) FROM x"), 0);
    }
    // It is a newer one for this version of the program.
    const auto reader = Reader::open(place());
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, Problem::Kind::Newer);
}

void TestMirror::aFailedSchemaLeavesTheOneBefore()
{
    const QList<Conversation> rows = manyRows(10);
    write(ChangeSet{.rows = rows});
    const char *const later[] = {mirror::schemas()[0], "CREATE TABLE x(y); DROP TABLE unknown"};
    {
        mirror::Database database(place().fileName, mirror::Database::Access::Writing);
        QVERIFY(!migrate(database, later));
    }
    const auto reader = open(place());
    QVERIFY(reader);
    QVERIFY(rowsOf(*reader) == rows);
}

void TestMirror::onlyTheOwnerMayReadTheFiles()
{
#ifdef Q_OS_UNIX
    const Place deeper{m_folder->filePath(QStringLiteral("a/b/w.sqlite")), "owner"};
    const mode_t before = ::umask(0);
    Writer writer(deeper);
    writer.write({.rows = manyRows(10)});
    QSignalSpy written(&writer, &Writer::written);
    const bool isWritten = written.wait();
    ::umask(before);
    QVERIFY(isWritten);
    const QFileInfoList files =
        QDir(QFileInfo(deeper.fileName).path()).entryInfoList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.size(), 4); // with -wal, -shm and .lock
    for (const QFileInfo &file : files) {
        struct stat about = {};
        QCOMPARE(::stat(QFile::encodeName(file.filePath()).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0600U);
    }
    struct stat about = {};
    QCOMPARE(
        ::stat(QFile::encodeName(m_folder->filePath(QStringLiteral("a/b"))).constData(), &about),
        0);
    QCOMPARE(about.st_mode & 0777U, 0700U);
#else
    QSKIP("files have no such permissions here");
#endif
}

void TestMirror::othersLoseTheirRightsToAnEarlierFile()
{
    write(ChangeSet{.rows = manyRows(10)});
    QFile file(place().fileName);
    QVERIFY(file.setPermissions(file.permissions() | QFile::ReadOther | QFile::ReadGroup));
    write(ChangeSet());
    QVERIFY(!(QFileInfo(place().fileName).permissions() & (QFile::ReadOther | QFile::ReadGroup)));
}

void TestMirror::theFolderMayBeALink()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("folder")), link));
    const Place there{link + QStringLiteral("/a ?&#%41.sqlite"), "owner"};
    {
        Writer writer(there);
        writer.write({.rows = manyRows(10)});
    }
    const auto reader = open(there);
    QVERIFY(reader);
    QCOMPARE(reader->rowCount(), 10);
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("folder/a ?&#%41.sqlite"))));
}

void TestMirror::theLogIsMovedIntoTheFileInIdleTime()
{
    Writer writer(place());
    writer.write({.rows = manyRows(1000)});
    QTRY_VERIFY(QFileInfo(place().fileName).size() > 100'000);
    QVERIFY(QFile::exists(place().fileName + QStringLiteral("-wal")));
}

void TestMirror::removingLeavesNothing()
{
    QCOMPARE(sizeOf(place()), 0);
    QCOMPARE(removeFiles(place()), QStringList());
    support::writeFile(place().fileName, "damaged");
    const QString other = m_folder->filePath(QStringLiteral("w2.sqlite"));
    support::writeFile(other, {});
    Writer writer(place());
    QSignalSpy lost(&writer, &Writer::rowsLost);
    QVERIFY(lost.wait());
    writer.write({.rows = manyRows(1000)});
    QSignalSpy written(&writer, &Writer::written);
    QVERIFY(written.wait());
    const auto reader = open(place());
    QVERIFY(sizeOf(place()) > 100'000);
    QCOMPARE(removeFiles(place()), QStringList());
    QCOMPARE(sizeOf(place()), 0);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList({QStringLiteral("w2.sqlite")}));
}

void TestMirror::theFileIsSmall()
{
    constexpr int count = 20'000;
    QRandomGenerator random(1);
    const auto id = [&](const char *kind) {
        return QLatin1String(kind) + QStringLiteral("%1%2")
                                         .arg(random.generate64(), 16, 16, QLatin1Char('0'))
                                         .arg(random.generate64(), 16, 16, QLatin1Char('0'));
    };
    QStringList lines;
    for (int i = 0; i < 12; ++i)
        lines.append(id("PN"));
    QStringList teammates;
    for (int i = 0; i < 40; ++i)
        teammates.append(id("US"));
    write([&](Writer &writer) {
        for (int page = 0; page < count / 100; ++page) {
            ChangeSet changes;
            for (int i = 0; i < 100; ++i) {
                Conversation conversation = row(id("CN"), random.bounded(1 << 30) * 1000LL);
                conversation.phoneNumberId = lines[random.bounded(12)];
                conversation.participants = {
                    QStringLiteral("+1%1").arg(2'000'000'000LL + random.bounded(1 << 30))};
                if (random.bounded(10) < 6) {
                    conversation.assignedTo = teammates[random.bounded(40)];
                    conversation.name = QStringLiteral("Name of about %1").arg(i);
                }
                conversation.lastActivityId = id("AC");
                conversation.createdAt = at(1'700'000'000'000 + random.bounded(1 << 30));
                conversation.updatedAt = at(1'710'000'000'000 + random.bounded(1 << 30));
                changes.rows.append(conversation);
            }
            writer.write(changes);
        }
    });
    QVERIFY2(sizeOf(place()) <= 250 * count,
             qPrintable(QStringLiteral("%1 bytes a row").arg(sizeOf(place()) / count)));
}

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
