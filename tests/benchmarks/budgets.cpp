// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a user or a page does costs the GUI thread the same however many conversations there
// are: budgets [rows]
// Exits with 1 where something costs more in a window of 100,000 conversations than in one of
// 1,000, by more than its budget, which is told in looks at every row. All three are measured side
// by side in this process, in CPU time of this thread and as the least of several times, so other
// processes hardly matter.
#include "conversations.h"

#include "support/fixture.h"
#include "support/window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEnterEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using bench::conversation;
using bench::page;
using bench::present;

namespace {

constexpr int fewRows = 1'000;
constexpr int manyRows = 100'000;
constexpr int rowsOfAPage = 5'000; // more than the API has, so that it begins soon
constexpr int changesOfAPage = 100;
// Of each act. The least counts; what is over its budget gets more of them, in case something else
// was in the way.
constexpr int fewestTries = 8;
constexpr int mostTries = 40;

double cpuMilliseconds()
{
    std::timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Adds up what its events cost this thread, but for painting, which would hide what is small.
class MeteredApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_isInEvent ||
            event->type() == QEvent::UpdateRequest)
            return QApplication::notify(receiver, event);
        m_isInEvent = true;
        const double before = cpuMilliseconds();
        const bool result = QApplication::notify(receiver, event);
        m_spent += cpuMilliseconds() - before;
        m_isInEvent = false;
        return result;
    }

    double takeSpent() { return std::exchange(m_spent, 0); }

private:
    bool m_isInEvent = false;
    double m_spent = 0;
};

class Inbox;

struct Act
{
    const char *name;
    double budget;                        // looks at every row
    std::function<void(Inbox &)> prepare; // not measured
    std::function<void(Inbox &)> act;
};

// The real window over the real client and so many conversations.
class Inbox
{
public:
    Inbox(MeteredApplication &application, int rows)
        : m_application(application)
        , m_rows(rows)
    {
        m_world.server.setFallback([this](const support::ScriptedServer::Request &request) {
            if (!request.line.contains("/conversations"))
                return page({});
            return request.line.contains("updatedAfter=")
                       ? std::exchange(m_changes, page({}))
                       : bench::answer(request.line, m_rows, rowsOfAPage);
        });
        m_window = std::make_unique<support::Window>(m_world.client, m_world.clock,
                                                     m_dir.filePath(u"settings"_s));
        m_window->endModelTest();
        m_window->page->setRefreshInterval(0);
        while (m_window->session.status().loaded < rows) {
            if (m_window->rests())
                m_window->session.wantMore();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        rest();
    }

    support::Window &window() { return *m_window; }
    widgets::ConversationTable &table() { return *m_window->table(); }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&table(), key, modifiers);
    }

    void type(const QString &search) { m_window->find<QLineEdit>("Search")->setText(search); }

    // A page of changes, half of them to rows that are known.
    void refresh()
    {
        QByteArrayList rows;
        for (int i = 0; i < changesOfAPage; ++i)
            rows.append(conversation(i % 2 ? i : m_rows + m_added++, present + ++m_moment));
        m_changes = page(rows);
        m_window->session.refresh();
    }

    // As a pointer does that comes over the list.
    void hold()
    {
        QEnterEvent enter({}, {}, {});
        QCoreApplication::sendEvent(&table(), &enter);
    }

    void scroll()
    {
        QScrollBar &bar = *table().verticalScrollBar();
        bar.setValue((bar.value() + 170) % bar.maximum());
        table().viewport()->repaint();
    }

    // What an act and all events that follow from it cost the GUI thread.
    double cost(const Act &act)
    {
        act.prepare(*this);
        rest();
        m_application.takeSpent();
        const double before = cpuMilliseconds();
        act.act(*this);
        const double direct = cpuMilliseconds() - before;
        m_application.takeSpent(); // which is in it
        rest();
        return direct + m_application.takeSpent();
    }

    // A look at every row that is shown, at no more than whether it is selected.
    double costOfALook()
    {
        const inbox::RowOrder &order = m_window->session.model().order();
        const inbox::RowSelection &selection = table().rowSelection();
        const double before = cpuMilliseconds();
        int selected = 0;
        for (int position = 0; position < order.size(); ++position)
            selected += selection.contains(order.rowAt(position));
        const double spent = cpuMilliseconds() - before;
        return selected >= 0 ? spent : 0; // so that it is not left out
    }

private:
    // Until nothing is on its way and nothing is left to paint.
    void rest()
    {
        QElapsedTimer quiet;
        quiet.start();
        while (quiet.elapsed() < 15) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QThread::msleep(1);
            if (m_window->session.arranger().isWorking() || !m_window->rests())
                quiet.restart();
        }
    }

    MeteredApplication &m_application;
    const int m_rows;
    QTemporaryDir m_dir;
    QByteArray m_changes = page({});
    int m_added = 0;
    qint64 m_moment = 0;
    support::ScriptedWorld m_world;
    std::unique_ptr<support::Window> m_window;
};

// A selection is the thread's own work. What a worker does with many rows takes longer, and the
// window says meanwhile that it goes on, which costs as much as a look or two.
constexpr double itself = 0.7;
constexpr double withWorker = 3;
constexpr double leastOfAnAct = 0.01; // milliseconds; nothing that happens costs less

const std::array acts{
    Act{"a page of changes arrives", withWorker, [](Inbox &inbox) { inbox.key(Qt::Key_Home); },
        [](Inbox &inbox) { inbox.refresh(); }},
    Act{"a page arrives, while a state is searched", withWorker,
        [](Inbox &inbox) { inbox.type(u"is:unassigned -x"_s); },
        [](Inbox &inbox) { inbox.refresh(); }},
    Act{"a key of search", withWorker, [](Inbox &inbox) { inbox.type({}); },
        [](Inbox &inbox) { inbox.type(u"lopes"_s); }},
    Act{"a key of search is taken back", withWorker, [](Inbox &inbox) { inbox.type(u"lopes"_s); },
        [](Inbox &inbox) { inbox.type({}); }},
    Act{"a frame while somebody scrolls", itself, [](Inbox &) {},
        [](Inbox &inbox) { inbox.scroll(); }},
    Act{"Down", itself, [](Inbox &inbox) { inbox.key(Qt::Key_Home); },
        [](Inbox &inbox) { inbox.key(Qt::Key_Down); }},
    Act{"Ctrl+A", itself, [](Inbox &inbox) { inbox.key(Qt::Key_Home); },
        [](Inbox &inbox) { inbox.key(Qt::Key_A, Qt::ControlModifier); }},
    Act{"Shift+Down of very many", itself,
        [](Inbox &inbox) {
            inbox.key(Qt::Key_End);
            inbox.key(Qt::Key_Up);
            inbox.key(Qt::Key_Home, Qt::ShiftModifier);
        },
        [](Inbox &inbox) { inbox.key(Qt::Key_Down, Qt::ShiftModifier); }},
    Act{"Down, when all are selected", itself,
        [](Inbox &inbox) { inbox.key(Qt::Key_A, Qt::ControlModifier); },
        [](Inbox &inbox) { inbox.key(Qt::Key_Down); }},
    Act{"a page arrives while the list is held", withWorker,
        [](Inbox &inbox) {
            inbox.key(Qt::Key_Home);
            inbox.hold();
        },
        [](Inbox &inbox) { inbox.refresh(); }},
    Act{"what waited is shown", withWorker,
        [](Inbox &inbox) {
            inbox.key(Qt::Key_Home);
            inbox.hold();
            inbox.refresh();
        },
        [](Inbox &inbox) { Q_EMIT inbox.table().waitingRequested(); }},
    Act{"a page arrives, when all are selected", withWorker,
        [](Inbox &inbox) { inbox.key(Qt::Key_A, Qt::ControlModifier); },
        [](Inbox &inbox) { inbox.refresh(); }},
};

} // namespace

int main(int argc, char **argv)
{
    MeteredApplication application(argc, argv);
    Inbox few(application, fewRows);
    Inbox many(application, argc > 1 ? QByteArray(argv[1]).toInt() : manyRows);
    double look = 1e9;
    for (int i = 0; i < fewestTries; ++i)
        look = std::min(look, many.costOfALook());
    std::printf("a look at every row: %.2f ms\n", look);
    bool areKept = true;
    for (const Act &act : acts) {
        double leastOfFew = 1e9;
        double leastOfMany = 1e9;
        const auto looks = [&] { return (leastOfMany - leastOfFew) / look; };
        for (int i = 0; i < fewestTries || (i < mostTries && looks() > act.budget); ++i) {
            leastOfFew = std::min(leastOfFew, few.cost(act));
            leastOfMany = std::min(leastOfMany, many.cost(act));
        }
        const bool isKept = looks() <= act.budget && leastOfMany > leastOfAnAct;
        areKept = areKept && isKept;
        std::printf("%-40s %6.2f ms, of few rows %6.2f ms: %5.2f looks %s\n", act.name, leastOfMany,
                    leastOfFew, looks(),
                    isKept                        ? ""
                    : leastOfMany <= leastOfAnAct ? "nothing has happened"
                                                  : "over");
        std::fflush(stdout);
    }
    return areKept ? 0 : 1;
}
