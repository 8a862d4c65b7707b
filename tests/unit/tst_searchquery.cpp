// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"
#include "inbox/searchconditions.h"
#include "inbox/searchmarks.h"
#include "inbox/searchparser.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inbox::SearchTerm;
using inbox::TextRange;

namespace {

const quo::Instant now =
    *quo::parseInstant(u"2026-06-02T02:00:00Z"_s); // the day before in New York
const QTimeZone newYork("America/New_York");

inbox::SearchQuery parse(const QString &text)
{
    return inbox::parseSearch(text, now, newYork, {u"US"_s});
}

// '-line:front desk', 'active:[2026-01-01T05:00:00Z,)'.
QString toText(const SearchTerm &term)
{
    QString text = term.isNegated ? u"-"_s : QString();
    if (term.column >= 0)
        text += inbox::columns()[size_t(term.column)].searchWord + u':';
    const auto instant = [](std::optional<quo::Instant> at) {
        return at ? quo::formatInstant(*at) : QString();
    };
    switch (term.kind) {
    case SearchTerm::Kind::Text:
        return text + term.text + (term.digits.isEmpty() ? QString() : u'#' + term.digits);
    case SearchTerm::Kind::None:
        return text + u"null"_s;
    case SearchTerm::Kind::Facet:
        return text + inbox::facetWord(term.facet);
    case SearchTerm::Kind::Time:
        return text + u'[' + instant(term.from) + u',' + instant(term.to) + u')';
    }
    return text;
}

} // namespace

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatIsTypedBecomesConditions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("terms");
        const auto add = [](const char *name, const QString &typed, const QStringList &terms) {
            QTest::newRow(name) << typed << terms;
        };
        add("nothing", u"  "_s, {});
        add("words", u" José  LOPES "_s, {u"jose"_s, u"lopes"_s});
        add("one number", u"(415) 555-26"_s, {u"(415) 555-26#41555526"_s});
        add("a number among words", u"ana +1 415 acme"_s, {u"ana"_s, u"+1 415#1415"_s, u"acme"_s});
        add("national zeros", u"06 12"_s, {u"06 12#612"_s});
        add("quotes", u"\"ana lopes\" x"_s, {u"ana lopes"_s, u"x"_s});
        add("escapes", u"name:\"a \\\"b\\\" \\\\ \\c\" x\\y"_s,
            {u"name:a \"b\" \\ \\c"_s, u"x\\y"_s});
        add("a quoted word", u"name:\"none\" -to:\"none\""_s, {u"name:none"_s, u"-to:none"_s});
        add("minus", u"-ana -line:sales x-y"_s, {u"-ana"_s, u"-line:sales"_s, u"x-y"_s});
        add("condition", u"LINE:Sales to:none is:Snoozed"_s,
            {u"line:sales"_s, u"to:null"_s, u"is:snoozed"_s});
        add("no field", u"http://x 12:30 foo:bar -foo:bar foo:"_s,
            {u"http://x"_s, u"12:30"_s, u"foo:bar"_s, u"-foo:bar"_s, u"foo:"_s});
        add("before", u"before:2026-01-31"_s, {u"active:[,2026-01-31T05:00:00Z)"_s});
        add("after", u"after:2026-01"_s, {u"active:[2026-01-01T05:00:00Z,)"_s});
        add("a day", u"created:2026-03-08"_s,
            {u"created:[2026-03-08T05:00:00Z,2026-03-09T04:00:00Z)"_s}); // clocks go forward
        add("later", u"updated:>2025"_s, {u"updated:[2026-01-01T05:00:00Z,)"_s});
        add("up to", u"updated:<=yesterday"_s, {u"updated:[,2026-06-01T04:00:00Z)"_s});
        add("a minute", u"active:2026-06-01T10:30"_s,
            {u"active:[2026-06-01T14:30:00Z,2026-06-01T14:31:00Z)"_s});
        add("an instant", u"active:<2026-06-01T10:30:05.250Z"_s,
            {u"active:[,2026-06-01T10:30:05.250Z)"_s});
    }

    void whatIsTypedBecomesConditions()
    {
        QFETCH(QString, typed);
        const inbox::SearchQuery query = parse(typed);
        QVERIFY(query.problems.isEmpty());
        QStringList terms;
        for (const SearchTerm &term : query.terms)
            terms.append(toText(term));
        QTEST(terms, "terms");
    }

    void whatIsNotFinishedIsToldAndLeftOut_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        for (const auto &[typed, word] : {std::pair{u"is:unassigne"_s, u"is:unassigne"_s},
                                          {u"is:"_s, u"is:"_s},
                                          {u"to:"_s, u"to:"_s},
                                          {u"line:"_s, u"line:"_s},
                                          {u"-line:"_s, u"-line:"_s},
                                          {u"before:"_s, u"before:"_s},
                                          {u"after:2026-0"_s, u"after:2026-0"_s},
                                          {u"created:>"_s, u"created:>"_s},
                                          {u"updated:yester"_s, u"updated:yester"_s},
                                          {u"to:\"\""_s, u"to:\"\""_s},
                                          {u"\"\""_s, u"\"\""_s},
                                          {u"\""_s, u"\""_s},
                                          {u"-"_s, u"-"_s},
                                          {u"-\""_s, u"-\""_s},
                                          {u"name:\" \""_s, u"name:\" \""_s}}) {
            QTest::addRow("%s", qPrintable(typed)) << typed << word;
            QTest::addRow("ana %s", qPrintable(typed)) << u"ana "_s + typed << word;
        }
        QTest::newRow("a minus between words") << u"ana - lopes"_s << u"-"_s;
    }

    void whatIsNotFinishedIsToldAndLeftOut()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        const inbox::SearchQuery query = parse(typed);
        QCOMPARE(query.problems.size(), 1);
        QCOMPARE(query.problems[0].kind, inbox::SearchProblem::Kind::Unfinished);
        QCOMPARE(query.problems[0].word, word);
        QCOMPARE(query.problems[0].place, (TextRange{typed.indexOf(word), word.size()}));
        for (const SearchTerm &term : query.terms)
            QCOMPARE(term.kind, SearchTerm::Kind::Text); // the words beside it
    }

    void whatIsLeftOutIsNotShownAsACondition()
    {
        for (const auto &[typed, shown] :
             {std::pair{u" ana  is:unassi to: is:muted"_s, u"ana is:muted"_s},
              {u"is:asleep"_s, u""_s},
              {u"ana line:\"Front de"_s, u"ana line:\"Front de"_s}})
            QCOMPARE(inbox::understood(typed, parse(typed).problems), shown);
    }

    void anOpenQuoteIsAConditionThatIsNotFinished()
    {
        for (const QString &typed : {u"line:\"Front de"_s, u"line:\"Front de\\\""_s}) {
            const inbox::SearchQuery query = parse(typed);
            QCOMPARE(query.terms.size(), 1);
            QVERIFY(query.terms[0].text.startsWith(u"front de"));
            QCOMPARE(query.problems.size(), 1);
            QCOMPARE(query.problems[0].kind, inbox::SearchProblem::Kind::Unfinished);
        }
    }

    void whatIsWrongIsToldAndLeftOut()
    {
        const inbox::SearchQuery query =
            parse(u"ana is:asleep before:soon created:2026-02-30 is:none before:none"_s);
        QCOMPARE(query.terms.size(), 1);
        QCOMPARE(query.problems.size(), 5);
        QCOMPARE(query.problems[0].word, u"asleep"_s);
        QCOMPARE(query.problems[1].kind, inbox::SearchProblem::Kind::BadTime);
    }

    void aLongerWordNarrows_data()
    {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");
        QTest::addColumn<bool>("narrows");
        const auto add = [](const QString &earlier, const QString &later, bool narrows) {
            QTest::addRow("%s → %s", qPrintable(earlier), qPrintable(later))
                << earlier << later << narrows;
        };
        add(u"lop"_s, u"lope"_s, true);
        add(u"lop"_s, u"lop ana"_s, true);
        add(u"lop"_s, u"ana lope -x"_s, true);
        add(u"lope"_s, u"lop"_s, false);
        add(u"-lop"_s, u"-lope"_s, false);
        add(u"-lop x"_s, u"-lop xy"_s, true);
        add(u"415"_s, u"(415) 5"_s, true);
        add(u"415"_s, u"4155"_s, true);
        add(u"(415) 555-267"_s, u"(415) 555-2671"_s, true);
        add(u"020 7946 001"_s, u"020 7946 0018"_s, true);
        add(u"8 (912) 345-67-8"_s, u"8 (912) 345-67-89"_s, false); // now it may be Russian
        add(u"8 (912) 345-67-89"_s, u"8 (912) 345-67-89 ana"_s, true);
        add(u"0"_s, u"06"_s, false);
        add(u"c"_s, u"cn"_s, false); // now ids count as well
        add(u"cn"_s, u"cn0"_s, true);
        add(u"line:a"_s, u"line:ab"_s, true);
        add(u"line:a"_s, u"to:ab"_s, false);
        add(u"before:2026"_s, u"before:2025"_s, false);
        add(QString(), u"x"_s, true);
    }

    void aLongerWordNarrows()
    {
        QFETCH(QString, earlier);
        QFETCH(QString, later);
        QTEST(inbox::narrows(parse(later), parse(earlier)), "narrows");
    }

    void whatIsFoundIsMarkedWhereItStands()
    {
        const auto found = [](const QString &text, const QString &search) {
            return inbox::foundIn(text, inbox::columnIndex(u"name"), parse(search).terms);
        };
        QCOMPARE(found(u"Ana José Lopes"_s, u"jose LO"_s), (QList<TextRange>{{4, 4}, {9, 2}}));
        QCOMPARE(found(u"Jose\u0301!"_s, u"jose"_s), (QList<TextRange>{{0, 5}})); // with the accent
        QCOMPARE(found(u"\U0001F600 ﬁx ﬁx"_s, u"fi"_s), (QList<TextRange>{{3, 1}, {6, 1}}));
        QCOMPARE(found(u"(415) 555-2671"_s, u"5552"_s), (QList<TextRange>{{6, 5}}));
        QCOMPARE(found(u"+44 20 7946 0018"_s, u"020 7946 0018"_s), (QList<TextRange>{{4, 12}}));
        QCOMPARE(found(u"+7 912 345-67-89"_s, u"8 (912) 345-67-89"_s), (QList<TextRange>{{1, 15}}));
        QCOMPARE(found(u"Straße ﬀ"_s, u"strass e f"_s), (QList<TextRange>{{0, 5}, {5, 1}, {7, 1}}));
        QCOMPARE(found(u"Łukasz"_s, u"luk"_s), (QList<TextRange>{{0, 3}}));
        QCOMPARE(found(u"a\u200db…"_s, u"ab."_s), (QList<TextRange>{{0, 4}}));
        QCOMPARE(found(u"Ana"_s, u"line:ana -ana"_s), QList<TextRange>());
        QCOMPARE(found(u"Ana"_s, u"name:an"_s), (QList<TextRange>{{0, 2}}));
    }

    void conditionsAreAddedOnceAndTakenOut()
    {
        const int line = inbox::columnIndex(u"phoneNumberId");
        const QString desk = inbox::searchCondition(line, u"Front \"desk\""_s, true);
        QCOMPARE(desk, u"-line:\"Front \\\"desk\\\"\""_s);
        QString search = inbox::withCondition(u"ana "_s, desk);
        QCOMPARE(search, u"ana -line:\"Front \\\"desk\\\"\""_s);
        QCOMPARE(inbox::withCondition(search, desk), search);
        QVERIFY(inbox::hasCondition(search, desk));
        QCOMPARE(inbox::withoutCondition(search + u" is:muted"_s, desk), u"ana is:muted"_s);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
