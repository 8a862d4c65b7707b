// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"
#include "inbox/searchconditions.h"
#include "inbox/searchmarks.h"
#include "inbox/searchparser.h"
#include "support/warnings.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::SearchTerm;
using inbox::SoughtValue;
using inbox::TextRange;

namespace {

const quo::Instant now =
    *quo::parseInstant(u"2026-06-02T02:00:00Z"_s); // the day before in New York
const QTimeZone newYork("America/New_York");

const inbox::SearchContext context{now, newYork, {u"US"_s}, u"USme"_s};

inbox::SearchQuery parse(const QString &text)
{
    return inbox::parseSearch(text, context);
}

QString toText(const SoughtValue &value)
{
    const auto instant = [](std::optional<quo::Instant> at) {
        return at ? quo::formatInstant(*at) : QString();
    };
    switch (value.kind) {
    case SoughtValue::Kind::Text:
        return value.text + (value.digits.isEmpty() ? QString() : u'#' + value.digits);
    case SoughtValue::Kind::None:
        return u"null"_s;
    case SoughtValue::Kind::Facet:
        return inbox::facetWord(value.facet);
    case SoughtValue::Kind::Time:
        return u'[' + instant(value.from) + u',' + instant(value.to) + u')';
    case SoughtValue::Kind::Assignee:
        return u'=' + value.text;
    }
    return {};
}

// '-line:front desk', 'active:[2026-01-01T05:00:00Z,)', 'is:unassigned|muted'.
QString toText(const SearchTerm &term)
{
    QStringList values;
    for (const SoughtValue &value : term.anyOf)
        values.append(toText(value));
    QString text = term.isNegated ? u"-"_s : QString();
    if (term.column >= 0)
        text += inbox::columns()[size_t(term.column)].searchWord + u':';
    return text + values.join(u'|');
}

QStringList toTexts(const QString &search)
{
    QStringList texts;
    for (const SearchTerm &term : parse(search).terms)
        texts.append(toText(term));
    return texts;
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
        add("several values", u"is:unassigned,Snoozed -line:\"Front desk\",sales name:a,b,c"_s,
            {u"is:unassigned|snoozed"_s, u"-line:front desk|sales"_s, u"name:a|b|c"_s});
        add("a comma that is not between values", u"lopes,ana name:\"lopes, ana\" \"a\",b"_s,
            {u"lopes,ana"_s, u"name:lopes, ana"_s, u"a"_s, u",b"_s});
        add("nobody or somebody", u"to:none,\"Dana Kim\",\"none\""_s, {u"to:null|dana kim|none"_s});
        add("the user", u"to:me,dana assigned:me is:mine,muted to:\"me\""_s,
            {u"to:=USme|dana"_s, u"to:=USme"_s, u"is:=USme|muted"_s, u"to:me"_s});
        add("a state without its dash", u"is:snoozeended,snooze-ended"_s,
            {u"is:snooze-ended|snooze-ended"_s});
        add("days ago", u"before:3d older:3d after:1w newer:7d"_s,
            {u"active:[,2026-05-30T02:00:00Z)"_s, u"active:[,2026-05-30T02:00:00Z)"_s,
             u"active:[2026-05-26T02:00:00Z,)"_s, u"active:[2026-05-26T02:00:00Z,)"_s});
        add("within", u"created:90min updated:last24h muted:Last1Y"_s,
            {u"created:[2026-06-02T00:30:00Z,2026-06-02T02:00:00Z)"_s,
             u"updated:[2026-06-01T02:00:00Z,2026-06-02T02:00:00Z)"_s,
             u"muted:[2025-06-02T02:00:00Z,2026-06-02T02:00:00Z)"_s});
        add("ahead", u"snoozed:next24h snoozed:<next1mo snoozed:today,tomorrow"_s,
            {u"snoozed:[2026-06-02T02:00:00Z,2026-06-03T02:00:00Z)"_s,
             u"snoozed:[,2026-07-02T02:00:00Z)"_s,
             u"snoozed:[2026-06-01T04:00:00Z,2026-06-02T04:00:00Z)|"
             u"[2026-06-02T04:00:00Z,2026-06-03T04:00:00Z)"_s});
        add("more or less than days ago", u"created:<3d created:>=3d"_s,
            {u"created:[,2026-05-30T02:00:00Z)"_s, u"created:[2026-05-30T02:00:00Z,)"_s});
    }

    void whatIsTypedBecomesConditions()
    {
        QFETCH(QString, typed);
        const inbox::SearchQuery query = parse(typed);
        QVERIFY(query.problems.isEmpty());
        QTEST(toTexts(typed), "terms");
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
                                          {u"updated:<tomor"_s, u"updated:<tomor"_s},
                                          {u"before:3"_s, u"before:3"_s},
                                          {u"before:30m"_s, u"before:30m"_s},
                                          {u"snoozed:next24"_s, u"snoozed:next24"_s},
                                          {u"is:mi"_s, u"is:mi"_s},
                                          {u"is:unas,muted"_s, u"is:unas,muted"_s},
                                          {u"is:,muted"_s, u"is:,muted"_s},
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
            QVERIFY(term.isText()); // the words beside it
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
            QVERIFY(query.terms[0].anyOf[0].text.startsWith(u"front de"));
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

    void theLastOfSeveralValuesMayBeUnfinished()
    {
        for (const QString &typed : {u"is:muted,"_s, u"is:muted,unas"_s}) {
            const inbox::SearchQuery query = parse(typed);
            QCOMPARE(toTexts(typed), QStringList{u"is:muted"_s});
            QCOMPARE(query.problems.size(), 1);
            QCOMPARE(query.problems[0].kind, inbox::SearchProblem::Kind::Unfinished);
            QVERIFY(!query.problems[0].isLeftOut);
        }
        const inbox::SearchQuery query = parse(u"is:muted,asleep"_s);
        QVERIFY(query.terms.isEmpty());
        QCOMPARE(query.problems.size(), 1);
        QCOMPARE(query.problems[0].kind, inbox::SearchProblem::Kind::UnknownState);
        QCOMPARE(query.problems[0].word, u"asleep"_s);
        QVERIFY(query.problems[0].isLeftOut);
    }

    void aUserWhoIsNotKnownIsAProblem()
    {
        inbox::SearchContext nobody = context;
        nobody.me.clear();
        for (const QString &typed : {u"to:me"_s, u"is:mine"_s, u"is:mine,muted"_s}) {
            const inbox::SearchQuery query = inbox::parseSearch(typed, nobody);
            QCOMPARE(query.terms.size(), 1); // that finds nothing
            QCOMPARE(query.problems.size(), 1);
            QCOMPARE(query.problems[0].kind, inbox::SearchProblem::Kind::UnknownMe);
            QVERIFY(!query.problems[0].isLeftOut);
            QVERIFY(inbox::splitSearch(typed, nobody).conditions.isEmpty());
        }
    }

    void timesAreCountedInWholeMinutes()
    {
        inbox::SearchContext later = context;
        later.now += std::chrono::seconds(59);
        QVERIFY(inbox::parseSearch(u"before:3d"_s, later).terms == parse(u"before:3d"_s).terms);
        later.now += std::chrono::seconds(1);
        QVERIFY(inbox::parseSearch(u"before:3d"_s, later).terms != parse(u"before:3d"_s).terms);
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
        add(u"is:unassigned,muted"_s, u"is:muted"_s, true);
        add(u"is:muted"_s, u"is:unassigned,muted"_s, false);
        add(u"is:muted,unassigned"_s, u"is:unassigned,muted"_s, true);
        add(u"-is:muted"_s, u"-is:unassigned,muted"_s, true);
        add(u"-is:unassigned,muted"_s, u"-is:muted"_s, false);
        add(u"-lope"_s, u"-lop"_s, true);
        add(u"line:a,b"_s, u"line:ab"_s, true);
        add(u"line:a"_s, u"line:ab,b"_s, false);
        add(u"to:none,dana"_s, u"to:none"_s, true);
        add(u"is:mine"_s, u"to:me"_s, false);
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

    void conditionsAreAddedOnce()
    {
        const int line = inbox::columnIndex(u"phoneNumberId");
        const QString desk = inbox::searchCondition(line, u"Front \"desk\""_s, true);
        QCOMPARE(desk, u"-line:\"Front \\\"desk\\\"\""_s);
        const QString search = inbox::withCondition(u"ana "_s, desk);
        QCOMPARE(search, u"ana -line:\"Front \\\"desk\\\"\""_s);
        QCOMPARE(inbox::withCondition(search, desk), search);
        QVERIFY(inbox::hasCondition(search, desk));
    }

    void aSearchIsDividedIntoConditionsAndText_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("conditions");
        QTest::addColumn<QString>("text");
        const auto add = [](const QString &search, const QStringList &conditions,
                            const QString &text) {
            QTest::addRow("%s", qPrintable(search)) << search << conditions << text;
        };
        add(u""_s, {}, u""_s);
        add(u" ana  lopes "_s, {}, u" ana  lopes "_s);
        add(u"is:muted"_s, {u"is:muted"_s}, u""_s);
        add(u"is:muted  ana "_s, {u"is:muted"_s}, u" ana "_s);
        add(u"ana is:muted -line:\"Front desk\",sales lopes"_s,
            {u"is:muted"_s, u"-line:\"Front desk\",sales"_s}, u"ana lopes"_s);
        add(u"ana is:muted to:none"_s, {u"is:muted"_s, u"to:none"_s}, u"ana"_s);
        add(u"is:unassi before: is:asleep created:soon -ana"_s, {},
            u"is:unassi before: is:asleep created:soon -ana"_s);
        add(u"is:muted, to:none"_s, {u"to:none"_s}, u"is:muted,"_s);
        add(u"is:muted \"ana to:none"_s, {u"is:muted"_s}, u"\"ana to:none"_s);
        add(u"name:\"ana"_s, {}, u"name:\"ana"_s);
        add(u"name:\"ana\"x"_s, {u"name:\"ana\""_s}, u"x"_s);
        // Without it, they would be one number.
        add(u"415 is:muted 555"_s, {}, u"415 is:muted 555"_s);
        add(u"415 is:muted 555 to:none"_s, {u"to:none"_s}, u"415 is:muted 555"_s);
        add(u"ana is:muted 555"_s, {u"is:muted"_s}, u"ana 555"_s);
    }

    void aSearchIsDividedIntoConditionsAndText()
    {
        QFETCH(QString, search);
        const inbox::SplitSearch split = inbox::splitSearch(search, context);
        QStringList conditions;
        for (const inbox::SearchCondition &condition : split.conditions) {
            conditions.append(condition.text);
            QCOMPARE(search.mid(condition.place.start, condition.place.length), condition.text);
            QCOMPARE(condition.values.size(), condition.term.anyOf.size());
        }
        QTEST(conditions, "conditions");
        QTEST(split.text, "text");
    }

    void whatIsDividedIsJoinedWithTheSameMeaning()
    {
        const QStringList parts{u"ana"_s,
                                u"-ana"_s,
                                u"415"_s,
                                u"(415)"_s,
                                u"555-2671"_s,
                                u"is:muted"_s,
                                u"to:"_s,
                                u"to:none"_s,
                                u"is:mine,mu"_s,
                                u"-is:muted,mine"_s,
                                u"\"a b\""_s,
                                u"\""_s,
                                u"line:\"a b\",c"_s,
                                u"before:3d"_s,
                                u"before:2026-0"_s,
                                u"is:asleep"_s,
                                u"-"_s,
                                u"x5"_s,
                                u","_s,
                                u"name:\"is:muted\""_s};
        QRandomGenerator random(20);
        for (int round = 0; round < 3000; ++round) {
            QString search;
            const int count = random.bounded(7);
            for (int i = 0; i < count; ++i)
                search += parts[random.bounded(parts.size())] +
                          QString(random.bounded(8) > 0, u' ') +
                          QString(random.bounded(6) == 0, u' ');
            const inbox::SplitSearch split = inbox::splitSearch(search, context);
            QStringList conditions;
            for (const inbox::SearchCondition &condition : split.conditions)
                conditions.append(condition.text);
            const QString joined = inbox::joinedSearch(conditions, split.text);
            QStringList terms = toTexts(search);
            QStringList termsOfJoined = toTexts(joined);
            terms.sort();
            termsOfJoined.sort();
            QVERIFY2(terms == termsOfJoined, qPrintable(search));
            const inbox::SplitSearch again = inbox::splitSearch(joined, context);
            QVERIFY2(again.text == split.text, qPrintable(search));
            QVERIFY2(again.conditions.size() == split.conditions.size(), qPrintable(search));
        }
    }

    void conditionsOnAColumnAreReplaced()
    {
        const int state = inbox::columnIndex(inbox::ColumnId::State);
        const int active = inbox::columnIndex(inbox::ColumnId::LastActivityAt);
        const auto with = [](const QString &search, int column, const QStringList &conditions) {
            return inbox::withConditions(search, column, conditions, context);
        };
        const QString both = inbox::anyOfCondition(state, {u"unassigned"_s, u"snoozed"_s});
        QCOMPARE(both, u"is:unassigned,snoozed"_s);
        QCOMPARE(with({}, state, {both}), both);
        QCOMPARE(with(u"ana"_s, state, {both}), u"is:unassigned,snoozed ana"_s);
        QCOMPARE(with(u"to:none is:muted ana -is:deleted is:mine"_s, state, {both}),
                 u"to:none is:unassigned,snoozed ana -is:deleted"_s);
        QCOMPARE(with(u"to:none is:muted ana -is:deleted is:mine"_s, state, {}),
                 u"to:none ana -is:deleted"_s);
        QCOMPARE(with(u"415 is:muted 555"_s, state, {both}), u"415 is:unassigned,snoozed 555"_s);
        QCOMPARE(with(u"before:3d ana active:today"_s, active,
                      {u"after:2026-01"_s, u"before:2026-02"_s}),
                 u"after:2026-01 before:2026-02 ana"_s);
        QCOMPARE(with(u"is:asleep is:mu"_s, state, {}), u"is:asleep is:mu"_s);
    }
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
