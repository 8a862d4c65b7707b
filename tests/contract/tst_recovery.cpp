// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/retrypolicy.h"
#include "support/certificates.h"
#include "support/faultproxy.h"
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "syncing/autorefresh.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using inbox::InboxSession;
using quo::PageWalk;
using quo::Remedy;
using support::changedAt;
using support::MovingList;
using support::page;
using support::SessionWorld;
using Kind = quo::ApiError::Kind;

namespace {

// All kinds, one after the other. A new one does not compile before it is among them.
std::optional<Kind> after(Kind kind)
{
    switch (kind) {
    case Kind::NoKey:
        return Kind::InsecureUrl;
    case Kind::InsecureUrl:
        return Kind::NoNetwork;
    case Kind::NoNetwork:
        return Kind::Dropped;
    case Kind::Dropped:
        return Kind::Timeout;
    case Kind::Timeout:
        return Kind::Tls;
    case Kind::Tls:
        return Kind::Redirected;
    case Kind::Redirected:
        return Kind::ProxyPassword;
    case Kind::ProxyPassword:
        return Kind::RefusedKey;
    case Kind::RefusedKey:
        return Kind::NotPaid;
    case Kind::NotPaid:
        return Kind::Forbidden;
    case Kind::Forbidden:
        return Kind::BadParameter;
    case Kind::BadParameter:
        return Kind::BadRequest;
    case Kind::BadRequest:
        return Kind::NotFound;
    case Kind::NotFound:
        return Kind::RateLimited;
    case Kind::RateLimited:
        return Kind::Server;
    case Kind::Server:
        return Kind::UnreadableAnswer;
    case Kind::UnreadableAnswer:
        return Kind::TooLarge;
    case Kind::TooLarge:
        return Kind::RepeatedToken;
    case Kind::RepeatedToken:
        return Kind::EndlessPages;
    case Kind::EndlessPages:
        return Kind::Stopped;
    case Kind::Stopped:
        return std::nullopt;
    }
    return std::nullopt;
}

enum class What { FirstPage, LaterPage, Refresh, Reload };

constexpr std::pair<What, const char *> whats[]{{What::FirstPage, "first page"},
                                                {What::LaterPage, "later page"},
                                                {What::Refresh, "refresh"},
                                                {What::Reload, "reload"}};

// Whether something leads to it, and is over afterwards. A client that has no key or a plain
// address keeps it, and the first of the pages that go round in circles is as good as any.
bool mayHappen(Kind kind, What what)
{
    if (kind == Kind::NoKey || kind == Kind::InsecureUrl)
        return false;
    return what != What::FirstPage || (kind != Kind::RepeatedToken && kind != Kind::EndlessPages);
}

// Lets what the session asks for next fail so.
void cause(Kind kind, What what, support::ScriptedServer &server)
{
    const auto says = [&server](int status, int times) {
        for (int i = 0; i < times; ++i)
            server.says(status, {});
    };
    switch (kind) {
    case Kind::NoNetwork:
        return server.goAway();
    case Kind::Dropped:
        for (int tries = 0; tries < 4; ++tries)
            server.saysBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", true);
        return;
    case Kind::Timeout:
        return says(408, 1);
    case Kind::Redirected:
        return says(302, 1);
    case Kind::RefusedKey:
        return says(401, 1);
    case Kind::Forbidden:
        return says(403, 1);
    case Kind::NotPaid:
        return says(402, 1);
    case Kind::ProxyPassword:
        return says(407, 1);
    case Kind::BadParameter:
        for (int i = 0; i < (what == What::LaterPage ? 2 : 1); ++i) // a token may be stale
            server.says(400, support::errorBody(400, u"1"_s, u"no"_s, u"/pageToken"_s));
        return;
    case Kind::BadRequest:
        return says(400, what == What::LaterPage ? 2 : 1);
    case Kind::NotFound:
        return says(404, 1);
    case Kind::RateLimited:
        return says(429, 6);
    case Kind::Server:
        return says(500, 4);
    case Kind::UnreadableAnswer:
        server.says("<html>");
        server.says("<html>");
        return;
    case Kind::TooLarge:
        return server.saysBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                "Content-Length: 10737418240\r\n\r\n{",
                                false);
    case Kind::RepeatedToken:
        return server.setFallback([](const auto &) { return page({}, u"more"_s); });
    case Kind::EndlessPages:
        return server.setFallback(
            [token = 0](const auto &) mutable { return page({}, u"t%1"_s.arg(++token)); });
    case Kind::Stopped:
        return server.staysSilent();
    case Kind::Tls: // by the proxy
    case Kind::NoKey:
    case Kind::InsecureUrl:
        return;
    }
}

const char *nameOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::Time:
        return "time";
    case Remedy::AnotherKey:
        return "another key";
    case Remedy::AnotherQuestion:
        return "another question";
    case Remedy::Wish:
        return "wish";
    }
    return "";
}

} // namespace

// What has failed goes on by itself.
class TestRecovery : public QObject
{
    Q_OBJECT

    support::Certificates m_certificates;

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    // Each kind of failure once, and then all is well: a change is there after two intervals,
    // unless another key is needed.
    void everyFailureIsOver_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<What>("what");
        for (std::optional<Kind> kind = Kind::NoKey; kind; kind = after(*kind))
            for (const auto &[what, name] : whats)
                if (mayHappen(*kind, what))
                    QTest::addRow("kind %d, %s, %s", int(*kind), nameOf(quo::remedyOf(*kind)), name)
                        << *kind << what;
    }

    void everyFailureIsOver()
    {
        QFETCH(Kind, kind);
        QFETCH(What, what);
        std::unique_ptr<support::FaultProxy> proxy; // where the client speaks TLS
        SessionWorld world(u"2026-06-02T12:30:00Z"_s, [&](quo::Client::Settings &settings) {
            if (kind != Kind::Tls)
                return;
            proxy = std::make_unique<support::FaultProxy>(settings.baseUrl);
            proxy->setTls(m_certificates.named(u"good"_s));
            settings.baseUrl = proxy->baseUrl();
        });
        InboxSession &session = world.session;
        syncing::AutoRefresh automatic(session.sync(), world.manual);
        if (what != What::FirstPage)
            world.load(page({changedAt(u"CN1"_s, 20)}, u"more"_s));
        cause(kind, what, world.server);
        if (proxy)
            proxy->setTls(m_certificates.named(u"expired"_s));
        const qsizetype before = world.server.requests().size();
        automatic.setInterval(30s);
        switch (what) {
        case What::FirstPage:
            session.setQuery({});
            break;
        case What::LaterPage:
            session.wantMore();
            break;
        case What::Refresh:
            world.manual.advance(30s);
            break;
        case What::Reload:
            session.reload();
        }
        if (kind == Kind::Stopped) {
            QTRY_VERIFY(world.server.requests().size() > before);
            session.stop();
        }
        QTRY_VERIFY(world.isStill());
        const bool isOfList = what == What::FirstPage || what == What::LaterPage;
        if (isOfList)
            QCOMPARE(world.shownError()->kind, kind);
        else if (kind != Kind::Stopped)
            QCOMPARE(session.status().refreshError->kind, kind);

        // All is well again, and something has changed.
        if (kind == Kind::NoNetwork)
            world.server.comeBack();
        if (proxy)
            proxy->setTls(m_certificates.named(u"good"_s));
        world.server.setFallback([&world](const auto &) {
            if (world.asked("pageToken") == u"more"_s)
                return page({changedAt(u"CN2"_s, 10)});
            return world.asked("updatedAfter").isEmpty()
                       ? page({changedAt(u"CN1"_s, 25), changedAt(u"CN2"_s, 10)})
                       : page({changedAt(u"CN1"_s, 25)});
        });
        const qsizetype failed = world.server.requests().size();
        for (int interval = 0; interval < 2; ++interval) {
            world.manual.advance(30s);
            QTRY_VERIFY(world.isStill());
        }
        const auto isThere = [&world] {
            const auto row = world.session.model().rowWithId(u"CN1"_s);
            return row && row->updatedAt() == quo::parseInstant(u"2026-06-02T12:25:00Z"_s);
        };
        const Remedy remedy = quo::remedyOf(kind);
        const bool mayGoOn = isOfList ? remedy == Remedy::Time || what == What::LaterPage
                                      : remedy != Remedy::AnotherKey;
        QCOMPARE(isThere(), mayGoOn);
        QVERIFY(!session.status().offlineSince);
        if (isOfList && remedy == Remedy::Time)
            QVERIFY(!world.shownError());
        if (!mayGoOn) {
            QCOMPARE(world.server.requests().size(), failed); // nothing was even asked
            if (isOfList)
                QCOMPARE(world.shownError()->kind, kind);
            else
                QCOMPARE(session.status().refreshError->kind, kind);
        }
        // Somebody who asks for it gets it in any case.
        session.refresh();
        QTRY_VERIFY(world.isStill());
        QVERIFY(isThere());
        QVERIFY(!session.status().refreshError && !world.shownError());
    }

    void aServerThatIsDownIsAskedLessOftenAndNeverForgotten()
    {
        SessionWorld world;
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        automatic.setInterval(30s);
        QList<int> asked; // after so many intervals
        for (int interval = 1; interval <= 9; ++interval) {
            const qsizetype before = world.server.requests().size();
            world.server.says(302, {});
            world.manual.advance(30s);
            QTRY_VERIFY(world.isStill());
            if (world.server.requests().size() > before)
                asked.append(interval);
        }
        QCOMPARE(asked, (QList{1, 2, 4, 6, 8}));
        QCOMPARE(world.session.status().refreshFailures, 5);
    }

    void aServerThatAsksForPatienceGetsIt()
    {
        SessionWorld world;
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        automatic.setInterval(30s);
        world.server.says(429, {}, "Retry-After: 300\r\n"); // too long for a request to wait
        world.manual.advance(30s);
        QTRY_VERIFY(world.session.status().refreshError.has_value());
        const qsizetype asked = world.server.requests().size();
        world.server.says(page({changedAt(u"CN2"_s, 21)}));
        world.manual.advance(299s);
        QVERIFY(world.isStill());
        QCOMPARE(world.server.requests().size(), asked);
        world.manual.advance(31s);
        QTRY_COMPARE(world.ids().size(), 2);
    }

    void aServerThatIgnoredTheQuestionOnceIsAskedAgain()
    {
        SessionWorld world;
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        automatic.setInterval(30s);
        world.server.says(page({changedAt(u"CN1"_s, 2)}));
        world.manual.advance(30s);
        QTRY_VERIFY(!world.session.status().canAskForChanges);
        world.server.says(page({changedAt(u"CN2"_s, 21)}));
        world.manual.advance(30s);
        QTRY_COMPARE(world.ids().size(), 2);
        QVERIFY(world.session.status().canAskForChanges);
    }

    // Whatever failed without a network goes on when it is back.
    void withTheNetworkEverythingGoesOn_data()
    {
        QTest::addColumn<QStringList>("failing");
        const QStringList all{u"first page"_s, u"later page"_s, u"load all"_s,          u"part"_s,
                              u"refresh"_s,    u"reload"_s,     u"reload, later page"_s};
        for (const QString &one : all)
            QTest::addRow("%s", qPrintable(one)) << QStringList{one};
        for (const QString &one : {u"later page"_s, u"load all"_s})
            for (const QString &other : {u"refresh"_s, u"reload"_s})
                QTest::addRow("%s and %s", qPrintable(one), qPrintable(other))
                    << QStringList{one, other};
    }

    void withTheNetworkEverythingGoesOn()
    {
        QFETCH(QStringList, failing);
        SessionWorld world;
        InboxSession &session = world.session;
        MovingList list(world.server);
        list.add(1, 60);
        if (failing.contains(u"first page"_s))
            world.server.goAway();
        session.setQuery({});
        if (!failing.contains(u"first page"_s)) {
            QTRY_VERIFY(session.status().firstPageArrived && world.rests());
            session.wantMore();
            QTRY_VERIFY(session.status().loaded == 20 && world.rests());
        }
        // In the middle of it, from where the client learns of a page.
        const auto goAwayWhen = [&](const std::function<bool()> &isTime) {
            connect(&session, &InboxSession::statusChanged, &world.server, [&, isTime] {
                if (isTime()) {
                    session.disconnect(&world.server);
                    world.server.goAway();
                }
            });
        };
        if (failing.contains(u"part"_s)) {
            goAwayWhen([&] { return session.status().loaded > 30; });
            session.loadAll();
        } else if (failing.contains(u"reload, later page"_s)) {
            goAwayWhen([&] { return session.status().refreshed == 10; });
            session.reload();
        } else {
            world.server.goAway();
        }
        if (failing.contains(u"later page"_s))
            session.wantMore();
        if (failing.contains(u"load all"_s))
            session.loadAll();
        if (failing.contains(u"refresh"_s))
            session.refresh();
        if (failing.contains(u"reload"_s))
            session.reload();
        QTRY_VERIFY(session.status().offlineSince && world.isStill());
        world.manual.advance(15s); // still away
        QTRY_VERIFY(session.status().offlineSince && world.isStill());

        world.server.comeBack();
        list.touch(MovingList::idOf(15), 20);
        world.manual.advance(15s);
        QTRY_VERIFY(!session.status().offlineSince);
        const auto isMended = [&] {
            world.manual.advance(1ms); // what was answered leads to what is left
            return !session.status().offlineSince && !session.status().refreshError &&
                   !world.shownError() && world.isStill();
        };
        QTRY_VERIFY(isMended());
        QTRY_COMPARE(world.ids().first(), MovingList::idOf(15));
        const bool areAllWanted = failing.contains(u"load all"_s) || failing.contains(u"part"_s);
        const int rows = failing.contains(u"first page"_s)   ? 10
                         : areAllWanted                      ? 60
                         : failing.contains(u"later page"_s) ? 30
                                                             : 20;
        QTRY_VERIFY(session.status().loaded >= rows);
        QCOMPARE(session.status().completeness.isWhole(), areAllWanted);
    }

    // What comes instead of a good answer when the network comes back is not the end.
    void anAnswerOfAnyKindEndsTheOfflineSentence_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {302, 408, 500, 503})
            QTest::addRow("%d", status) << status;
    }

    void anAnswerOfAnyKindEndsTheOfflineSentence()
    {
        QFETCH(int, status);
        SessionWorld world;
        world.server.goAway();
        world.session.setQuery({});
        QTRY_VERIFY(world.session.status().offlineSince);
        world.server.comeBack();
        for (int tries = 0; tries < (status >= 500 ? 4 : 1); ++tries)
            world.server.says(status, {});
        world.manual.advance(15s);
        QTRY_VERIFY(!world.session.status().offlineSince);
        QTRY_VERIFY(world.isStill());
        QVERIFY(world.shownError());
        // Nothing else is done, and no refresh is set up: it goes on all the same.
        world.server.setFallback([](const auto &) { return page({changedAt(u"CN1"_s, 20)}); });
        world.manual.advance(60s);
        QTRY_COMPARE(world.ids(), QStringList{u"CN1"_s});
    }

    void retryIsForTheListWhileARefreshIsUnderWay()
    {
        SessionWorld world;
        world.load(page({changedAt(u"CN1"_s, 20)}, u"more"_s));
        bool isRefused = true;
        world.server.setRefusal([&isRefused](const auto &request) {
            return isRefused && request.query().contains("pageToken");
        });
        world.session.wantMore();
        QTRY_VERIFY(world.shownError());
        world.session.refresh(); // which is for both, and gets no answer
        QTRY_COMPARE(world.server.requests().size(), 4);
        QTRY_VERIFY(world.shownError());
        QVERIFY(world.session.status().refreshing);
        isRefused = false;
        world.server.says(page({changedAt(u"CN2"_s, 10)}));
        world.session.retry();
        QTRY_COMPARE(world.ids().size(), 2);
        QCOMPARE(world.asked("pageToken", 4), u"more"_s);
        QVERIFY(world.session.status().refreshing); // it was left alone
    }

    void stopIsForTheListWhileARefreshIsUnderWay_data()
    {
        QTest::addColumn<bool>("isAll");
        QTest::newRow("next page") << false;
        QTest::newRow("load all") << true;
    }

    void stopIsForTheListWhileARefreshIsUnderWay()
    {
        QFETCH(bool, isAll);
        SessionWorld world;
        world.load(page({changedAt(u"CN1"_s, 20)}, u"more"_s));
        world.session.refresh();
        QTRY_COMPARE(world.server.requests().size(), 2);
        if (isAll)
            world.session.loadAll();
        else
            world.session.wantMore();
        QTRY_COMPARE(world.server.requests().size(), 3);
        QSignalSpy announced(&world.session, &InboxSession::statusChanged);
        world.session.stop();
        QVERIFY(world.isStill() && !announced.isEmpty());
        // What was stopped stays so until somebody wants it.
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        automatic.setInterval(30s);
        world.server.says(page({changedAt(u"CN1"_s, 21)}));
        world.manual.advance(30s);
        QTRY_COMPARE(world.server.requests().size(), 4);
        QTRY_VERIFY(!world.session.status().refreshing);
        QCOMPARE(world.asked("pageToken"), QString());
        world.server.says(page({changedAt(u"CN2"_s, 10)}));
        if (isAll)
            world.session.wantMore();
        else
            world.session.retry();
        QTRY_COMPARE(world.ids().size(), 2);
    }

    void afterSleepItIsRefreshedWithinAMinute_data()
    {
        QTest::addColumn<std::chrono::hours>("setBy");
        QTest::newRow("asleep") << std::chrono::hours(8);
        QTest::newRow("set back") << std::chrono::hours(-8);
    }

    void afterSleepItIsRefreshedWithinAMinute()
    {
        QFETCH(std::chrono::hours, setBy);
        SessionWorld world;
        syncing::AutoRefresh automatic(world.session.sync(), world.manual);
        world.load(page({changedAt(u"CN1"_s, 20)}));
        automatic.setInterval(60s);
        automatic.setVisible(false); // then it is every five minutes
        world.server.says(page({changedAt(u"CN2"_s, 21)}));
        world.manual.setWallBy(setBy);
        world.manual.advance(setBy > 0h ? 60s : 300s);
        QTRY_COMPARE(world.ids().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
