// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/writer.h"
#include "quo/decodedirectory.h"
#include "support/demoworld.h"
#include "support/fail.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/warnings.h"
#include "syncing/contactsync.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using support::ScriptedWorld;
using syncing::ContactSync;

namespace {

QByteArray contacts(const QList<std::pair<QString, QString>> &numbersAndNames,
                    const QJsonValue &nextPageToken = {})
{
    QJsonArray data;
    for (const auto &[number, name] : numbersAndNames)
        data.append(QJsonObject{
            {u"id"_s, number},
            {u"defaultFields"_s,
             QJsonObject{{u"firstName"_s, name},
                         {u"lastName"_s, QJsonValue()},
                         {u"company"_s, u"Acme"_s},
                         {u"phoneNumbers"_s, QJsonArray{QJsonObject{{u"value"_s, number}}}}}}});
    return QJsonDocument(QJsonObject{{u"data"_s, data},
                                     {u"totalItems"_s, 1},
                                     {u"nextPageToken"_s, nextPageToken}})
        .toJson();
}

mirror::KeptContacts ana(quo::Instant readAt)
{
    mirror::KeptContacts contacts;
    contacts.readAt = readAt;
    contacts.index.add(u"+14155550100"_s, {u"Ana"_s, {}});
    return contacts;
}

QString nameOf(const ContactSync &book, const QString &number)
{
    return book.contacts().find(number).value_or(quo::ContactName()).name;
}

} // namespace

class TestContacts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    mirror::Place m_place;
    support::ManualClock m_clock{*quo::parseInstant(u"2026-01-01T00:00:00Z"_s)};

    // In the file, by a reader of its own; null if there are none.
    std::optional<mirror::KeptContacts> kept() const
    {
        const auto reader = mirror::Reader::open(m_place);
        if (!reader || !*reader)
            return std::nullopt;
        const auto contacts = (*reader)->contacts();
        if (!contacts)
            support::fail(contacts.error().detail);
        return contacts ? *contacts : std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_dir = QTemporaryDir();
        m_place = {m_dir.filePath(u"workspace.sqlite"_s), "owner"};
    }

    void theWholeAddressBookIsRead()
    {
        support::DemoWorld world(400);
        ContactSync book(*world.client, world.clock);
        QSignalSpy changed(&book, &ContactSync::contactsChanged);
        book.setEnabled(true);
        book.begin(std::nullopt);
        const auto &all = world.workspace.contacts;
        QSet<QString> numbers;
        for (const demo::DemoContact &contact : all)
            numbers.insert(contact.number);
        QTRY_COMPARE(book.contacts().size(), numbers.size());
        for (const demo::DemoContact &contact : all)
            QVERIFY(book.contacts().find(contact.number));
        QCOMPARE(world.queries().first(), "maxResults=50");
        // Less and less often, since the whole index is copied each time.
        QVERIFY(changed.size() > 1 && changed.size() < all.size() / 50);
    }

    void numbersAreFoundHoweverTheyAreWritten()
    {
        ScriptedWorld world;
        world.server.says(contacts({{u"+1 (415) 555-0100"_s, u"Ana"_s},
                                    {u"28849"_s, u"Bank"_s},
                                    {u"+14155550100"_s, u"Second"_s},
                                    {u"+1"_s, QString()}}));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        book.begin(std::nullopt);
        QTRY_COMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        QCOMPARE(nameOf(book, u"28849"_s), u"Bank"_s);
        QCOMPARE(book.contacts().find(u"+1"_s)->company, u"Acme"_s);
        QVERIFY(!book.contacts().find(u"+14155550199"_s));
    }

    void anAddressBookWithoutEndIsNone_data()
    {
        QTest::addColumn<bool>("isRepeated");
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("the same token") << true << true;
        QTest::newRow("empty pages") << false << true;
        QTest::newRow("the same page") << false << false;
    }

    void anAddressBookWithoutEndIsNone()
    {
        QFETCH(bool, isRepeated);
        QFETCH(bool, isEmpty);
        ScriptedWorld world;
        int page = 0;
        world.server.setFallback([&](const auto &) {
            const QString token = isRepeated ? u"t"_s : QString::number(++page);
            return isEmpty ? contacts({}, token) : contacts({{u"+14155550100"_s, u"Ana"_s}}, token);
        });
        quo::ContactLoader loader(world.client);
        QSignalSpy finished(&loader, &quo::ContactLoader::finished);
        QSignalSpy failed(&loader, &quo::ContactLoader::failed);
        loader.load();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
        QCOMPARE(failed.first().first().value<quo::ApiError>().kind,
                 isRepeated ? quo::ApiError::Kind::RepeatedToken
                            : quo::ApiError::Kind::EndlessPages);
        QCOMPARE(finished.size(), 0);
    }

    void theyGoBehindWhatIsWaitedForAndBeforeTheRest()
    {
        ScriptedWorld world([](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}, u"t"_s));
        ContactSync book(world.client, m_clock);
        std::unique_ptr<quo::Job> rest;
        std::unique_ptr<quo::Job> job;
        // Once the first page is there, all ask at the same time.
        connect(
            &book, &ContactSync::contactsChanged, this,
            [&] {
                world.server.says(R"({"data":[]})");
                world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
                world.server.says(R"({"data":[]})");
                rest = world.client.list(quo::teammatesRequest(), {}, quo::Priority::Idle,
                                         [](auto) {});
                job = world.client.list(quo::linesRequest(), {}, quo::Priority::Walk, [](auto) {});
            },
            Qt::SingleShotConnection);
        book.setEnabled(true);
        book.begin(std::nullopt);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QTRY_COMPARE(world.server.requests().size(), 4);
        QVERIFY(world.server.requests().at(1).line.startsWith("GET /v1/phone-numbers "));
        QVERIFY(world.server.requests().at(2).line.startsWith("GET /v1/contacts?"));
    }

    void theyAreKeptOverARestartForTheirOwnerAlone()
    {
        ScriptedWorld world;
        {
            mirror::Writer writer(m_place);
            world.server.says(contacts({{u"+14155550100"_s, u"Ana \U0001F600"_s}}));
            ContactSync book(world.client, m_clock);
            book.setWriter(&writer);
            book.setEnabled(true);
            book.begin(kept());
            QTRY_COMPARE(book.contacts().size(), 1);
        }
        const auto rights = QFileInfo(m_place.fileName).permissions();
        QCOMPARE(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                           QFile::ReadOther | QFile::WriteOther | QFile::ExeOther),
                 QFile::Permissions());
        QVERIFY(rights.testFlags(QFile::ReadOwner | QFile::WriteOwner));

        m_clock.advance(std::chrono::minutes(59));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        book.begin(kept());
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana \U0001F600"_s);
        QCOMPARE(world.server.requests().size(), 1); // fresh enough
        // After the hour they are read again, and removed contacts are gone.
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        m_clock.advance(std::chrono::minutes(2));
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QVERIFY(!book.contacts().find(u"+14155550100"_s));
    }

    void nothingIsRequestedBeforeTheKeptOnesAreRead()
    {
        ScriptedWorld world;
        ContactSync book(world.client, m_clock);
        QSignalSpy answered(&book, &ContactSync::answered);
        book.setEnabled(true);
        QVERIFY(book.isAwaited());
        QCOMPARE(world.client.load().inFlight + world.client.load().waiting, 0);
        book.begin(ana(m_clock.now()));
        QCOMPARE(answered.size(), 1);
        QVERIFY(!book.isAwaited() && !book.problem());
        QCOMPARE(world.client.load().inFlight + world.client.load().waiting, 0);
    }

    void olderOnesAreShownUntilNewOnesAreRead_data()
    {
        QTest::addColumn<std::chrono::hours>("age");
        QTest::newRow("an hour old") << std::chrono::hours(1);
        QTest::newRow("a month old") << std::chrono::hours(24 * 30);
        QTest::newRow("from tomorrow, by a clock that was set back") << std::chrono::hours(-24);
    }

    void olderOnesAreShownUntilNewOnesAreRead()
    {
        QFETCH(std::chrono::hours, age);
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        book.begin(ana(m_clock.now() - age));
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QCOMPARE(book.contacts().size(), 1);
    }

    void offlineTheKeptOnesStay()
    {
        ScriptedWorld world;
        world.server.goAway();
        ContactSync book(world.client, m_clock);
        QSignalSpy answered(&book, &ContactSync::answered);
        book.setEnabled(true);
        book.begin(ana(m_clock.now() - std::chrono::hours(48)));
        QTRY_COMPARE(answered.size(), 2);
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        QVERIFY(!book.problem());
    }

    void namesThatWereForgottenBeforeTheyWereReadStayForgotten_data()
    {
        QTest::addColumn<bool>("isReadAgain");
        QTest::newRow("off and on") << false;
        QTest::newRow("read again") << true;
    }

    void namesThatWereForgottenBeforeTheyWereReadStayForgotten()
    {
        QFETCH(bool, isReadAgain);
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        if (isReadAgain) {
            book.readAgain();
        } else {
            book.setEnabled(false);
            book.setEnabled(true);
        }
        book.begin(ana(m_clock.now()));
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QCOMPARE(book.contacts().size(), 1);
        QCOMPARE(world.server.requests().size(), 1);
    }

    void itSaysWhyNotAllNamesAreKnown()
    {
        ScriptedWorld world;
        ContactSync book(world.client, m_clock);
        const std::optional<quo::ContactsProblem> off = quo::ContactsOff();
        const std::optional<quo::ContactsProblem> awaited = quo::ContactsAwaited();
        QVERIFY(book.problem() == off);
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}, u"t"_s));
        world.server.staysSilent();
        book.setEnabled(true);
        book.begin(std::nullopt);
        QVERIFY(book.problem() == awaited);
        QTRY_COMPARE(world.server.requests().size(), 2);
        QCOMPARE(book.contacts().size(), 1);
        QVERIFY(book.problem() == awaited); // it is a part
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        book.readAgain();
        QTRY_VERIFY(book.problem() && std::holds_alternative<quo::ApiError>(*book.problem()));
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        book.readAgain();
        QVERIFY(book.problem() == awaited);
        QTRY_VERIFY(!book.problem());
        book.setEnabled(false);
        QVERIFY(book.problem() == off);
    }

    void aPartTakesNothingFromAnOlderWhole()
    {
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}, u"t"_s));
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        book.begin(ana(m_clock.now() - std::chrono::hours(48)));
        QTRY_COMPARE(world.server.requests().size(), 2);
        QTRY_COMPARE(m_clock.waiting(), size_t(1)); // for the next hour
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        QVERIFY(!book.contacts().find(u"+14155550101"_s));
    }

    void afterAFailureThatMayPassTheyAreReadSoon()
    {
        ScriptedWorld world;
        ContactSync book(world.client, m_clock);
        QSignalSpy answered(&book, &ContactSync::answered);
        world.server.goAway();
        book.setEnabled(true);
        book.begin(std::nullopt);
        QTRY_COMPARE(answered.size(), 1);
        m_clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(answered.size(), 2);
        world.server.comeBack();
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        m_clock.advance(std::chrono::minutes(2)); // it waits longer each time
        QTRY_COMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
    }

    void switchingOffForgetsThem()
    {
        ScriptedWorld world;
        mirror::Writer writer(m_place);
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        ContactSync book(world.client, m_clock);
        book.setWriter(&writer);
        book.setEnabled(true);
        book.begin(kept());
        QTRY_VERIFY(kept());
        book.setEnabled(false);
        QCOMPARE(book.contacts().size(), 0);
        QTRY_VERIFY(!kept());
        m_clock.advance(std::chrono::hours(5));
        QCOMPARE(m_clock.waiting(), size_t(0));
        QCOMPARE(world.server.requests().size(), 1);
        // Switched on again, it begins with nothing.
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
    }

    void namesThatWereSwitchedOffAreNotInTheFilesAnyMore()
    {
        const auto bytes = [this](const QString &suffix) {
            QFile file(m_place.fileName + suffix);
            return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto hasNames = [&] {
            return bytes({}).contains("Unmistakable") || bytes(u"-wal"_s).contains("Unmistakable");
        };
        mirror::KeptContacts many;
        many.readAt = m_clock.now();
        for (int i = 0; i < 2000; ++i)
            many.index.add(u"+1415%1"_s.arg(5'550'000 + i), {u"Unmistakable %1"_s.arg(i), {}});
        mirror::Writer(m_place).writeContacts(many);
        QVERIFY(hasNames());
        const QString log = m_place.fileName + u"-wal"_s;
        {
            mirror::Writer writer(m_place);
            ScriptedWorld world;
            ContactSync book(world.client, m_clock);
            book.setWriter(&writer);
            book.setEnabled(true);
            book.begin(kept());
            QCOMPARE(book.contacts().size(), 2000);
            writer.writeContacts(many);
            QTRY_VERIFY(QFileInfo(log).size() > 0);
            book.setEnabled(false);
            QTRY_COMPARE(QFileInfo(log).size(), 0); // before the writer ends
        }
        QVERIFY(!hasNames());
    }

    void whatWasKeptBeforeTheyWereSwitchedOffIsRemoved()
    {
        ScriptedWorld world;
        mirror::Writer(m_place).writeContacts(ana(m_clock.now()));
        QVERIFY(kept());
        mirror::Writer writer(m_place);
        ContactSync book(world.client, m_clock);
        book.setWriter(&writer);
        book.begin(kept());
        QTRY_VERIFY(!kept());
        QCOMPARE(book.contacts().size(), 0);
        QCOMPARE(world.server.requests().size(), 0);
    }

    void namesOfAnotherKeyAreNotKeptOn()
    {
        ScriptedWorld world;
        mirror::Writer(m_place).writeContacts(ana(m_clock.now()));
        QVERIFY(kept());
        mirror::Writer writer(m_place);
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        ContactSync book(world.client, m_clock);
        book.setWriter(&writer);
        book.setEnabled(true);
        book.begin(std::nullopt);
        QTRY_VERIFY(book.problem() && std::holds_alternative<quo::ApiError>(*book.problem()));
        QTRY_VERIFY(!kept());
    }

    void clearingReadsThemAnew()
    {
        ScriptedWorld world;
        mirror::Writer writer(m_place);
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        ContactSync book(world.client, m_clock);
        book.setWriter(&writer);
        book.setEnabled(true);
        book.begin(kept());
        QTRY_VERIFY(kept());
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        world.server.staysSilent();
        book.readAgain();
        QCOMPARE(book.contacts().size(), 0);
        QTRY_VERIFY(!kept());
        QTRY_COMPARE(world.server.requests().size(), 2);
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        book.readAgain();
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QTRY_VERIFY(kept());
    }

    void aWriterThatComesLaterGetsThem()
    {
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        ContactSync book(world.client, m_clock);
        book.setEnabled(true);
        book.begin({});
        QTRY_COMPARE(book.contacts().size(), 1);
        {
            mirror::Writer writer(m_place);
            book.setWriter(&writer);
            QTRY_VERIFY(kept());
            QVERIFY(kept()->index == book.contacts());
            QCOMPARE(kept()->readAt, m_clock.now());
        }
        // It has gone without a word: nothing is kept, and nothing is lost.
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        m_clock.advance(std::chrono::hours(1));
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QVERIFY(kept()->index.find(u"+14155550100"_s));
        {
            mirror::Writer writer(m_place);
            book.setWriter(&writer);
            QTRY_VERIFY(kept()->index.find(u"+14155550101"_s));
            book.setWriter(nullptr);
        }
        book.setEnabled(false);
        QVERIFY(kept());
        mirror::Writer writer(m_place);
        book.setWriter(&writer);
        QTRY_VERIFY(!kept());
    }

    void aFileThatLosesItsRowsGetsThemAgain_data()
    {
        QTest::addColumn<bool>("hasBegun");
        QTest::newRow("before they were read") << false;
        QTest::newRow("afterwards") << true;
    }

    void aFileThatLosesItsRowsGetsThemAgain()
    {
        QFETCH(bool, hasBegun);
        ScriptedWorld world;
        mirror::Writer writer(m_place);
        ContactSync book(world.client, m_clock);
        book.setWriter(&writer);
        book.setEnabled(true);
        if (hasBegun)
            book.begin(ana(m_clock.now()));
        Q_EMIT writer.rowsLost();
        if (!hasBegun)
            book.begin(ana(m_clock.now()));
        QTRY_VERIFY(kept());
        QVERIFY(kept()->index == book.contacts());
    }

    void whoeverListensMayDestroyIt_data()
    {
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("kept names") << true << false;
        QTest::newRow("kept names, as an answer") << true << true;
        QTest::newRow("names") << false << false;
        QTest::newRow("an answer") << false << true;
    }

    void whoeverListensMayDestroyIt()
    {
        QFETCH(bool, isKept);
        QFETCH(bool, isAnswer);
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        auto book = std::make_unique<ContactSync>(world.client, m_clock);
        connect(book.get(), isAnswer ? &ContactSync::answered : &ContactSync::contactsChanged, this,
                [&] { book.reset(); });
        book->setEnabled(true);
        book->begin(isKept ? std::optional(ana(m_clock.now())) : std::nullopt);
        QTRY_VERIFY(!book);
    }

    void namesAreKeptAsTheyAre()
    {
        // Readers of UTF-8 take the first character of some of these for a mark of the encoding,
        // and readers of C strings take another for their end.
        mirror::KeptContacts contacts;
        contacts.readAt = m_clock.now();
        contacts.index.add(u"+14155550100"_s, {u"\ufeffAna"_s, u"\ufeffÄrzte"_s});
        contacts.index.add(u"+14155550100"_s, {u"Zoe"_s, {}});
        contacts.index.add(u"+14155550100"_s, {u"Ben"_s, {}});
        contacts.index.add(u"28849'); DROP TABLE contacts; --"_s,
                           {QString(u"A\0B"_s), u"\u202e\U0001F600"_s});
        mirror::Writer(m_place).writeContacts(contacts);
        QVERIFY(kept());
        QVERIFY(kept()->index.names() == contacts.index.names());
        QCOMPARE(kept()->readAt, contacts.readAt);
    }
};

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
