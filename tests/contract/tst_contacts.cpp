// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/decodedirectory.h"
#include "support/demoworld.h"
#include "support/json.h"
#include "support/manualclock.h"
#include "support/specialfiles.h"
#include "support/warnings.h"
#include "workspace/contactbook.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ScriptedWorld;
using workspace::ContactBook;

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

QString nameOf(const ContactBook &book, const QString &number)
{
    return book.contacts().find(number).value_or(quo::ContactName()).name;
}

} // namespace

class TestContacts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_file;
    support::ManualClock m_clock{*quo::parseInstant(u"2026-01-01T00:00:00Z"_s)};

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u"/c.cbor"_s);
    }

    void theWholeAddressBookIsRead()
    {
        support::DemoWorld world(400);
        ContactBook book(*world.client, world.clock, {});
        QSignalSpy changed(&book, &ContactBook::contactsChanged);
        book.setEnabled(true);
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
        ContactBook book(world.client, m_clock, {});
        book.setEnabled(true);
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

    void theyGoBehindEverythingElse()
    {
        ScriptedWorld world([](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}, u"t"_s));
        ContactBook book(world.client, m_clock, {});
        std::unique_ptr<quo::Job> job;
        // Once the first page is there, both ask at the same time.
        connect(
            &book, &ContactBook::contactsChanged, this,
            [&] {
                world.server.says(R"({"data":[]})");
                world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
                job = world.client.list(quo::linesRequest(), {}, quo::Priority::Background,
                                        [](auto) {});
            },
            Qt::SingleShotConnection);
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QVERIFY(world.server.requests().at(1).line.startsWith("GET /v1/phone-numbers "));
    }

    void theyAreKeptOverARestartForTheirOwnerAlone()
    {
        ScriptedWorld world;
        {
            world.server.says(contacts({{u"+14155550100"_s, u"Ana \U0001F600"_s}}));
            ContactBook book(world.client, m_clock, m_file);
            book.setEnabled(true);
            QTRY_COMPARE(book.contacts().size(), 1);
        }
        const auto rights = QFileInfo(m_file).permissions();
        QCOMPARE(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                           QFile::ReadOther | QFile::WriteOther | QFile::ExeOther),
                 QFile::Permissions());
        QVERIFY(rights.testFlags(QFile::ReadOwner | QFile::WriteOwner));

        m_clock.advance(std::chrono::minutes(59));
        ContactBook book(world.client, m_clock, m_file);
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550100"_s), u"Ana \U0001F600"_s);
        QCOMPARE(world.server.requests().size(), 1); // fresh enough
        // After the hour they are read again, and removed contacts are gone.
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        m_clock.advance(std::chrono::minutes(2));
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
        QVERIFY(!book.contacts().find(u"+14155550100"_s));
    }

    void itSaysWhyNotAllNamesAreKnown()
    {
        ScriptedWorld world;
        ContactBook book(world.client, m_clock, {});
        const std::optional<quo::ContactsProblem> off = quo::ContactsOff();
        const std::optional<quo::ContactsProblem> awaited = quo::ContactsAwaited();
        QVERIFY(book.problem() == off);
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}, u"t"_s));
        world.server.staysSilent();
        book.setEnabled(true);
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
        workspace::ReadContacts old;
        old.readAt = m_clock.now() - std::chrono::hours(48);
        old.index.add(u"+14155550100"_s, {u"Ana"_s, {}});
        QVERIFY(workspace::writeContactCache(m_file, old));
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}, u"t"_s));
        world.server.says(403, support::errorBody(403, u"1"_s, u"no"_s));
        ContactBook book(world.client, m_clock, m_file);
        book.setEnabled(true);
        QTRY_COMPARE(world.server.requests().size(), 2);
        QTRY_COMPARE(m_clock.waiting(), size_t(1)); // for the next hour
        QCOMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        QVERIFY(!book.contacts().find(u"+14155550101"_s));
    }

    void afterAFailureThatMayPassTheyAreReadSoon()
    {
        ScriptedWorld world;
        ContactBook book(world.client, m_clock, {});
        QSignalSpy answered(&book, &ContactBook::answered);
        world.server.goAway();
        book.setEnabled(true);
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
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        ContactBook book(world.client, m_clock, m_file);
        book.setEnabled(true);
        QTRY_VERIFY(QFile::exists(m_file));
        book.setEnabled(false);
        QCOMPARE(book.contacts().size(), 0);
        QTRY_VERIFY(!QFile::exists(m_file));
        m_clock.advance(std::chrono::hours(5));
        QCOMPARE(m_clock.waiting(), size_t(0));
        QCOMPARE(world.server.requests().size(), 1);
        // Switched on again, it begins with nothing.
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
    }

    void clearingReadsThemAnew()
    {
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        world.server.says(contacts({{u"+14155550101"_s, u"Ben"_s}}));
        ContactBook book(world.client, m_clock, m_file);
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
        book.readAgain();
        QCOMPARE(book.contacts().size(), 0);
        QTRY_COMPARE(nameOf(book, u"+14155550101"_s), u"Ben"_s);
    }

#ifdef Q_OS_UNIX
    void whatIsNotAFileIsNotWaitedFor_data()
    {
        support::addSpecialFiles();
    }

    void whatIsNotAFileIsNotWaitedFor()
    {
        QFETCH(QString, what);
        QTemporaryDir dir;
        const QString file = dir.filePath(u"c.cbor"_s);
        support::makeSpecialFile(what, file);
        QVERIFY(!workspace::readContactCache(file));
        // And it replaces nothing but a file.
        QCOMPARE(workspace::writeContactCache(file, {}), what == u"1 GiB");
        QCOMPARE(QFileInfo(file).isSymLink(), what.startsWith(u"link"));
    }
#endif

    void namesAreKeptAsTheyAre()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"c.cbor"_s);
        // Readers of UTF-8 take the first character of these for a mark of the encoding.
        workspace::ReadContacts contacts;
        contacts.readAt = m_clock.now();
        contacts.index.add(u"+14155550100"_s, {u"\ufeffAna"_s, u"\ufeffÄrzte"_s});
        QVERIFY(workspace::writeContactCache(file, contacts));
        const auto read = workspace::readContactCache(file);
        QVERIFY(read);
        QVERIFY(read->index.names() == contacts.index.names());
    }

    void aBadFileIsAsIfThereWereNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("cut") << QByteArray("\xa3\x67version\x02");
        QTest::newRow("other version") << QByteArray("\xa1\x67version\x09");
        QTest::newRow("read before time began")
            << QByteArray("\xa3\x67version\x02\x66readAt\x3b\x7f\xff\xff\xff\xff\xff\xff\xff\x68"
                          "contacts\x80");
        QTest::newRow("read after its end")
            << QByteArray("\xa3\x67version\x02\x66readAt\x1b\x7f\xff\xff\xff\xff\xff\xff\xff\x68"
                          "contacts\x80");
        QTest::newRow("deep") << QByteArray(100'000, '\x81');
    }

    void aBadFileIsAsIfThereWereNone()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir dir;
        QFile file(dir.filePath(u"c.cbor"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(!workspace::readContactCache(file.fileName()));
        ScriptedWorld world;
        world.server.says(contacts({{u"+14155550100"_s, u"Ana"_s}}));
        ContactBook book(world.client, m_clock, file.fileName());
        book.setEnabled(true);
        QTRY_COMPARE(nameOf(book, u"+14155550100"_s), u"Ana"_s);
    }
};

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
