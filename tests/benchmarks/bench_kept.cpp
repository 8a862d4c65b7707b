// SPDX-License-Identifier: GPL-3.0-or-later
// From a workspace that was kept on this computer to a list of all of it, beside the SQLite shell
// that reads the same file:
//     bench_kept [rows [file]]
// A file that exists is read as it is.
//     bench_kept keep ROWS FOLDER URL KEY
// only writes the file that Quoin has in this folder for a server and a key from outside, and
// prints its name.
#include "madeup.h"
#include "measure.h"

#include "inbox/keptrows.h"
#include "inbox/rowarranger.h"
#include "inbox/statewatch.h"
#include "mirror/writer.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/conversationtable.h"
#include "words/columnwords.h"
#include "workspace/mirrorfile.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace {

using namespace Qt::StringLiterals;

constexpr int latestRows = 200;

double writeRows(const mirror::Place &place, int rows, const bench::People &people)
{
    QRandomGenerator random(1);
    const Stopwatch watch;
    mirror::Writer writer(place);
    for (int row = 0; row < rows;) {
        mirror::ChangeSet changes;
        for (const int end = std::min(rows, row + 10'000); row < end; ++row)
            changes.rows.append(bench::makeRow(random, people.lines, people.teammates));
        QEventLoop loop;
        QObject::connect(&writer, &mirror::Writer::written, &loop, &QEventLoop::quit);
        writer.write(changes);
        loop.exec();
    }
    return watch.milliseconds();
}

// As whole as after a reading of everything, just now.
int keep(const QStringList &arguments)
{
    const auto file = workspace::mirrorFileOf(arguments.value(1), QUrl(arguments.value(2)),
                                              quo::ApiKey::fromUserInput(arguments.value(3)));
    if (!file)
        qFatal("no place for the file");
    const mirror::Place place{file->fileName, file->owner};
    const bench::People people = bench::makePeople();
    writeRows(place, arguments.value(0).toInt(), people);
    const quo::Instant now = quo::SystemClock().now();
    mirror::ChangeSet changes;
    changes.extent = {true, now, now, now};
    mirror::Writer writer(place);
    writer.writeDirectory(people.directory);
    writer.write(changes);
    std::puts(qPrintable(place.fileName));
    return 0;
}

// Real timers, and a time that stands.
class PresentClock final : public quo::Clock
{
public:
    quo::Instant now() const override { return bench::present; }
    quo::milliseconds ticks() const override { return {}; }
    std::unique_ptr<Timer> callAfter(quo::milliseconds wait, std::function<void()> f) override
    {
        struct Waiting : Timer
        {
            QTimer timer;
        };
        auto waiting = std::make_unique<Waiting>();
        waiting->timer.setSingleShot(true);
        QObject::connect(&waiting->timer, &QTimer::timeout, &waiting->timer, std::move(f));
        waiting->timer.start(wait);
        return waiting;
    }
};

struct Figures
{
    double first = 0;    // ms from the start to the first painted rows
    double read = 0;     // all rows are read
    double all = 0;      // all rows are in the list
    double searched = 0; // and a search has been answered
    double followed = 0; // states are followed
    double gap = 0;      // the longest time without the event loop, ms
    double busy = 0;     // of one turn of it, what the GUI thread computed the most
    double rows = 0;
    double bytesPerRow = 0;
};

class Start
{
public:
    explicit Start(const bench::People &people)
        : m_names(m_clock,
                  {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(), u"US"_s})
        , m_model(m_source, m_names, words::listWords())
        , m_arranger(m_model, m_clock)
        , m_states(m_store, m_clock)
        , m_table(m_model, m_theme, m_clock)
    {
        m_names.setDirectory(people.directory);
        m_table.resize(1200, 800);
        m_table.show();
        m_arrangement.sort = inbox::latestFirst();
        m_arranger.setArrangement(m_arrangement);
        m_arranger.reset(m_store);
        QCoreApplication::processEvents();
    }

    Figures measure(const mirror::Place &place)
    {
        Figures figures;
        const double before = bench::memory();
        QEventLoop loop;
        QElapsedTimer sinceLast;
        Stopwatch turn;
        QTimer beat; // not all the time, which would take a processor from the workers
        beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
            figures.gap = std::max(figures.gap, double(sinceLast.nsecsElapsed()) / 1e6 - 2);
            figures.busy = std::max(figures.busy, turn.computed());
            if (qEnvironmentVariableIsSet("VERBOSE") && turn.computed() > 4)
                std::printf("  at %.0f ms: %.1f ms\n", m_watch.milliseconds(), turn.computed());
            sinceLast.restart();
            turn = {};
        });
        QObject::connect(&m_states, &inbox::StateWatch::timePassed, &loop,
                         [&] { figures.followed = m_watch.milliseconds(); });
        QObject::connect(&m_model, &QAbstractItemModel::rowsInserted, &loop, [&] {
            m_table.viewport()->repaint();
            if (figures.first == 0)
                figures.first = m_watch.milliseconds();
        });
        QObject::connect(&m_arranger, &inbox::RowArranger::arranged, &loop, [&] {
            m_table.viewport()->repaint();
            const double now = m_watch.milliseconds();
            if (!m_arrangement.search.isEmpty()) {
                figures.searched = now;
                loop.quit();
            } else if (m_model.rowCount() > latestRows) {
                figures.all = now;
                m_arrangement.search = u"lopes 77"_s;
                m_arranger.setArrangement(m_arrangement);
            }
        });
        m_watch = {};
        sinceLast.start();
        beat.start(2);
        const std::unique_ptr<QThread> worker(QThread::create([&] {
            const auto reader = mirror::Reader::open(place);
            if (!reader || !*reader)
                qFatal("no rows");
            const auto kept = inbox::readKeptRows(
                **reader, latestRows,
                [&](const inbox::KeptRows &latest) { adoptLater(loop, latest); },
                [] { return false; });
            if (!kept)
                qFatal("not read");
            figures.read = m_watch.milliseconds();
            adoptLater(loop, *kept);
        }));
        worker->start();
        loop.exec();
        worker->wait();
        m_arrangement.search.clear();
        m_arranger.setArrangement(m_arrangement);
        QTimer::singleShot(2000, &loop, &QEventLoop::quit);
        loop.exec();
        figures.rows = m_store.size();
        figures.bytesPerRow = (bench::memory() - before) / m_store.size();
        return figures;
    }

private:
    void adoptLater(QObject &context, const inbox::KeptRows &kept)
    {
        QMetaObject::invokeMethod(
            &context,
            [this, kept]() mutable {
                const auto merge = m_store.adopt(std::move(kept.rows), std::move(kept.index));
                m_states.noteAdopted(merge.firstAdded);
                m_arranger.apply(merge);
            },
            Qt::QueuedConnection);
    }

    Stopwatch m_watch;
    PresentClock m_clock;
    bench::NoSource m_source;
    inbox::Names m_names;
    inbox::ConversationStore m_store;
    inbox::InboxModel m_model;
    inbox::RowArranger m_arranger;
    inbox::StateWatch m_states;
    QWidget m_themed;
    widgets::ThemeSource m_theme{m_themed};
    widgets::ConversationTable m_table;
    inbox::Arrangement m_arrangement;
};

// What the SQLite shell needs for all rows, in ms; 0 if it is not there.
double shellTime(const QString &fileName)
{
    QProcess shell;
    shell.setStandardOutputFile(QProcess::nullDevice());
    const Stopwatch watch;
    shell.start(u"sqlite3"_s, {u"-readonly"_s, fileName, u"SELECT * FROM conversation"_s});
    return shell.waitForFinished(-1) && shell.exitCode() == 0 ? watch.milliseconds() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "keep"_L1)
        return keep(arguments.mid(2));
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 5000;
    const QString given = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    const QTemporaryDir folder;
    const mirror::Place place{given.isEmpty() ? folder.filePath(u"kept.sqlite"_s) : given, "owner"};
    const bench::People people = bench::makePeople();
    if (!QFile::exists(place.fileName))
        std::printf("%d rows written in %.0f ms\n", rows, writeRows(place, rows, people));
    Start start(people);
    const Figures figures = start.measure(place);
    const double shell = shellTime(place.fileName);
    const auto print = [](const char *what, double value, const char *unit) {
        std::printf("| %-52s | %10.1f %-2s |\n", what, value, unit);
    };
    print("rows", figures.rows, "");
    print("the latest rows are painted", figures.first, "ms");
    print("all rows are read", figures.read, "ms");
    print("all rows are in the list", figures.all, "ms");
    print("a search has found some", figures.searched, "ms");
    print("their states are followed", figures.followed, "ms");
    print("the longest gap in the event loop", figures.gap, "ms");
    print("the most that the GUI thread computed in a turn", figures.busy, "ms");
    print("memory a row", figures.bytesPerRow, "B");
    print("SELECT * by the SQLite shell", shell, "ms");
    return 0;
}
