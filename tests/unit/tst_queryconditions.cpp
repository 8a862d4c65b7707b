// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoapi.h"
#include "inbox/conversationstore.h"
#include "inbox/queryconditions.h"
#include "inbox/rowfilter.h"
#include "support/warnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using inbox::QueryConditions;
using quo::ConversationQuery;
using quo::Instant;
using quo::milliseconds;

namespace {

constexpr qint64 present = Q_INT64_C(1767225600000); // 2026-01-01

Instant at(qint64 after)
{
    return Instant(milliseconds(present + after));
}

const QList<std::optional<qint64>> instants{std::nullopt, -2, -1, 0, 1, 2};

// Two lines, and every pair of instants on each.
demo::DemoWorkspace workspace()
{
    demo::DemoWorkspace workspace;
    workspace.now = present;
    workspace.users = {{u"US1"_s, u"a@example.com"_s, u"Ana"_s, u"Lopes"_s, u"owner"_s, present}};
    workspace.lines = {{u"PN1"_s, u"+14155550101"_s, u"One"_s, {}, {0}},
                       {u"PN2"_s, u"+14155550102"_s, u"Two"_s, {}, {0}}};
    const auto onPresent = [](std::optional<qint64> after) {
        return after ? std::optional(present + *after) : std::nullopt;
    };
    for (int line = 0; line < 2; ++line)
        for (const std::optional<qint64> created : instants)
            for (const std::optional<qint64> updated : instants) {
                demo::DemoConversation row;
                row.id = u"CN%1"_s.arg(workspace.conversations.size());
                row.line = line;
                row.participants = {u"+12125550100"_s};
                row.createdAt = onPresent(created);
                row.updatedAt = onPresent(updated);
                workspace.conversations.append(row);
            }
    return workspace;
}

quo::Conversation toConversation(const demo::DemoConversation &demo,
                                 const demo::DemoWorkspace &workspace)
{
    const auto instant = [](std::optional<qint64> millis) {
        return millis ? std::optional(Instant(milliseconds(*millis))) : std::nullopt;
    };
    quo::Conversation row;
    row.id = demo.id;
    row.phoneNumberId = workspace.lines[demo.line].id;
    row.participants = demo.participants;
    row.createdAt = instant(demo.createdAt);
    row.updatedAt = instant(demo.updatedAt);
    return row;
}

QStringList answerOf(demo::DemoApi &api, const ConversationQuery &query)
{
    const demo::DemoResponse response =
        api.answer({"GET",
                    "/v1/conversations",
                    query.encoded(quo::ArrayStyle::Plain),
                    {{"authorization", "key"}, {"user-agent", "Test"}}},
                   0);
    QStringList ids;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    for (const QJsonValue row : body[u"data"].toArray())
        ids.append(row[u"id"].toString());
    if (response.status != 200 || !body[u"nextPageToken"].isNull())
        qWarning("%d: %s", response.status, response.body.constData());
    return ids;
}

} // namespace

class TestQueryConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theSameRowsMatchHereAndOnTheServer_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("every line") << QStringList();
        QTest::newRow("one line") << QStringList{u"PN2"_s};
        QTest::newRow("one line by its number") << QStringList{u"+14155550101"_s};
        QTest::newRow("two lines") << QStringList{u"PN1"_s, u"+14155550102"_s};
    }

    // Conditions, the demo server, and what the client takes for a sign of a dropped filter.
    void theSameRowsMatchHereAndOnTheServer()
    {
        QFETCH(QStringList, lines);
        const demo::DemoWorkspace workspace = ::workspace();
        demo::DemoApi api(workspace);
        inbox::ConversationStore store;
        QList<quo::Conversation> rows;
        for (const demo::DemoConversation &row : workspace.conversations)
            rows.append(toConversation(row, workspace));
        store.merge(rows);
        quo::LineNumbers numbers;
        for (const demo::DemoLine &line : workspace.lines)
            numbers.insert(line.number, line.id);
        const QList<std::pair<std::optional<qint64>, std::optional<qint64>>> ranges{
            {{}, {}}, {0, {}}, {{}, 0}, {-1, 1}, {0, 1}, {3, {}}};
        for (const auto &[createdAfter, createdBefore] : ranges)
            for (const auto &[updatedAfter, updatedBefore] : ranges) {
                const auto bound = [](std::optional<qint64> after) {
                    return after ? std::optional(at(*after)) : std::nullopt;
                };
                ConversationQuery query;
                query.phoneNumbers = lines;
                query.createdAfter = bound(createdAfter);
                query.createdBefore = bound(createdBefore);
                query.updatedAfter = bound(updatedAfter);
                query.updatedBefore = bound(updatedBefore);
                const auto conditions = QueryConditions::of(query, numbers);
                QVERIFY(conditions);
                const inbox::Reader reader{QLocale::c(), QTimeZone::utc(), u"US"_s};
                const quo::Directory directory;
                const quo::ContactIndex contacts;
                const inbox::RowMatcher matcher({.conditions = *conditions}, store.rows(),
                                                {reader, at(0), directory, contacts}, {});
                QStringList matching;
                for (quint32 row = 0; row < store.size(); ++row) {
                    const bool isMatch = conditions->matches(store.at(row));
                    QCOMPARE(matcher.matches(store.rows(), row, at(0)), isMatch);
                    // What lacks the instant proves nothing.
                    const bool proves = (conditions->created.isEmpty() || rows[row].createdAt) &&
                                        (conditions->updated.isEmpty() || rows[row].updatedAt);
                    if (proves)
                        QCOMPARE(contradicted(query, rows[row], numbers).isEmpty(), isMatch);
                    if (isMatch)
                        matching.append(rows[row].id);
                }
                QCOMPARE(matching, answerOf(api, query));
            }
    }

    void whatTheRowsCannotAnswerIsNoCondition()
    {
        ConversationQuery query;
        query.phoneNumbers = {u"PN1"_s, u"+14155550101"_s};
        QCOMPARE(QueryConditions::of(query, {}), std::nullopt);
        const quo::LineNumbers numbers{{u"+14155550101"_s, u"PN3"_s}};
        QCOMPARE(QueryConditions::of(query, numbers)->lines, (QSet<QString>{u"PN1"_s, u"PN3"_s}));
        QVERIFY(QueryConditions::of({}, {})->isEmpty());
    }

    void narrowerConditionsFindOnlyRowsOfWiderOnes()
    {
        QList<QueryConditions> all;
        const QList<std::optional<QSet<QString>>> lines{std::nullopt, QSet<QString>{u"PN1"_s},
                                                        QSet<QString>{u"PN1"_s, u"PN2"_s}};
        const QList<QueryConditions::Range> ranges{{}, {at(0), {}}, {at(-1), at(1)}, {{}, at(0)}};
        for (const auto &some : lines)
            for (const auto &created : ranges)
                for (const auto &updated : ranges)
                    all.append({some, created, updated});
        inbox::ConversationStore store;
        const demo::DemoWorkspace workspace = ::workspace();
        QList<quo::Conversation> rows;
        for (const demo::DemoConversation &row : workspace.conversations)
            rows.append(toConversation(row, workspace));
        store.merge(rows);
        int narrower = 0;
        for (const QueryConditions &some : all)
            for (const QueryConditions &other : all) {
                if (!some.narrows(other))
                    continue;
                ++narrower;
                for (quint32 row = 0; row < store.size(); ++row)
                    QVERIFY(!some.matches(store.at(row)) || other.matches(store.at(row)));
            }
        QVERIFY(narrower > all.size());
    }
};

QTEST_GUILESS_MAIN(TestQueryConditions)
#include "tst_queryconditions.moc"
