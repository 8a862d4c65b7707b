// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/listwalk.h"
#include "support/fixture.h"
#include "support/warnings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiError;

namespace {

// An endpoint that the API does not have, added as 'An endpoint more' in CONTRIBUTING.md says.
struct Tag
{
    QString id;
    QString name;
};

quo::Expected<Tag, quo::SkippedRow> decodeTag(const QJsonValue &entry, qsizetype index)
{
    quo::FieldReader read(entry, index);
    const QString id = read.id(QLatin1String("id"));
    return read.readAs(Tag{id, read.text(QLatin1String("name"))});
}

quo::ListRequest<Tag> tagsRequest()
{
    return {u"/v1/tags"_s, quo::usualPageSize, decodeTag,
            [](const Tag &tag) { return qHash(tag.id); }};
}

// A walk from its first page to its end, and what it brought.
class Reading
{
public:
    explicit Reading(support::ScriptedWorld &world)
        : m_walk(tagsRequest())
    {
        m_walk.readAll(world.client, quo::Priority::Walk,
                       [this](const quo::ListPage<Tag> &page, const std::optional<ApiError> &why) {
                           for (const Tag &tag : page.rows)
                               names.append(tag.name);
                           skipped.append(page.skipped);
                           ++calls;
                           error = why;
                           hasEnded = !m_walk.isFetching();
                       });
    }

    QStringList names;
    QList<quo::SkippedRow> skipped;
    std::optional<ApiError> error;
    int calls = 0;
    bool hasEnded = false;

private:
    quo::ListWalk<Tag> m_walk;
};

} // namespace

class TestListWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aNewEndpointIsReadToItsEnd()
    {
        support::ScriptedWorld world;
        world.server.says(R"({"data":[{"id":"T1","name":"a"}],"nextPageToken":"x+y"})");
        world.server.says(R"({"data":[],"nextPageToken":"z"})"); // only a null token is the end
        world.server.says(R"({"data":[{"name":"no id"},{"id":"T2","name":"b"}]})");
        Reading reading(world);
        QTRY_VERIFY(reading.hasEnded);
        QCOMPARE(reading.calls, 3);
        QCOMPARE(reading.error, std::nullopt);
        QCOMPARE(reading.names, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(reading.skipped,
                 (QList<quo::SkippedRow>{{0, {}, u"id"_s, quo::SkippedRow::Reason::MissingField}}));
        QCOMPARE(world.server.requests().at(0).line, "GET /v1/tags?maxResults=50 HTTP/1.1");
        QCOMPARE(world.server.requests().at(1).line,
                 "GET /v1/tags?maxResults=50&pageToken=x%2By HTTP/1.1");
    }

    void anythingButAPageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("array") << QByteArray(R"([{"id":"T1"}])");
        QTest::newRow("no data") << QByteArray(R"({"nextPageToken":null})");
        QTest::newRow("token") << QByteArray(R"({"data":[],"nextPageToken":7})");
        QTest::newRow("more") << QByteArray(R"({"data":[],"hasMore":true})");
    }

    void anythingButAPageIsAnError()
    {
        QFETCH(QByteArray, body);
        support::ScriptedWorld world;
        world.server.says(R"({"data":[{"id":"T1","name":"a"}],"nextPageToken":"x"})");
        world.server.setFallback([&body](const auto &) { return body; });
        Reading reading(world);
        QTRY_VERIFY(reading.hasEnded);
        QCOMPARE(reading.names, QStringList{u"a"_s});
        QCOMPARE(reading.error.value().kind, ApiError::Kind::UnreadableAnswer);
    }

    void aServerThatGoesRoundInCirclesIsFoundOut_data()
    {
        QTest::addColumn<bool>("isRepeated");
        QTest::addColumn<ApiError::Kind>("kind");
        QTest::newRow("the same token") << true << ApiError::Kind::RepeatedToken;
        QTest::newRow("the same row") << false << ApiError::Kind::EndlessPages;
    }

    void aServerThatGoesRoundInCirclesIsFoundOut()
    {
        QFETCH(bool, isRepeated);
        QFETCH(ApiError::Kind, kind);
        support::ScriptedWorld world;
        int page = 0;
        world.server.setFallback([&](const auto &) {
            const QByteArray token = isRepeated ? "t" : QByteArray::number(++page);
            return "{\"data\":[{\"id\":\"T1\"}],\"nextPageToken\":\"" + token + "\"}";
        });
        Reading reading(world);
        QTRY_VERIFY_WITH_TIMEOUT(reading.hasEnded, 60'000);
        QCOMPARE(reading.error.value().kind, kind);
    }

    void afterStartingOverKnownPagesMayPass()
    {
        quo::ListWalk<Tag> walk(tagsRequest(), 2);
        auto takePage = [&walk, token = 0](const QString &id) mutable {
            const bool isNew = walk.note({id, {}});
            return std::pair(isNew, walk.advance(QString::number(++token)).has_value());
        };
        using Taken = std::pair<bool, bool>; // new, and the end
        for (const QString &id : {u"T1"_s, u"T2"_s, u"T3"_s})
            QCOMPARE(takePage(id), Taken(true, false));
        walk.startOver();
        QCOMPARE(walk.pageToken(), std::nullopt);
        for (const QString &id : {u"T1"_s, u"T2"_s, u"T3"_s, u"T1"_s, u"T2"_s})
            QCOMPARE(takePage(id), Taken(false, false));
        QCOMPARE(takePage(u"T3"_s), Taken(false, true));
    }

    void aReceiverMayDestroyIt()
    {
        support::ScriptedWorld world;
        world.server.says(R"({"data":[],"nextPageToken":"x"})");
        int calls = 0;
        auto walk = std::make_unique<quo::ListWalk<Tag>>(tagsRequest());
        walk->readAll(world.client, quo::Priority::Walk, [&](const auto &, const auto &) {
            ++calls;
            walk.reset();
        });
        QTRY_COMPARE(calls, 1);
        QCOMPARE(world.client.load().waiting, 0);
    }
};

QTEST_GUILESS_MAIN(TestListWalk)
#include "tst_listwalk.moc"
