// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/texts.h"
#include "support/warnings.h"
#include "words/numberplaces.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestNumberPlaces : public QObject
{
    Q_OBJECT

    words::NumberPlaces m_places;
    quo::Directory m_directory;
    quo::ContactIndex m_contacts;

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void numbersTellTheirPlaceAndItsTime_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const char16_t *number, const char16_t *text) {
            QTest::newRow(name) << QString::fromUtf16(number) << QString::fromUtf16(text);
        };
        // Read on Tuesday 2026-06-02 at 15:40 in New York.
        add("town abroad", u"+493012345678", u"Berlin, Germany, 9:40 PM there");
        add("own country", u"+14155552671", u"San Francisco, CA, 12:40 PM there");
        add("mobile", u"+33612345678", u"France, 9:40 PM there");
        // From anywhere in the country, though its prefix is filed under one town.
        add("mobile in a wide country", u"+61412345678",
            u"Australia, tomorrow 2:10 AM–tomorrow 6:10 AM there");
        add("half an hour", u"+919999012345", u"India, tomorrow 1:10 AM there");
        add("tomorrow already", u"+818012345678", u"Japan, tomorrow 4:40 AM there");
        add("several zones", u"+5511961234567", u"São Paulo, Brazil, 4:40 PM there");
        add("toll-free, no zone", u"+18002345678", u"United States");
        add("short code", u"28849", u"");
        add("no number", u"anonymous", u"");
        add("empty", u"", u"");
        add("not valid", u"+1415555", u"");
    }

    void numbersTellTheirPlaceAndItsTime()
    {
        QFETCH(QString, number);
        const inbox::Reader reader{QLocale(QLocale::English, QLocale::UnitedStates),
                                   QTimeZone("America/New_York"), u"US"_s};
        const inbox::CellContext context{reader, *quo::parseInstant(u"2026-06-02T19:40:00Z"_s),
                                         m_directory, m_contacts};
        const QString text = words::placeText(m_places.placeOf(number, reader), context);
        QTEST(support::plainSpaces(text), "text");
    }

    void placesSpeakTheReadersLanguage()
    {
        const inbox::Reader reader{QLocale(QLocale::German, QLocale::Germany),
                                   QTimeZone("Europe/Berlin"), u"DE"_s};
        const inbox::CellContext context{reader, *quo::parseInstant(u"2026-06-02T19:40:00Z"_s),
                                         m_directory, m_contacts};
        QCOMPARE(words::placeText(m_places.placeOf(u"+33612345678"_s, reader), context),
                 u"Frankreich, 21:40 there"_s);
    }

    void aNumberOfManyZonesSaysFromWhenToWhen()
    {
        const inbox::Reader reader{QLocale(QLocale::German, QLocale::Germany),
                                   QTimeZone("Europe/Berlin"), u"DE"_s};
        const inbox::CellContext context{reader, *quo::parseInstant(u"2026-06-02T12:00:00Z"_s),
                                         m_directory, m_contacts};
        QCOMPARE(words::placeText(
                     {u"X"_s, {QTimeZone("Europe/Lisbon"), QTimeZone("Europe/Athens")}}, context),
                 u"X, 13:00–15:00 there"_s);
        QCOMPARE(words::placeText(
                     {u"X"_s, {QTimeZone("America/New_York"), QTimeZone("Pacific/Guam")}}, context),
                 u"X"_s);
    }
};

QTEST_GUILESS_MAIN(TestNumberPlaces)
#include "tst_numberplaces.moc"
