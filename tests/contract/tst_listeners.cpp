// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionworld.h"
#include "support/warnings.h"
#include "words/columnwords.h"

#include <QDeadlineTimer>
#include <QTest>

#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using inbox::InboxSession;
using support::MovingList;

namespace {

enum class Signal {
    StatusChanged,
    ChangesArrived,
    AttentionWanted,
    Arranged,
    DataChanged,
    RowsInserted,
    RowsRemoved,
    LayoutChanged,
    ModelReset,
    HeaderChanged,
};

constexpr std::pair<Signal, const char *> allSignals[]{
    {Signal::StatusChanged, "status changed"},     {Signal::ChangesArrived, "changes arrived"},
    {Signal::AttentionWanted, "attention wanted"}, {Signal::Arranged, "arranged"},
    {Signal::DataChanged, "data changed"},         {Signal::RowsInserted, "rows inserted"},
    {Signal::RowsRemoved, "rows removed"},         {Signal::LayoutChanged, "layout changed"},
    {Signal::ModelReset, "model reset"},           {Signal::HeaderChanged, "header changed"},
};

// A session, and somebody who listens to one of its signals and acts when it comes for the n-th
// time. The session then has an end, whatever is left of the script.
class Scene
{
public:
    Scene(Signal signal, int time, std::function<void(Scene &)> act)
        : m_left(time)
        , m_act(std::move(act))
        , m_session(
              std::make_unique<support::Session>(world.client, manual, names, words::listWords()))
    {
        list.add(1, 30);
        list.add(99, 99);
        list.rows.last().insert(u"createdAt"_s, u"2026-04-01T00:00:00Z"_s);
        connectTo(signal);
    }

    // True: the signal came often enough.
    bool play();
    void destroySession() { m_session.reset(); }
    // One that only CN0099 matches.
    void askForAnotherList()
    {
        if (std::exchange(m_isServerAway, false))
            world.server.comeBack();
        quo::ConversationQuery query;
        query.createdAfter = quo::parseInstant(u"2026-03-01T00:00:00Z"_s);
        m_session->setQuery(query);
    }
    support::Session *session() const { return m_session.get(); }
    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_session->model().rowCount(); ++row)
            ids.append(m_session->model().rowAt(row)->id());
        return ids;
    }
    // From the event loop, without a pause: a test does this a few hundred times.
    static void waitUntil(const std::function<bool()> &isSo)
    {
        const QDeadlineTimer deadline(20s);
        while (!isSo() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    bool isStill() const
    {
        const inbox::SessionStatus status = m_session->status();
        const auto isUnderWay = [](const quo::PageWalk::State &state) {
            return std::holds_alternative<quo::PageWalk::Fetching>(state) ||
                   std::holds_alternative<quo::PageWalk::Waiting>(state);
        };
        return !status.refreshing && !status.isArranging && !isUnderWay(status.walk) &&
               !isUnderWay(status.shownWalk);
    }

    support::ScriptedWorld world;
    MovingList list{world.server};
    support::ManualClock manual{*quo::parseInstant(u"2026-06-02T12:30:00Z"_s)};
    inbox::Names names{manual, support::plainReader};

private:
    void connectTo(Signal signal)
    {
        InboxSession *const session = m_session.get();
        const inbox::InboxModel *const model = &session->model();
        const auto listen = [this](auto *sender, auto what) {
            QObject::connect(sender, what, &m_context, [this] {
                if (--m_left == 0)
                    m_act(*this);
            });
        };
        switch (signal) {
        case Signal::StatusChanged:
            return listen(session, &InboxSession::statusChanged);
        case Signal::ChangesArrived:
            return listen(session, &InboxSession::changesArrived);
        case Signal::AttentionWanted:
            return listen(session, &InboxSession::attentionWanted);
        case Signal::Arranged:
            return listen(&session->arranger(), &inbox::RowArranger::arranged);
        case Signal::DataChanged:
            return listen(model, &QAbstractItemModel::dataChanged);
        case Signal::RowsInserted:
            return listen(model, &QAbstractItemModel::rowsInserted);
        case Signal::RowsRemoved:
            return listen(model, &QAbstractItemModel::rowsRemoved);
        case Signal::LayoutChanged:
            return listen(model, &QAbstractItemModel::layoutChanged);
        case Signal::ModelReset:
            return listen(model, &QAbstractItemModel::modelReset);
        case Signal::HeaderChanged:
            return listen(model, &QAbstractItemModel::headerDataChanged);
        }
    }
    void change(int number, int minute, const QString &field, const QJsonValue &value)
    {
        list.touch(MovingList::idOf(number), minute);
        for (QJsonObject &row : list.rows)
            if (row[u"id"] == MovingList::idOf(number))
                row.insert(field, value);
    }

    bool m_isServerAway = false;
    int m_left;
    const std::function<void(Scene &)> m_act;
    std::unique_ptr<support::Session> m_session;
    QObject m_context; // gone first
};

bool Scene::play()
{
    InboxSession &session = *m_session;
    const inbox::SortKeys byName{{inbox::columnIndex(u"name"), false}};
    // Each calls the session once, and last.
    const std::function<void()> steps[]{
        [&] { session.setArrangement({.search = {}, .sort = inbox::latestFirst()}); },
        [&] { session.setQuery({}); },
        [&] { session.wantMore(); },
        [&] { session.setArrangement({.search = u"updated:2026"_s, .sort = byName}); },
        [&] {
            quo::ContactIndex contacts;
            contacts.add(quo::Contact{u"Zoë"_s, u"Kim"_s, {}, {u"+14155552671"_s}});
            names.setContacts(contacts);
        },
        [&] {
            quo::Directory directory;
            directory.setLines({{u"PN1"_s, u"+14155552671"_s, u"Support"_s, {}}});
            names.setDirectory(directory);
        },
        [&] { session.setArrangement({.search = {}, .sort = inbox::latestFirst()}); },
        // Some change: one moves, two become unassigned, two are snoozed until soon.
        [&] {
            list.touch(MovingList::idOf(3), 25);
            for (const int number : {7, 8})
                change(number, 26, u"assignedTo"_s, QJsonValue());
            for (const int number : {9, 10})
                change(number, 26, u"snoozedUntil"_s, u"2026-06-02T12:31:00Z"_s);
            session.refresh();
        },
        [&] { manual.advance(7s); },
        [&] { manual.advance(1min); },
        [&] {
            manual.setWallBy(-20min);
            manual.advance(1min);
        },
        [&] { session.loadAll(); },
        [&] { session.stop(); },
        [&] { session.loadAll(); },
        // Two are gone, from the middle, and others come.
        [&] {
            list.remove(MovingList::idOf(5));
            list.remove(MovingList::idOf(21));
            list.add(40, 42);
            session.reload();
        },
        [&] {
            m_isServerAway = true;
            world.server.goAway();
            session.refresh();
        },
        [&] {
            m_isServerAway = false;
            world.server.comeBack();
            manual.advance(16s);
        },
        [&] { session.setContactsProblem(quo::ContactsProblem()); },
        [&] {
            quo::ConversationQuery query;
            query.createdAfter = quo::parseInstant(u"2026-01-01T00:00:00Z"_s);
            session.setQuery(query);
        },
        [&] { session.wantMore(); },
        [&] { session.stop(); },
        [&] { session.retry(); },
        [&] { session.setArrangement({.search = u"id:CN0099"_s, .sort = byName}); },
    };
    int step = 0;
    for (const auto &play : steps) {
        play();
        if (m_left <= 0)
            return true;
        // Loading all, and the last page, are stopped.
        const bool isToBeStopped = step == 11 || step == 19;
        ++step;
        if (!isToBeStopped)
            waitUntil([&] { return m_left <= 0 || isStill(); });
        if (m_left <= 0)
            return true;
    }
    return false;
}

} // namespace

// After a session has emitted a signal it may be gone, or its list may be another one.
class TestListeners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whoeverListensMayDestroyTheSession_data()
    {
        QTest::addColumn<Signal>("signal");
        for (const auto &[signal, name] : allSignals)
            QTest::newRow(name) << signal;
    }

    void whoeverListensMayDestroyTheSession()
    {
        QFETCH(Signal, signal);
        for (int time = 1;; ++time) {
            Scene scene(signal, time, [](Scene &s) { s.destroySession(); });
            if (!scene.play()) {
                QVERIFY(time > 1);
                return;
            }
            QVERIFY(!scene.session());
        }
    }

    // The signals of a model are for views, which need all of them in their order.
    void whoeverListensMayAskForAnotherList_data()
    {
        QTest::addColumn<Signal>("signal");
        for (const auto &[signal, name] : allSignals)
            if (signal <= Signal::Arranged)
                QTest::newRow(name) << signal;
    }

    void whoeverListensMayAskForAnotherList()
    {
        QFETCH(Signal, signal);
        for (int time = 1;; ++time) {
            Scene scene(signal, time, [](Scene &s) { s.askForAnotherList(); });
            if (!scene.play()) {
                QVERIFY(time > 1);
                return;
            }
            Scene::waitUntil([&] { return scene.isStill() && !scene.ids().isEmpty(); });
            QCOMPARE(scene.ids(), QStringList{MovingList::idOf(99)});
            QCOMPARE(scene.session()->status().loaded, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
