// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/contactnumbers.h"
#include "inbox/conversationstore.h"
#include "inbox/phonenumber.h"
#include "inbox/rowfilter.h"
#include "inbox/searchmarks.h"
#include "inbox/searchparser.h"
#include "support/warnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::NumberProblem;

namespace {

const inbox::Reader american{QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(),
                             u"US"_s};

} // namespace

// From text to numbers and back.
class TestPhoneNumber : public QObject
{
    Q_OBJECT

    quo::Directory m_directory;
    quo::ContactIndex m_contacts;

    // Whether a search finds the conversation with this number, anywhere and in its column, and no
    // other.
    bool isFound(const QString &typed, const QString &number,
                 const inbox::Reader &reader = american)
    {
        quo::Conversation row;
        row.id = u"CN1"_s;
        row.phoneNumberId = u"PN1"_s;
        row.participants = {number};
        quo::Conversation other = row;
        other.id = u"CN2"_s;
        other.participants = {u"+14155550199"_s, u"+442079460099"_s, u"28849"_s};
        inbox::ConversationStore store;
        store.merge({row, other});
        const inbox::CellContext context{reader, {}, m_directory, m_contacts};
        const auto texts = std::make_shared<inbox::ContactTexts>(m_contacts);
        const QStringList regions = inbox::regionsOf(reader, m_directory);
        QString quoted = typed;
        quoted.remove(u'"');
        for (const QString &search : {typed, u"with:\""_s + quoted + u'"'}) {
            const inbox::SearchQuery query =
                inbox::parseSearch(search, {{}, QTimeZone::utc(), regions});
            const inbox::RowMatcher matcher({0, query}, store.rows(), context, texts);
            if (!query.problems.isEmpty() || query.terms.size() != 1 ||
                !matcher.matches(store.rows(), 0, {}) || matcher.matches(store.rows(), 1, {}))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_directory = {};
        m_contacts = {};
    }

    void aNumberIsFoundInEveryNotation_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("notations");
        QTest::newRow("US")
            << u"+14155552671"_s
            << QStringList{
                   u"(415) 555-2671"_s, u"415 555 2671"_s, u"415.555.2671"_s, u"1 415 555 2671"_s,
                   u"1-415-555-2671"_s, u"+1 (415) 555-2671"_s, u"+1.415.555.2671"_s,
                   // bidi marks, joiners and blanks that nobody sees
                   u"\u202a+1 415-555-2671\u202c"_s, u"\u200e+14155552671"_s, u"415\u200b5552671"_s,
                   u"+1\u2060415\u20605552671"_s, u"+1\ufe0d-415-555-2671"_s,
                   u"\u2066+1 415 555 2671\u2069"_s, u"\ufeff4155552671"_s,
                   u"415\u00ad555\u00ad2671"_s, u"+1\u00a0415\u00a0555\u00a02671"_s,
                   u"415\u202f555\u202f2671"_s, u"415\u2009555\u20092671"_s,
                   u"415\u3000555\u30002671"_s,
                   // other dashes, dots and slashes
                   u"415\u2011555\u20112671"_s, u"+1 (415) 555\u20132671"_s,
                   u"415\u2012555\u20122671"_s, u"415—555—2671"_s, u"415−555−2671"_s,
                   u"415－555－2671"_s, u"415ー555ー2671"_s, u"415·555·2671"_s, u"415•555•2671"_s,
                   u"415・555・2671"_s, u"415 / 555 - 2671"_s, u"415 - 555 - 2671"_s,
                   u"415∕555⁄2671"_s, u"[415] 555-2671"_s,
                   // other digits
                   u"٤١٥٥٥٥٢٦٧١"_s, u"۴۱۵۵۵۵۲۶۷۱"_s, u"４１５５５５２６７１"_s,
                   u"＋１（４１５）５５５－２６７１"_s, u"४१५५५५२६७१"_s,
                   // links, labels, signatures, chats, vCards
                   u"tel:+1-415-555-2671"_s, u"TEL:4155552671"_s, u"tel://+14155552671"_s,
                   u"sms:+14155552671"_s, u"callto:+14155552671"_s, u"tel:+14155552671;ext=5"_s,
                   u"Tel.: +1 415 555 2671"_s, u"Tel. 415 555 2671"_s, u"Mobile: (415) 555-2671"_s,
                   u"M: 415-555-2671"_s, u"M +1 415 555 2671"_s, u"Телефон: +1 415 555 2671"_s,
                   u"https://wa.me/14155552671"_s,
                   u"https://api.whatsapp.com/send?phone=14155552671"_s, u"14155552671@c.us"_s,
                   u"14155552671@s.whatsapp.net"_s, u"sip:+14155552671@example.com"_s,
                   u"TEL;TYPE=CELL:+1-415-555-2671"_s,
                   u"TEL;TYPE=work,voice;VALUE=uri:tel:+1-415-555-2671"_s,
                   u"item1.TEL;type=pref:+1 415 555 2671"_s, u"tel:415-555-2671;phone-context=+1"_s,
                   u"whatsapp:+14155552671"_s, u"📞 +1 415 555 2671"_s, u"☎ 415-555-2671"_s,
                   u"*415-555-2671*"_s, u"| 415-555-2671 |"_s, u"+1 415 555 2671 (mobile)"_s,
                   u"• 415-555-2671"_s, u"=\"+14155552671\""_s, u"4.155552671E9"_s,
                   u"415-555-2671 (ext 5)"_s, u"415-555-2671 x 5"_s, u"415-555-2671,,5#"_s,
                   u"<+14155552671>"_s, u"(415) 555-2671."_s, u"4155552671,"_s, u"4155552671;"_s,
                   // spreadsheets
                   u"'+14155552671"_s, u"1.4155552671E+10"_s, u"14155552671.0"_s,
                   u"4,155,552,671"_s,
                   // extensions
                   u"415-555-2671 ext. 5"_s, u"415-555-2671 x5"_s, u"415-555-2671x5"_s,
                   u"(415) 555-2671, ext 5"_s, u"415-555-2671 extension 5"_s, u"415-555-2671 #5"_s,
                   u"4155552671,5"_s, u"4155552671;ext=5"_s, u"415-555-2671 доб. 5"_s,
                   // dialled from elsewhere
                   u"011 1 415 555 2671"_s, u"001 415 555 2671"_s, u"00 1 (415) 555-2671"_s};
        QTest::newRow("GB") << u"+442079460018"_s
                            << QStringList{u"020 7946 0018"_s,        u"(020) 7946 0018"_s,
                                           u"0207 946 0018"_s,        u"+44 (0)20 7946 0018"_s,
                                           u"0044 (0)20 7946 0018"_s, u"+44(0)2079460018"_s,
                                           u"+44 0 20 7946 0018"_s,   u"(+44) 20 7946 0018"_s,
                                           u"+ 44 20 7946 0018"_s,    u"011 44 20 7946 0018"_s,
                                           u"44 20 7946 0018"_s,      u"T: +44 (0) 20 7946 0018"_s,
                                           u"020 7946 0018 ext 12"_s, u"+44 [0] 20 7946 0018"_s};
        QTest::newRow("DE") << u"+4930123456"_s
                            << QStringList{u"030 123456"_s,
                                           u"030/123456"_s,
                                           u"030 / 12 34 56"_s,
                                           u"+49 (0)30 123456"_s,
                                           u"+49 (0) 30 / 12 34 56"_s,
                                           u"0049 30 123456"_s,
                                           u"(030) 12 34 56"_s,
                                           u"Tel.: 030 / 123456"_s,
                                           u"030-123456"_s};
        QTest::newRow("FR") << u"+33612345678"_s
                            << QStringList{u"06 12 34 56 78"_s,    u"06.12.34.56.78"_s,
                                           u"06-12-34-56-78"_s,    u"+33 (0)6 12 34 56 78"_s,
                                           u"+33 6 12 34 56 78"_s, u"0033 6 12 34 56 78"_s};
        QTest::newRow("IT, a zero that stays")
            << u"+390612345678"_s
            << QStringList{u"06 1234 5678"_s, u"+39 06 1234 5678"_s, u"06/12345678"_s,
                           u"0039 06 12345678"_s, u"+39 (0)6 1234 5678"_s};
        QTest::newRow("AU") << u"+61293744000"_s
                            << QStringList{u"(02) 9374 4000"_s, u"02 9374 4000"_s,
                                           u"+61 (0)2 9374 4000"_s, u"0011 61 2 9374 4000"_s};
        QTest::newRow("IN") << u"+919123456789"_s
                            << QStringList{u"091234 56789"_s, u"+91 91234 56789"_s,
                                           u"+91-9123456789"_s, u"0091 9123456789"_s,
                                           u"91234-56789"_s};
        QTest::newRow("RU") << u"+79123456789"_s
                            << QStringList{u"8 (912) 345-67-89"_s, u"89123456789"_s,
                                           u"+7 912 345-67-89"_s,  u"7 (912) 345 67 89"_s,
                                           u"8-912-345-67-89"_s,   u"тел.: 8 912 345 67 89"_s};
        QTest::newRow("AR") << u"+5491123456789"_s
                            << QStringList{u"011 15-2345-6789"_s, u"+54 11 2345-6789"_s,
                                           u"+54 9 11 2345-6789"_s, u"11 2345-6789"_s};
        QTest::newRow("MX") << u"+525512345678"_s
                            << QStringList{
                                   u"+52 1 55 1234 5678"_s, u"5215512345678@s.whatsapp.net"_s,
                                   u"55 1234 5678"_s,       u"044 55 1234 5678"_s,
                                   u"045 55 1234 5678"_s,   u"01 55 1234 5678"_s};
        QTest::newRow("BR") << u"+5511912345678"_s
                            << QStringList{u"(11) 91234-5678"_s, u"011 91234-5678"_s,
                                           u"0 21 11 91234-5678"_s, u"+55 (11) 91234-5678"_s};
        QTest::newRow("BR before the ninth digit")
            << u"+5531981234567"_s << QStringList{u"+55 31 8123-4567"_s};
        QTest::newRow("BR on WhatsApp")
            << u"+553181234567"_s << QStringList{u"+55 31 98123-4567"_s};
        QTest::newRow("HU") << u"+36301234567"_s << QStringList{u"06 30 123 4567"_s};
        QTest::newRow("JP") << u"+81312345678"_s
                            << QStringList{u"03-1234-5678"_s, u"０３ー１２３４ー５６７８"_s,
                                           u"+81 (0)3-1234-5678"_s};
        QTest::newRow("letters") << u"+18003569377"_s
                                 << QStringList{u"1-800-FLOWERS"_s,  u"1 800 FLOWERS"_s,
                                                u"+1-800-FLOWERS"_s, u"(800) FLOWERS"_s,
                                                u"800-flowers"_s,    u"1.800.FLOWERS"_s};
        QTest::newRow("a young area code")
            << u"+17385550123"_s
            << QStringList{u"(738) 555-0123"_s, u"738-555-0123 x2"_s, u"+1 738 555 0123"_s,
                           u"1 738 555 0123"_s};
        QTest::newRow("a short code") << u"24273"_s << QStringList{u"24273"_s, u"242-73"_s};
        QTest::newRow("a part") << u"+14155552671"_s << QStringList{u"555-26"_s, u"(415) 555 2"_s};
    }

    void aNumberIsFoundInEveryNotation()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, notations);
        QStringList missed;
        for (const QString &notation : notations)
            for (const char *region : {"US", "DE", "ZZ"}) {
                const inbox::Reader reader{QLocale::c(), QTimeZone::utc(),
                                           QString::fromLatin1(region)};
                if (!isFound(notation, number, reader))
                    missed.append(notation + u" in "_s + reader.region);
            }
        QCOMPARE(missed, QStringList());
    }

    void wordsWithDigitsStayWords()
    {
        for (const QString &text :
             {u"x5"_s, u"CN123"_s, u"ac12"_s, u"#5"_s, u"5pm"_s, u"A4"_s, u"3M"_s, u"ext"_s,
              u"101 dalmatians"_s, u"800 flowers"_s, u"7eleven"_s, u"http://x"_s, u"12:30"_s,
              u"v1.2.3b"_s, u"2026-01-31T10:00"_s, u"4ever young"_s, u"1st street 12"_s})
            QVERIFY2(!inbox::readNumber(text, {u"US"_s}), qPrintable(text));
        const auto terms = [](const QString &search) {
            QStringList texts;
            for (const inbox::SearchTerm &term :
                 inbox::parseSearch(search, {{}, QTimeZone::utc(), {u"US"_s}}).terms)
                texts.append(term.anyOf.first().text);
            return texts;
        };
        QCOMPARE(terms(u"Studio 54 x5"_s), (QStringList{u"studio"_s, u"54"_s, u"x5"_s}));
        QCOMPARE(terms(u"📞 54 * 12"_s), (QStringList{u"📞"_s, u"54"_s, u"*"_s, u"12"_s}));
        QCOMPARE(terms(u"800 flowers"_s), (QStringList{u"800"_s, u"flowers"_s}));
        QCOMPARE(terms(u"ana 415 555 2671 x5 lopes"_s),
                 (QStringList{u"ana"_s, u"415 555 2671 x5"_s, u"lopes"_s}));
        QCOMPARE(terms(u"4155552671, 4155552672"_s),
                 (QStringList{u"4155552671,"_s, u"4155552672"_s}));
        QCOMPARE(terms(u"foo:bar tel:acme"_s), (QStringList{u"foo:bar"_s, u"tel:acme"_s}));
    }

    void aNumberOfAnotherCountryWithTheSameDigitsIsAnother()
    {
        QVERIFY(!isFound(u"+1 415 555 2671"_s, u"+524155552671"_s));
        QVERIFY(!isFound(u"1 415 555 2671"_s, u"+524155552671"_s));
        QVERIFY(!isFound(u"+44 20 7946 0018"_s, u"+812079460018"_s));
        QVERIFY(!isFound(u"415-555-2671 x5"_s, u"+14155552675"_s));
    }

    void regionsOfLinesComeAfterTheReaders()
    {
        m_directory.setLines({{u"PN1"_s, u"+442079460001"_s, {}, {}},
                              {u"PN2"_s, u"+442079460002"_s, {}, {}},
                              {u"PN3"_s, u"+14165550100"_s, {}, {}},
                              {u"PN4"_s, u"+17385550100"_s, {}, {}},
                              {u"PN5"_s, u"28849"_s, {}, {}}});
        QCOMPARE(inbox::regionsOf(american, m_directory), (QStringList{u"US"_s, u"GB"_s, u"CA"_s}));
        // 11 digits are no number of the US, and one of the line's country.
        QCOMPARE(*inbox::parseNumber(u"020 7946 0018"_s, inbox::regionsOf(american, m_directory)),
                 u"+442079460018"_s);
    }

    void whatIsTypedInAFilterIsReadAlike()
    {
        for (const QString &typed :
             {u"\u202a+1 415-555-2671\u202c"_s, u"٤١٥٥٥٥٢٦٧١"_s, u"tel:+1-415-555-2671"_s,
              u"415-555-2671 ext. 5"_s, u"00 1 415 555 2671"_s, u"415\u2011555\u20112671"_s})
            QCOMPARE(inbox::parseNumber(typed, {u"US"_s}).value_or(typed), u"+14155552671"_s);
        QCOMPARE(*inbox::parseNumber(u"+44 (0)20 7946 0018"_s, {}), u"+442079460018"_s);
        QCOMPARE(*inbox::parseNumber(u"1-800-FLOWERS"_s, {u"US"_s}), u"+18003569377"_s);
        QCOMPARE(*inbox::parseNumber(u"(738) 555-0123"_s, {u"US"_s}), u"+17385550123"_s);
    }

    void anyDigitsCanBeRead()
    {
        // Every beginning of what people dial, from the first digit on.
        for (const QString &dialled : {u"0011 44 20 7946 0018"_s, u"011442079460018"_s,
                                       u"0000000000"_s, u"+++"_s, u"8 800 000"_s})
            for (qsizetype length = 0; length <= dialled.size(); ++length) {
                const QString typed = dialled.first(length);
                const quo::Expected<QString, inbox::NumberProblem> number =
                    inbox::parseNumber(typed, {u"US"_s});
                QVERIFY2(!number || number->startsWith(u'+'), qPrintable(typed));
                const std::optional<inbox::SoughtNumber> sought =
                    inbox::readNumber(typed, {u"US"_s});
                QCOMPARE(sought.has_value(),
                         std::ranges::any_of(typed, [](QChar c) { return c.isDigit(); }));
            }
    }

    void aPossibleNumberIsFormattedHoweverOldTheTablesAre()
    {
        QCOMPARE(inbox::formatNumber(u"+17385550123"_s, u"US"_s), u"(738) 555-0123"_s);
        QCOMPARE(inbox::formatNumber(u"+13245550123"_s, u"US"_s), u"(324) 555-0123"_s);
        QCOMPARE(inbox::formatNumber(u"+17385550123"_s, u"DE"_s), u"+1 738-555-0123"_s);
        for (const QString &text :
             {u"28849"_s, u"anonymous"_s, u"+1415"_s, u"+1415555267100"_s, u"+4402079460018"_s,
              u"+1800FLOWERS"_s, u"+999123456789"_s, QString(), u"+14155552671 x5"_s})
            QCOMPARE(inbox::formatNumber(text, u"US"_s), text); // and no other number
    }

    void contactsAreFoundHoweverTheirNumbersAreWritten()
    {
        quo::ContactIndex book;
        book.add(quo::Contact{u"Ana"_s, {}, u"Acme"_s, {u"(415) 555-0100"_s}});
        book.add(quo::Contact{u"Ben"_s, {}, {}, {u"+1 (415) 555-0100"_s}});
        book.add(quo::Contact{u"Ben"_s, {}, {}, {u"+1.415.555.0100"_s}});
        book.add(quo::Contact{u"Cleo"_s, {}, {}, {u"020 7946 0018"_s, u"28849"_s}});
        book.add(quo::Contact{u"Dana"_s, {}, {}, {u"+44 (0)20 7946 0019"_s}});
        m_contacts = inbox::withReadNumbers(book, {u"US"_s, u"GB"_s});
        const auto names = [this](const QString &number) {
            QStringList found;
            for (const quo::ContactName &contact : m_contacts.findAll(number))
                found.append(contact.name);
            return found;
        };
        QCOMPARE(names(u"+14155550100"_s), (QStringList{u"Ana"_s, u"Ben"_s}));
        QCOMPARE(names(u"+442079460018"_s), QStringList{u"Cleo"_s});
        QCOMPARE(names(u"28849"_s), QStringList{u"Cleo"_s});
        QCOMPARE(names(u"+442079460019"_s), QStringList{u"Dana"_s});
        QVERIFY(isFound(u"ana"_s, u"+14155550100"_s)); // each of those who share it
        QVERIFY(isFound(u"ben"_s, u"+14155550100"_s));
        QVERIFY(isFound(u"acme"_s, u"+14155550100"_s));
    }

    void contactsAreReadAgainWhereTheLinesTellMore()
    {
        inbox::ContactNumbers numbers;
        QSignalSpy read(&numbers, &inbox::ContactNumbers::read);
        quo::ContactIndex book;
        book.add(quo::Contact{u"Cleo"_s, {}, {}, {u"020 7946 0018"_s}});
        numbers.setRegions({u"US"_s});
        numbers.setContacts(book);
        numbers.setRegions({u"US"_s, u"GB"_s});
        const auto last = [&read] { return read.last().first().value<quo::ContactIndex>(); };
        QTRY_VERIFY(!read.isEmpty() && last().find(u"+442079460018"_s));
        numbers.setContacts({});
        QTRY_COMPARE(last().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
