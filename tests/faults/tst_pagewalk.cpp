// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pagewalk.h"
#include "support/fixture.h"
#include "support/json.h"
#include "support/warnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using quo::ApiError;
using quo::PageWalk;
using quo::QueryField;
using support::ScriptedWorld;

namespace {

template <class T>
bool is(const PageWalk &walk)
{
    return std::holds_alternative<T>(walk.state());
}

bool rests(const PageWalk &walk)
{
    return !is<PageWalk::Fetching>(walk) && !is<PageWalk::Waiting>(walk);
}

// Collects what a walk brings.
struct Collected
{
    QStringList ids;
    int pages = 0;
    QList<QueryField> ignored;

    explicit Collected(PageWalk &walk)
    {
        QObject::connect(&walk, &PageWalk::pageArrived, &walk,
                         [this](const quo::Page &page, const QList<QueryField> &fields) {
                             ++pages;
                             ignored = fields;
                             for (const quo::Conversation &row : page.rows)
                                 ids.append(row.id);
                         });
    }
};

quo::ConversationQuery lines(const QStringList &lines)
{
    quo::ConversationQuery query;
    query.phoneNumbers = lines;
    return query;
}

QByteArray refusal()
{
    return support::errorBody(403, u"1001403"_s, u"Not yours"_s);
}

} // namespace

class TestPageWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void onlyANullTokenEndsIt()
    {
        ScriptedWorld world;
        world.server.says(support::page(1, 3, u"a"_s));
        world.server.says(support::page({}, u"b"_s));   // empty
        world.server.says(support::page(4, 4, u"c"_s)); // short
        world.server.says(support::page(5, 7));
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        Collected got(walk);
        for (int page = 0; page < 4; ++page) {
            QVERIFY(is<PageWalk::Idle>(walk));
            walk.fetchNext();
            walk.fetchNext(); // the second call does nothing
            QTRY_VERIFY(rests(walk));
        }
        QVERIFY(is<PageWalk::Ended>(walk));
        walk.fetchNext();
        walk.retry();
        QVERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(got.ids.size(), 7);
        QCOMPARE(got.pages, 4);
        QCOMPARE(world.server.requests().size(), 4);
        QVERIFY(!world.server.requests().at(0).line.contains("pageToken"));
        QVERIFY(world.server.requests().at(3).line.contains("pageToken=c"));
    }

    void aTokenSeenBeforeStopsIt_data()
    {
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("at once") << QStringList{u"a"_s, u"a"_s};
        QTest::newRow("in a circle") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s};
    }

    void aTokenSeenBeforeStopsIt()
    {
        QFETCH(QStringList, tokens);
        ScriptedWorld world;
        for (qsizetype i = 0; i < tokens.size(); ++i)
            world.server.says(support::page(int(i), int(i), tokens.at(i)));
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        Collected got(walk);
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            walk.fetchNext();
            QTRY_VERIFY(rests(walk));
        }
        QVERIFY(is<PageWalk::Failed>(walk));
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind,
                 ApiError::Kind::RepeatedToken);
        QCOMPARE(got.pages, tokens.size()); // the page itself was not lost
    }

    void retryGoesOnFromTheSameToken()
    {
        ScriptedWorld world;
        world.server.says(support::page(1, 3, u"a"_s));
        world.server.says(403, support::errorBody(403, u"1001403"_s, u"no"_s));
        world.server.says(support::page(4, 6));
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        Collected got(walk);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Idle>(walk));
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Failed>(walk));
        walk.fetchNext(); // only retry leaves it
        QVERIFY(is<PageWalk::Failed>(walk));
        walk.retry();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(got.ids.size(), 6);
        QCOMPARE(world.server.requests().at(1).line, world.server.requests().at(2).line);
    }

    void aRefusedPageSizeAsksForFewer()
    {
        ScriptedWorld world;
        const QByteArray refusal =
            support::errorBody(400, u"1000400"_s, u"too many"_s, u"/maxResults"_s);
        world.server.says(400, refusal);
        world.server.says(400, refusal);
        world.server.says(support::page(1, 3));
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(world.server.requests().at(0).query(), "maxResults=100");
        QCOMPARE(world.server.requests().at(1).query(), "maxResults=50");
        QCOMPARE(world.server.requests().at(2).query(), "maxResults=10");
    }

    void aRefusedTokenStartsOverOnce()
    {
        ScriptedWorld world;
        const QByteArray refusal =
            support::errorBody(400, u"1000400"_s, u"expired"_s, u"/pageToken"_s);
        world.server.says(support::page(1, 3, u"a"_s));
        world.server.says(400, refusal);
        world.server.says(support::page(1, 3, u"a"_s)); // the same token is not a repetition now
        world.server.says(400, refusal);
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        Collected got(walk);
        for (int i = 0; i < 3; ++i) {
            walk.fetchNext();
            QTRY_VERIFY(rests(walk));
        }
        QCOMPARE(world.server.requests().at(2).query(), "maxResults=100");
        QVERIFY(is<PageWalk::Failed>(walk)); // not for ever
        QCOMPARE(world.server.requests().size(), 4);
    }

    void anIgnoredListIsSentWithBrackets()
    {
        ScriptedWorld world;
        const auto row = [](const char16_t *id, const char16_t *line) {
            return support::conversation(QString::fromUtf16(id),
                                         {{u"phoneNumberId"_s, QString::fromUtf16(line)}});
        };
        world.server.says(support::page({row(u"CN1", u"PN1"), row(u"CN2", u"PN2")}, u"a"_s));
        world.server.says(support::page({row(u"CN2", u"PN2")}, u"b"_s));
        world.server.says(support::page({row(u"CN3", u"PN2")}));
        quo::ConversationQuery query;
        query.phoneNumbers = {u"PN2"_s};
        PageWalk walk(world.client, query, quo::Priority::Looking);
        Collected got(walk);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Idle>(walk));
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(got.ids, (QStringList{u"CN2"_s, u"CN3"_s}));
        QVERIFY(got.ignored.isEmpty());
        QCOMPARE(world.server.requests().at(0).query(), "phoneNumbers=PN2&maxResults=100");
        QCOMPARE(world.server.requests().at(1).query(), "phoneNumbers%5B%5D=PN2&maxResults=100");
        QCOMPARE(world.client.arrayStyle(), quo::ArrayStyle::Brackets); // remembered
    }

    void ifBracketsDoNotHelpTheFilterIsReportedAsIgnored_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("ignored as well") << 200;
        QTest::newRow("refused") << 400;
    }

    void ifBracketsDoNotHelpTheFilterIsReportedAsIgnored()
    {
        QFETCH(int, status);
        ScriptedWorld world;
        world.server.says(support::page(1, 2, u"a"_s)); // of PN1
        world.server.says(status, status == 200 ? support::page(1, 2, u"a"_s)
                                                : support::errorBody(400, u"1000400"_s, u"?"_s,
                                                                     u"/phoneNumbers[]"_s));
        world.server.says(support::page(3, 4));
        quo::ConversationQuery query;
        query.phoneNumbers = {u"PN2"_s};
        PageWalk walk(world.client, query, quo::Priority::Looking);
        Collected got(walk);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Idle>(walk));
        QCOMPARE(got.ids, QStringList()); // none of them is on the line
        QCOMPARE(got.ignored, QList<QueryField>{QueryField::PhoneNumbers});
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(world.server.requests().size(), 3); // tried once for the whole walk
        QVERIFY(world.server.requests().at(2).query().startsWith("phoneNumbers=PN2&"));
    }

    // The rows of a later page show it, when the token is one of the plain query.
    void bracketsAreTriedFromTheFirstPageOn()
    {
        ScriptedWorld world;
        world.server.setFallback([](const support::ScriptedServer::Request &request) {
            const QByteArray query = request.query();
            const bool isSecond = query.contains("pageToken=");
            if (query.contains("%5B%5D") && isSecond && !query.contains("pageToken=b"))
                return QByteArray("a token of another query");
            const int from = query.contains("%5B%5D") ? (isSecond ? 5 : 1) : (isSecond ? 3 : 1);
            QList<QJsonObject> rows;
            for (int i = from; i < from + 2; ++i)
                rows.append(support::conversation(
                    u"CN%1"_s.arg(i),
                    {{u"phoneNumberId"_s, i == 3 || i == 4 ? u"PN9"_s : u"PN2"_s}}));
            return support::page(rows, isSecond                   ? std::optional<QString>()
                                       : query.contains("%5B%5D") ? u"b"_s
                                                                  : u"a"_s);
        });
        PageWalk walk(world.client, lines({u"PN2"_s}), quo::Priority::Looking);
        Collected got(walk);
        for (int page = 0; page < 4 && !is<PageWalk::Ended>(walk); ++page) {
            walk.fetchNext();
            QTRY_VERIFY(rests(walk));
        }
        QVERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(got.ids,
                 (QStringList{u"CN1"_s, u"CN2"_s, u"CN1"_s, u"CN2"_s, u"CN5"_s, u"CN6"_s}));
        QVERIFY(walk.completeness().isWhole());
    }

    void rowsThatContradictAFilterAreLeftOutAndReported()
    {
        ScriptedWorld world;
        world.server.setFallback([](const auto &) {
            return support::page(
                {support::conversation(u"CN1"_s),
                 support::conversation(u"CN2"_s, {{u"phoneNumberId"_s, u"PN2"_s}}),
                 support::conversation(u"CN3"_s, {{u"updatedAt"_s, u"2025-01-01T00:00:00Z"_s}})});
        });
        quo::ConversationQuery query = lines({u"PN1"_s});
        query.updatedAfter = quo::parseInstant(u"2026-01-01T00:00:00Z"_s);
        PageWalk walk(world.client, query, quo::Priority::Looking);
        Collected got(walk);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(got.ids, QStringList{u"CN1"_s});
        QCOMPARE(walk.completeness().ignoredFilters,
                 (QList{QueryField::PhoneNumbers, QueryField::UpdatedAfter}));
        QCOMPARE(walk.completeness().verdict(), quo::Verdict::Incomplete);
    }

    void aLineRequestedByItsNumberIsCheckedToo()
    {
        ScriptedWorld world;
        world.server.setFallback([](const auto &) {
            return support::page(
                {support::conversation(u"CN1"_s),
                 support::conversation(u"CN2"_s, {{u"phoneNumberId"_s, u"PN2"_s}})});
        });
        world.client.setLineNumbers({{u"+14155550100"_s, u"PN1"_s}});
        PageWalk known(world.client, lines({u"+14155550100"_s}), quo::Priority::Looking);
        Collected got(known);
        known.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(known));
        QCOMPARE(got.ids, QStringList{u"CN1"_s});
        QCOMPARE(known.completeness().ignoredFilters, QList{QueryField::PhoneNumbers});

        PageWalk unknown(world.client, lines({u"+14155550199"_s}), quo::Priority::Looking);
        unknown.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(unknown));
        QCOMPARE(unknown.completeness().uncheckedFilters, QList{QueryField::PhoneNumbers});
        // Its line may become known after the rows have come.
        world.client.setLineNumbers({{u"+14155550199"_s, u"PN1"_s}});
        QCOMPARE(unknown.completeness().ignoredFilters, QList{QueryField::PhoneNumbers});
    }

    void filtersThatRowsDoNotShowAreTriedOutOnce_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("isUser");
        QTest::addColumn<QList<QueryField>>("ignored");
        QTest::addColumn<QList<QueryField>>("unchecked");
        QTest::addColumn<int>("requests");
        const QList<QueryField> none;
        const QList user{QueryField::UserId};
        const QList inactive{QueryField::ExcludeInactive};
        QTest::newRow("user, strict") << u"strict"_s << true << none << none << 2;
        QTest::newRow("user, applied") << u"applies"_s << true << none << none << 2;
        QTest::newRow("user, ignored") << u"ignores"_s << true << user << none << 3;
        QTest::newRow("user, cannot be asked") << u"fails"_s << true << none << user << 2;
        QTest::newRow("inactive, strict") << u"strict"_s << false << none << none << 2;
        QTest::newRow("inactive, applied") << u"applies"_s << false << none << none << 3;
        QTest::newRow("inactive, ignored") << u"ignores"_s << false << none << inactive << 3;
        QTest::newRow("inactive, fails") << u"fails"_s << false << none << inactive << 2;
    }

    void filtersThatRowsDoNotShowAreTriedOutOnce()
    {
        QFETCH(QString, server);
        QFETCH(bool, isUser);
        QFETCH(QList<QueryField>, ignored);
        QFETCH(QList<QueryField>, unchecked);
        QFETCH(int, requests);
        ScriptedWorld world;
        quo::Client::Settings settings = support::impatientSettings(world.server.baseUrl());
        settings.retry.unreadableTries = settings.retry.otherTries = 1;
        quo::Client client(settings, world.clock, [] { return 0.5; }); // it knows nothing yet
        const auto isOdd = [](const support::ScriptedServer::Request &request) {
            return request.query().contains("nobody") || request.query().contains("neither");
        };
        world.server.setRefusal(
            [&](const auto &request) { return server == u"strict" && isOdd(request); });
        world.server.setFallback([&](const support::ScriptedServer::Request &request) {
            if (server == u"fails" && isOdd(request))
                return QByteArray("no JSON");
            if (server == u"applies" && request.query().contains("userId=US0"))
                return support::page({});
            const bool isFiltered = request.query().contains("userId=US1") ||
                                    request.query().contains("excludeInactive=true");
            return server == u"applies" && isFiltered
                       ? support::page({support::conversation(u"CN2"_s)})
                       : support::page(1, 2);
        });
        quo::ConversationQuery query;
        query.userId = isUser ? u"US1"_s : QString();
        query.excludeInactive = !isUser;
        for (int time = 0; time < 2; ++time) {
            PageWalk walk(client, query, quo::Priority::Looking);
            Collected got(walk);
            walk.fetchNext();
            QTRY_VERIFY(is<PageWalk::Ended>(walk));
            QVERIFY(!got.ids.isEmpty());
            QCOMPARE(walk.completeness().ignoredFilters, ignored);
            QCOMPARE(walk.completeness().uncheckedFilters, unchecked);
            // Known effects are not tried out again.
            const int again = server == u"fails" ? requests : 1;
            QCOMPARE(world.server.requests().size(), time == 0 ? requests : requests + again);
        }
    }

    void pagesThatBringNothingNewComeToAnEnd_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("empty") << 0;
        QTest::newRow("the same rows") << 3;
    }

    void pagesThatBringNothingNewComeToAnEnd()
    {
        QFETCH(int, rows);
        ScriptedWorld world;
        int token = 0;
        world.server.setFallback(
            [&](const auto &) { return support::page(1, rows, u"t%1"_s.arg(++token)); });
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        const auto goOn = connect(&walk, &PageWalk::stateChanged, &walk, &PageWalk::fetchNext);
        walk.fetchNext();
        QTRY_VERIFY_WITH_TIMEOUT(is<PageWalk::Failed>(walk), 20'000);
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind, ApiError::Kind::EndlessPages);
        QVERIFY(world.server.requests().size() < 300);
        QVERIFY(!walk.completeness().isWhole());
    }

    void ifNoRowCanBeReadNothingIsUsable()
    {
        ScriptedWorld world;
        world.server.says(support::page({support::conversation(u"CN1"_s, {{u"name"_s, 7}})}));
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(walk.completeness().verdict(), quo::Verdict::NothingUsable);
    }

    void aWaitCanBeStopped()
    {
        ScriptedWorld world;
        world.server.says(429, {}, "Retry-After: 60\r\n");
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Waiting>(walk));
        walk.stop();
        QVERIFY(is<PageWalk::Failed>(walk));
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind, ApiError::Kind::RateLimited);
    }

    void aRequestCanBeStoppedAndTakenUpAgain()
    {
        ScriptedWorld world;
        world.server.staysSilent();
        PageWalk walk(world.client, {}, quo::Priority::Looking);
        walk.stop(); // nothing to stop
        QVERIFY(is<PageWalk::Idle>(walk));
        walk.fetchNext();
        QTRY_COMPARE(world.server.requests().size(), 1);
        walk.stop();
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind, ApiError::Kind::Stopped);
        world.server.says(support::page(1, 1));
        walk.retry();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
    }

    void aReceiverMayDestroyIt()
    {
        ScriptedWorld world;
        world.server.says(support::page(1, 1, u"a"_s));
        auto walk = std::make_unique<PageWalk>(world.client, quo::ConversationQuery(),
                                               quo::Priority::Looking);
        connect(walk.get(), &PageWalk::pageArrived, this, [&walk] { walk.reset(); });
        walk->fetchNext();
        QTRY_VERIFY(!walk);
    }

    void aRefusedLineIsFoundOutOnceAndLeftOut()
    {
        // One after the other, so that each gets the answer scripted for it.
        ScriptedWorld world([](quo::Client::Settings &settings) { settings.limits.inFlight = 1; });
        world.server.says(403, refusal());
        world.server.says(support::page(1, 1)); // for the first line
        world.server.says(403, refusal());      // for the second
        world.server.says(support::page(1, 1)); // for the third
        world.server.says(support::page(1, 2)); // for those that are left
        PageWalk walk(world.client, lines({u"PN1"_s, u"PN2"_s, u"PN3"_s}), quo::Priority::Looking);
        const Collected collected(walk);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(walk));
        QCOMPARE(collected.ids.size(), 2);
        QCOMPARE(walk.completeness().refusedLines, QStringList{u"PN2"_s});
        QCOMPARE(world.client.refusedLines().value(u"PN2"_s).message, u"Not yours"_s);
        QCOMPARE(world.server.requests().size(), 5);
        QCOMPARE(world.server.requests().at(2).query(), "phoneNumbers=PN2&maxResults=1");
        QCOMPARE(world.server.lastQuery(), "phoneNumbers=PN1&phoneNumbers=PN3&maxResults=100");

        world.server.says(support::page(1, 2));
        PageWalk next(world.client, lines({u"PN1"_s, u"PN2"_s}), quo::Priority::Looking);
        next.fetchNext();
        QTRY_VERIFY(is<PageWalk::Ended>(next));
        QCOMPARE(world.server.lastQuery(), "phoneNumbers=PN1&maxResults=100");
        QCOMPARE(next.completeness().refusedLines, QStringList{u"PN2"_s});
    }

    void aRefusalThatIsAboutNoLineIsAFailure_data()
    {
        QTest::addColumn<bool>("allRefused");
        QTest::newRow("all refused") << true;
        QTest::newRow("none refused") << false;
    }

    void aRefusalThatIsAboutNoLineIsAFailure()
    {
        QFETCH(bool, allRefused);
        ScriptedWorld world;
        world.server.says(403, refusal());
        for (int line = 0; line < 2; ++line)
            if (allRefused)
                world.server.says(403, refusal());
            else
                world.server.says(support::page(1, 1));
        PageWalk walk(world.client, lines({u"PN1"_s, u"PN2"_s}), quo::Priority::Looking);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Failed>(walk));
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind, ApiError::Kind::Forbidden);
        QVERIFY(walk.completeness().refusedLines.isEmpty());
        QVERIFY(world.client.refusedLines().isEmpty());
        QCOMPARE(world.server.requests().size(), 3);
        // Retry asks once more, and does not probe again.
        world.server.says(403, refusal());
        walk.retry();
        QTRY_VERIFY(world.server.requests().size() == 4 && is<PageWalk::Failed>(walk));
        QCOMPARE(world.server.lastQuery(), "phoneNumbers=PN1&phoneNumbers=PN2&maxResults=100");
    }

    void aSingleRefusedLineIsNotRequestedTwice()
    {
        ScriptedWorld world;
        world.server.says(403, refusal());
        PageWalk walk(world.client, lines({u"PN1"_s}), quo::Priority::Looking);
        walk.fetchNext();
        QTRY_VERIFY(is<PageWalk::Failed>(walk));
        QCOMPARE(world.server.requests().size(), 1);
    }

    void probingIsStopped()
    {
        ScriptedWorld world;
        world.server.says(403, refusal());
        world.server.staysSilent();
        world.server.staysSilent();
        PageWalk walk(world.client, lines({u"PN1"_s, u"PN2"_s}), quo::Priority::Looking);
        walk.fetchNext();
        QTRY_COMPARE(world.server.requests().size(), 3);
        QVERIFY(is<PageWalk::Fetching>(walk));
        walk.stop();
        QCOMPARE(std::get<PageWalk::Failed>(walk.state()).error.kind, ApiError::Kind::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestPageWalk)
#include "tst_pagewalk.moc"
