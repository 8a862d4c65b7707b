// SPDX-License-Identifier: GPL-3.0-or-later
// What a large inbox costs in the real window, over the real client: bench_window [rows]
// At a million rows it exits with 1 where something takes longer than its budget. The last column
// is the most that one event has computed meanwhile, in milliseconds: on a busy machine it says
// whether Quoin is slow.
#include "conversations.h"
#include "measure.h"

#include "exporting/exportjob.h"
#include "support/fixture.h"
#include "support/window.h"
#include "widgets/inbox/conversationactions.h"
#include "words/viewsettings.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;
using bench::conversation;
using bench::page;
using bench::present;
using support::Window;

namespace {

constexpr int fullSize = 1'000'000;
constexpr int rowsOfAPage = 10'000; // more than the API has, so that the bench begins soon
constexpr int changesOfAPage = 100;

// Knows the longest time for which one event has kept the GUI thread.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const Stopwatch watch;
        // Both may be gone afterwards.
        const char *const name = m_isVerbose ? receiver->metaObject()->className() : nullptr;
        const int type = event->type();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            note(watch, name, type);
        return result;
    }

    void note(const Stopwatch &watch, const char *receiver = "", int type = 0)
    {
        const double milliseconds = watch.milliseconds();
        if (m_isVerbose && milliseconds > 10)
            std::printf("    an event of %.1f ms: %s, %d\n", milliseconds, receiver, type);
        m_longest = std::max(m_longest, milliseconds);
        m_mostComputed = std::max(m_mostComputed, watch.computed());
    }
    double takeLongest() { return std::exchange(m_longest, 0); }
    double takeMostComputed() { return std::exchange(m_mostComputed, 0); }

private:
    const bool m_isVerbose = qEnvironmentVariableIsSet("VERBOSE");
    int m_depth = 0;
    double m_longest = 0;
    double m_mostComputed = 0; // milliseconds
};

quo::Directory directory(const QString &support)
{
    quo::Directory directory;
    QList<quo::Line> lines;
    for (int i = 0; i < 12; ++i)
        lines.append({u"PN%1"_s.arg(i),
                      u"+1415555%1"_s.arg(1000 + i),
                      (i % 3 == 0 ? support : u"Sales"_s) + u" %1"_s.arg(i),
                      {}});
    directory.setLines(lines);
    QList<quo::Teammate> teammates;
    for (int i = 0; i < 40; ++i)
        teammates.append({u"US%1"_s.arg(i), u"First %1"_s.arg(i), u"Last %1"_s.arg(i), {}});
    directory.add(teammates);
    return directory;
}

class Bench : public QObject
{
public:
    Bench(TimedApplication &application, int rows)
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
        m_window =
            std::make_unique<Window>(m_world.client, m_world.clock, m_dir.filePath(u"settings"_s));
        m_window->endModelTest();
        m_window->widget->resize(1400, 900);
        m_window->page->setRefreshInterval(0);
        m_window->table()->viewport()->installEventFilter(this);
        quo::ContactIndex contacts;
        for (int i = 0; i < rows / 100; ++i)
            contacts.add(u"+1%1"_s.arg(2'000'000'000LL + i * 7),
                         {u"Contact Person %1"_s.arg(i), u"Company %1"_s.arg(i % 1000)});
        m_window->names.setContacts(contacts);
        m_window->names.setDirectory(directory(u"Support"_s));
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted = m_isPainted || event->type() == QEvent::Paint;
        return false;
    }

    // Whether all budgets were kept.
    bool run()
    {
        load();
        const QStringList words{u"lopes"_s, u"jose 77"_s, u"(415) 55"_s, u"support"_s,
                                u"nowak 4"_s};
        report("first key after load", search({u"l"_s}).front(), 50);
        setSearch({});

        m_window->table()->clearSelection();
        report("key of search to painted, nothing selected, p95", percentile(search(words), 0.95),
               25);
        m_window->select(5);
        report("the same, one selected", percentile(search(words), 0.95), 25);
        report("Ctrl+A",
               longest([this] { QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier); }), 16);
        report("the same, all selected", percentile(search(words), 0.95), 25);
        rest();
        report("summary of all selected",
               longest([this] { QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier); }), 16);
        std::vector<double> pages;
        for (int i = 0; i < 9; ++i)
            pages.push_back(arrive(i % 2 == 0));
        report("a page of 100 arrives after Ctrl+A", percentile(pages, 0.5), 16);
        report("Ctrl+C of all, which are offered for an export",
               longest([this] { QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier); }), 16);
        copyMany();
        exportAll();
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        rest();
        QMenu *actions = m_window->find<QToolButton>("More actions")->menu();
        report("context menu", longest([&] { actions->popup({300, 300}); }), 16);
        actions->close();
        report("Ctrl+K", longest([this] {
                   QTest::keyClick(m_window->widget.get(), Qt::Key_K, Qt::ControlModifier);
               }),
               16);
        if (QWidget *open = QApplication::activePopupWidget())
            open->close();
        bool isRenamed = false;
        std::vector<double> renames;
        for (int i = 0; i < 5; ++i) {
            isRenamed = !isRenamed;
            renames.push_back(longest([&] {
                m_window->names.setDirectory(directory(isRenamed ? u"Help"_s : u"Support"_s));
            }));
        }
        report("rename of a line", percentile(renames, 0.5), 16);
        table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum() / 2);
        std::vector<double> above;
        for (int i = 0; i < 9; ++i)
            above.push_back(arrive(false));
        report("new above", percentile(above, 0.5), 16);
        m_window->select(7);
        m_window->table()->scrollToTop();
        rest();
        auto *people = m_window->find<QToolButton>("Other conversations with these people");
        report("people button", longest([&] { people->click(); }), 16);
        if (QWidget *open = QApplication::activePopupWidget())
            open->close();
        report("sort by time, to painted", sortBy(u"createdAt"), 120);
        report("sort by name, to painted", sortBy(u"name"), 300);
        QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
        rest();
        busy();
        return m_areBudgetsKept;
    }

private:
    widgets::ConversationTable &table() { return *m_window->table(); }

    void load()
    {
        const Stopwatch watch;
        while (m_window->session.status().loaded < m_rows) {
            if (m_window->rests())
                m_window->session.wantMore();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        rest();
        m_application.takeMostComputed();
        std::printf("%d rows in %.0f s\n", m_window->session.status().loaded,
                    watch.milliseconds() / 1000);
    }

    void report(const char *what, double milliseconds, double budget)
    {
        const bool isKept = milliseconds <= budget;
        if (m_rows >= fullSize)
            m_areBudgetsKept = m_areBudgetsKept && isKept;
        const double computed = m_application.takeMostComputed();
        std::printf("| %-50s | %8.1f ms | %5.0f ms | %-4s | %s\n", what, milliseconds, budget,
                    isKept ? "" : "over",
                    computed > 0 ? qPrintable(QString::number(computed, 'f', 1)) : "");
        std::fflush(stdout);
    }

    // Until nothing is on its way and nothing is left to paint.
    void rest()
    {
        QElapsedTimer quiet;
        quiet.start();
        while (quiet.elapsed() < 200) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            if (m_window->session.arranger().isWorking() || !m_window->rests())
                quiet.restart();
        }
    }

    // For which an event, or the act itself, keeps the GUI thread.
    template <class F>
    double longest(F act)
    {
        QCoreApplication::processEvents();
        m_application.takeLongest();
        const Stopwatch watch;
        act();
        m_application.note(watch);
        rest();
        return m_application.takeLongest();
    }

    double arrive(bool isNew)
    {
        QByteArrayList rows;
        const int known =
            isNew ? m_rows + m_added : int(QRandomGenerator::global()->bounded(m_rows / 2));
        for (int i = 0; i < changesOfAPage; ++i)
            rows.append(conversation(known + i, present + ++m_moment));
        if (isNew)
            m_added += changesOfAPage;
        m_changes = page(rows);
        const int loaded = m_window->session.status().loaded;
        const double longestEvent = longest([this] { m_window->session.refresh(); });
        const int wanted = loaded + (isNew ? changesOfAPage : 0);
        if (!QTest::qWaitFor([&] { return m_window->session.status().loaded == wanted; }))
            std::printf("the page has not come: %d of %d\n", m_window->session.status().loaded,
                        wanted);
        return longestEvent;
    }

    // As many as can be copied, until they are on the clipboard.
    void copyMany()
    {
        const inbox::InboxModel &model = m_window->session.model();
        const int rows = std::min(int(widgets::ConversationActions::mostCopied), m_rows);
        table().selectionModel()->select(
            QItemSelection(model.index(0, 0), model.index(rows - 1, model.columnCount() - 1)),
            QItemSelectionModel::ClearAndSelect);
        QGuiApplication::clipboard()->clear();
        rest();
        const Stopwatch watch;
        m_application.takeLongest();
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        while (QGuiApplication::clipboard()->text().isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double longestEvent = m_application.takeLongest();
        report("Ctrl+C of 50,000, in a worker", longestEvent, 16);
        std::printf("  they are on the clipboard after %.0f ms\n", watch.milliseconds());
        // A message above the list moves all of the window, which is painted once for it.
        rest();
        std::vector<double> painted;
        for (int i = 0; i < 9; ++i)
            painted.push_back(longest([this] { m_window->widget->repaint(); }));
        std::printf("  the longest event took %.1f times as long as it takes to paint the window\n",
                    longestEvent / percentile(painted, 0.5));
    }

    void exportAll()
    {
        const inbox::InboxModel &model = m_window->session.model();
        quo::SystemClock clock;
        std::unique_ptr<exporting::ExportJob> job;
        const Stopwatch watch;
        const double begun = longest([&] {
            exporting::RowSource source{model.rows(), model.order(),
                                        words::shownColumns(m_window->state.shown().columns),
                                        model.names().snapshot()};
            auto file = std::make_unique<exporting::ExportFile>(
                m_dir.filePath(u"all.csv"_s), exporting::ExportOptions(), source.columns);
            job = std::make_unique<exporting::ExportJob>(
                exporting::ExportJob::Task{std::move(source), std::move(file), {}}, clock);
        });
        report("Export of all is pressed", begun, 16);
        m_application.takeLongest();
        while (std::holds_alternative<exporting::ExportJob::Working>(job->state()))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        report("while all of them are written", m_application.takeLongest(), 16);
        std::printf("  they are in the file after %.0f ms\n", watch.milliseconds());
    }

    double untilArranged(const std::function<void()> &act)
    {
        QEventLoop loop;
        QObject::connect(&m_window->session.arranger(), &inbox::RowArranger::arranged, &loop,
                         [this, &loop] {
                             m_isPainted = false;
                             loop.quit();
                         });
        const Stopwatch watch;
        const std::clock_t before = std::clock();
        act();
        if (m_window->session.arranger().isWorking())
            loop.exec();
        if (!m_isPainted)
            table().viewport()->repaint();
        m_computed = double(std::clock() - before) * 1000 / CLOCKS_PER_SEC;
        return watch.milliseconds();
    }

    double setSearch(const QString &text)
    {
        auto *field = m_window->find<QLineEdit>("Search");
        return untilArranged([&] { field->setText(text); });
    }

    // From each key to the painted list.
    std::vector<double> search(const QStringList &words)
    {
        std::vector<double> keys;
        for (const QString &word : words) {
            for (qsizetype length = 1; length <= word.size(); ++length) {
                keys.push_back(setSearch(word.left(length)));
                if (qEnvironmentVariableIsSet("VERBOSE"))
                    std::printf("  %-16s %8.1f ms, computed %8.1f ms, %d rows\n",
                                qPrintable(word.left(length)), keys.back(), m_computed,
                                m_window->session.model().rowCount());
            }
            setSearch({});
            rest();
        }
        return keys;
    }

    double sortBy(QStringView column)
    {
        std::vector<double> times;
        for (int i = 0; i < 4; ++i) {
            QHeaderView &header = *table().horizontalHeader();
            times.push_back(
                untilArranged([&] { Q_EMIT header.sectionClicked(inbox::columnIndex(column)); }));
            rest();
        }
        return percentile(times, 0.5);
    }

    // Five seconds of pages, a search, sorts and a frame 60 times a second.
    void busy()
    {
        std::vector<double> frames;
        std::vector<double> gaps;
        QEventLoop loop;
        QTimer refreshes;
        refreshes.setInterval(100);
        QObject::connect(&refreshes, &QTimer::timeout, &loop, [this] {
            QByteArrayList rows;
            for (int i = 0; i < changesOfAPage; ++i)
                rows.append(conversation(int(QRandomGenerator::global()->bounded(m_rows)),
                                         present + ++m_moment));
            m_changes = page(rows);
            m_window->session.refresh();
        });
        QTimer sorts;
        bool isByName = false;
        sorts.setInterval(700);
        QObject::connect(&sorts, &QTimer::timeout, &loop, [&] {
            isByName = !isByName;
            Q_EMIT table().horizontalHeader()->sectionClicked(
                inbox::columnIndex(isByName ? u"name" : u"updatedAt"));
        });
        QTimer frame;
        frame.setTimerType(Qt::PreciseTimer);
        frame.setInterval(16);
        QObject::connect(&frame, &QTimer::timeout, &loop, [&] {
            const Stopwatch watch;
            QScrollBar &bar = *table().verticalScrollBar();
            bar.setValue((bar.value() + 170) % qMax(1, bar.maximum()));
            table().viewport()->repaint();
            frames.push_back(watch.milliseconds());
        });
        QElapsedTimer sinceLast;
        sinceLast.start();
        QTimer beat; // as often as the loop comes round
        QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
            gaps.push_back(double(sinceLast.nsecsElapsed()) / 1e6);
            sinceLast.restart();
        });
        QTimer::singleShot(m_rows >= fullSize ? 5000 : 1000, &loop, &QEventLoop::quit);
        refreshes.start();
        sorts.start();
        frame.start();
        beat.start(0);
        loop.exec();
        report("busy: a frame, p99", percentile(frames, 0.99), 16);
        report("busy: the longest gap in the event loop", percentile(gaps, 1), 30);
    }

    TimedApplication &m_application;
    const int m_rows;
    QTemporaryDir m_dir;
    QByteArray m_changes = page({});
    int m_added = 0;
    qint64 m_moment = 0;
    double m_computed = 0; // milliseconds, by all threads
    bool m_areBudgetsKept = true;
    bool m_isPainted = false; // the list, since it was arranged
    support::ScriptedWorld m_world;
    std::unique_ptr<Window> m_window;
};

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    Bench bench(application, argc > 1 ? QByteArray(argv[1]).toInt() : 5000);
    return bench.run() ? 0 : 1;
}
