// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/rowarranger.h"
#include "support/demoworld.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using inbox::QueryConditions;
using quo::ConversationQuery;
using quo::Instant;

namespace {

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

// All pages of the query, one after the other; null if the server refuses it.
std::optional<QList<quo::Conversation>> walk(quo::Client &client, const ConversationQuery &query)
{
    QList<quo::Conversation> rows;
    std::optional<QString> token;
    do {
        std::optional<quo::Expected<quo::Page, quo::ApiError>> answer;
        const auto job =
            client.list(quo::conversationsRequest(query), token, quo::Priority::Looking,
                        [&answer](quo::Expected<quo::Page, quo::ApiError> result) {
                            answer = std::move(result);
                        });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }) || !*answer)
            return std::nullopt;
        rows += (*answer)->rows;
        token = (*answer)->nextPageToken;
    } while (token);
    return rows;
}

QStringList sortedIds(const QList<quo::Conversation> &rows)
{
    QStringList ids;
    for (const quo::Conversation &row : rows)
        ids.append(row.id);
    ids.sort();
    return ids;
}

} // namespace

// Whatever lines and dates somebody chooses, the known rows give the answer that the server gives.
class TestConditions : public QObject
{
    Q_OBJECT

    support::DemoWorld m_world{1200};
    QList<quo::Conversation> m_rows;
    inbox::ConversationStore m_store;
    quo::LineNumbers m_numbers;

private Q_SLOTS:
    void initTestCase()
    {
        const auto rows = walk(*m_world.client, {});
        QVERIFY(rows);
        m_rows = *rows;
        m_store.merge(m_rows);
        QCOMPARE(m_store.size(), 1200u);
        QVERIFY(std::ranges::any_of(m_rows,
                                    [](const quo::Conversation &row) { return !row.createdAt; }));
        for (const demo::DemoLine &line : m_world.workspace.lines)
            m_numbers.insert(line.number, line.id);
    }

    void init() { support::failOnWarnings(); }

    void theKnownRowsAnswerAsTheServerDoes_data()
    {
        QTest::addColumn<QStringList>("lines");
        const auto &lines = m_world.workspace.lines;
        QTest::newRow("every line") << QStringList();
        QTest::newRow("one line") << QStringList{lines[3].id};
        QTest::newRow("one line by its number") << QStringList{lines[0].number};
        QTest::newRow("two lines") << QStringList{lines[0].id, lines[5].number};
        QTest::newRow("the same line twice") << QStringList{lines[2].id, lines[2].number};
        QTest::newRow("a line that is not there") << QStringList{u"PNnone"_s};
    }

    void theKnownRowsAnswerAsTheServerDoes()
    {
        QFETCH(QStringList, lines);
        inbox::Names names(m_world.clock, {QLocale::c(), QTimeZone::utc(), u"US"_s});
        NoSource source;
        inbox::InboxModel model(source, names, words::listWords());
        inbox::RowArranger arranger(model, m_world.clock);
        arranger.reset(m_store);
        using Range = QueryConditions::Range;
        const auto at = [this](auto field, int place) { return *(m_rows[place].*field); };
        const auto ranges = [&](auto field) {
            // Bounds are those of rows, so that it shows whether they are inside.
            const Instant early = std::min(at(field, 300), at(field, 700));
            const Instant late = std::max(at(field, 300), at(field, 700));
            return QList<Range>{{}, {early, {}}, {{}, late}, {early, late}, {early, early + 1ms}};
        };
        for (const Range &created : ranges(&quo::Conversation::createdAt))
            for (const Range &updated : ranges(&quo::Conversation::updatedAt)) {
                ConversationQuery query;
                query.phoneNumbers = lines;
                query.createdAfter = created.after;
                query.createdBefore = created.before;
                query.updatedAfter = updated.after;
                query.updatedBefore = updated.before;
                const auto answer = walk(*m_world.client, query);
                const auto conditions = QueryConditions::of(query, m_numbers);
                QVERIFY(conditions);
                arranger.setArrangement({{}, {}, *conditions});
                QVERIFY(QTest::qWaitFor([&arranger] { return !arranger.isWorking(); }));
                QList<quo::Conversation> shown;
                for (int position = 0; position < model.rowCount(); ++position)
                    shown.append(model.rowAt(position)->toConversation());
                // The server refuses lines that it does not have.
                QCOMPARE(sortedIds(shown), sortedIds(answer.value_or(QList<quo::Conversation>())));
                QCOMPARE(answer.has_value(), lines != QStringList{u"PNnone"_s});
                QCOMPARE(arranger.counts().loaded, model.rowCount());
                QCOMPARE(arranger.counts().shown, model.rowCount());
            }
    }

    void numbersOfUnknownLinesAreLeftToTheServer()
    {
        ConversationQuery query;
        query.phoneNumbers = {u"+12125550199"_s};
        QCOMPARE(QueryConditions::of(query, m_numbers), std::nullopt);
        QCOMPARE(walk(*m_world.client, query), std::nullopt);
    }
};

QTEST_MAIN(TestConditions)
#include "tst_conditions.moc"
