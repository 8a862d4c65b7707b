// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/rowfilter.h"
#include "inbox/searchconditions.h"
#include "inbox/searchparser.h"
#include "support/fail.h"
#include "support/warnings.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// What tears a language of conditions apart, and what is not there.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"\""_s,
                                    u"\\"_s,
                                    u"\\\""_s,
                                    u" "_s,
                                    u"  "_s,
                                    u"\n"_s,
                                    u"\r\n"_s,
                                    u"\t"_s,
                                    u"-"_s,
                                    u":"_s,
                                    u"none"_s,
                                    u"<"_s,
                                    u">="_s,
                                    u"is:muted"_s,
                                    u"line:"_s,
                                    u"cn"_s,
                                    u"AC"_s,
                                    u"415"_s,
                                    u"+1"_s,
                                    u"(0)"_s,
                                    u"x5"_s,
                                    u"'"_s,
                                    u"’"_s,
                                    u"…"_s,
                                    u"ß"_s,
                                    u"İ"_s,
                                    u"ł"_s,
                                    u"é"_s,
                                    u"\u0301"_s,
                                    u"\u200d"_s,
                                    u"\u202e"_s,
                                    u"\u2066"_s,
                                    u"\ufeff"_s,
                                    u"\u00a0"_s,
                                    u"\u2028"_s,
                                    u"\u0640"_s,
                                    u"\u064e"_s,
                                    u"علی"_s,
                                    u"שלום"_s,
                                    u"Σ"_s,
                                    u"ς"_s,
                                    u"한국"_s,
                                    u"ガ"_s,
                                    u"ｶﾞ"_s,
                                    u"👩‍👩‍👧"_s,
                                    u"🇩🇪"_s,
                                    u"❤️"_s,
                                    u"ﬁ"_s,
                                    u"ǆ"_s,
                                    u"Ａ１"_s,
                                    u"٤١٥"_s,
                                    QString(QChar(0)),
                                    QString(QChar(7)),
                                    QString(QChar(0xffff)),
                                    u"a"_s,
                                    u"Ana"_s,
                                    u"\"a b\""_s,
                                    u"\\\\"_s};
    QString text;
    const int length = random.bounded(5);
    for (int i = 0; i < length; ++i) {
        if (random.bounded(4) == 0)
            text += QChar(char16_t(random.bounded(1, 0xd800)));
        else
            text += pieces[random.bounded(pieces.size())];
    }
    return random.bounded(20) == 0 ? text.repeated(100) : text;
}

std::optional<QString> maybe(QRandomGenerator &random, const QString &text)
{
    return random.bounded(5) == 0 ? std::nullopt : std::optional(text);
}

std::optional<quo::Instant> randomInstant(QRandomGenerator &random)
{
    constexpr qint64 year = 366LL * 24 * 3600 * 1000;
    switch (random.bounded(4)) {
    case 0:
        return std::nullopt;
    case 1: // around now
        return quo::Instant(quo::milliseconds(1780000000000 + random.bounded(2000000000)));
    default: // up to 12,000 years away
        return quo::Instant(
            quo::milliseconds(qint64((random.generateDouble() - 0.3) * 12000 * year)));
    }
}

} // namespace

// What a cell's menu offers finds the row that it was offered for, whatever is in it.
class TestCellConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aCellsOwnConditionHoldsForItsRow_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void aCellsOwnConditionHoldsForItsRow()
    {
        QFETCH(QByteArray, zone);
        const inbox::Reader reader{QLocale(QLocale::English, QLocale::UnitedStates),
                                   QTimeZone(zone), u"US"_s};
        const quo::Instant now = *quo::parseInstant(u"2026-06-02T12:00:00Z"_s);
        QRandomGenerator random(18);
        int conditions = 0;
        for (int i = 0; i < 1500; ++i) {
            quo::Conversation row;
            row.id = random.bounded(10) == 0 ? randomText(random) : u"CN"_s + QString::number(i);
            row.phoneNumberId = random.bounded(3) == 0 ? randomText(random) : u"PN1"_s;
            row.assignedTo = maybe(random, random.bounded(3) == 0 ? randomText(random) : u"US1"_s);
            row.name = maybe(random, randomText(random));
            row.lastActivityId = maybe(random, randomText(random));
            for (int count = random.bounded(3); count > 0; --count)
                row.participants.append(random.bounded(2) == 0 ? randomText(random)
                                                               : u"+14155552671"_s);
            for (auto *instant : {&row.createdAt, &row.updatedAt, &row.lastActivityAt,
                                  &row.mutedUntil, &row.snoozedUntil, &row.deletedAt})
                *instant = randomInstant(random);
            quo::Directory directory;
            directory.setLines({{u"PN1"_s, randomText(random), randomText(random), {}}});
            directory.add(QList<quo::Teammate>{
                {u"US1"_s, randomText(random), randomText(random), randomText(random)}});
            quo::ContactIndex contacts;
            contacts.add(u"+14155552671"_s, {randomText(random), randomText(random)});
            inbox::ConversationStore store;
            store.merge({row});
            if (store.size() == 0)
                continue; // without an id it is no row
            const inbox::CellContext context{reader, now, directory, contacts};
            const auto texts = std::make_shared<inbox::ContactTexts>(contacts);
            const auto holds = [&](const QString &search) {
                const inbox::SearchQuery query =
                    inbox::parseSearch(search, {now, reader.zone, {reader.region}});
                if (!query.problems.isEmpty() || query.terms.size() != 1)
                    support::fail(u"not one condition: "_s + search);
                return inbox::RowMatcher({0, query}, store.rows(), context, texts)
                    .matches(store.rows(), 0, now);
            };
            const auto verify = [&](const QString &only, const QString &no) {
                ++conditions;
                QVERIFY2(holds(only), qPrintable(only));
                QVERIFY2(!holds(no), qPrintable(no));
                // Among other words, and taken out again.
                const QString both = inbox::withCondition(u"x"_s, only);
                QVERIFY2(inbox::hasCondition(both, only), qPrintable(both));
                const inbox::SplitSearch split =
                    inbox::splitSearch(both, {now, reader.zone, {reader.region}});
                QCOMPARE(split.conditions.size(), 1);
                QCOMPARE(split.conditions[0].text, only);
                QCOMPARE(split.text, u"x"_s);
            };
            for (int index = 0; index < int(inbox::columns().size()); ++index) {
                const inbox::Column &column = inbox::columns()[size_t(index)];
                const std::optional<QString> value = inbox::cellValue(column, store.at(0), context);
                if (column.kind == inbox::Column::Kind::State) {
                    const inbox::Facets facets = inbox::facetsOf(store.at(0), now);
                    for (const inbox::Facet facet : inbox::allFacets)
                        if (facets & inbox::bitOf(facet))
                            verify(inbox::searchCondition(index, inbox::facetWord(facet)),
                                   inbox::searchCondition(index, inbox::facetWord(facet), true));
                } else if (value && value->isEmpty()) {
                    verify(inbox::emptyCondition(index), inbox::emptyCondition(index, true));
                } else if (value && column.kind == inbox::Column::Kind::Instant) {
                    verify(inbox::searchCondition(index, u">="_s + *value),
                           inbox::searchCondition(index, u'<' + *value));
                    if (const auto day = inbox::cellDay(column, store.at(0), context))
                        verify(inbox::searchCondition(index, *day),
                               inbox::searchCondition(index, *day, true));
                } else if (value) {
                    verify(inbox::searchCondition(index, *value),
                           inbox::searchCondition(index, *value, true));
                }
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY(conditions > 10000);
    }
};

QTEST_GUILESS_MAIN(TestCellConditions)
#include "tst_cellconditions.moc"
