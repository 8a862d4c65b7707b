// SPDX-License-Identifier: GPL-3.0-or-later
// What a large inbox costs, beside Qt's own items on the same rows:
//     bench_inbox [rows [rows of Qt's items]]
// Of a million rows Qt's items are not done within the hour, so they may have fewer.
#include "madeup.h"
#include "measure.h"

#include "inbox/rowarranger.h"
#include "widgets/common/theme.h"
#include "widgets/inbox/conversationtable.h"
#include "words/columnwords.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using bench::FixedClock;
using bench::makeRow;
using bench::memory;
using bench::NoSource;
using bench::present;
using inbox::RowArranger;

namespace {

constexpr int pageSize = 100;
constexpr int changedRows = 10'000;

const QStringList &typed()
{
    static const QStringList words{u"lopes"_s,   u"jose 77"_s,    u"(415) 55"_s,      u"4155552"_s,
                                   u"müller"_s,  u"support"_s,    u"dana kim"_s,      u"cn0f3a"_s,
                                   u"to:dana"_s, u"is:snoozed"_s, u"nothing at all"_s};
    return words;
}

struct Figures
{
    double bytesPerRow = 0;
    double appendPage = 0; // 95th percentile, of 100 rows
    double keystroke = 0;  // 95th percentile, to the painted result
    double line = 0;       // the choice of another line, 95th percentile, to the painted result
    double lineBusy = 0;   // of that the GUI thread's part, the most
    double sortInstants = 0;
    double sortNames = 0;
    double frame = 0;      // 99th percentile while scrolling
    double merge = 0;      // of 10,000 changes, all of them
    double worstMerge = 0; // of 100 of them
    double busyFrame = 0;  // 99th percentile while pages come, a sort runs and somebody scrolls
    double busyGap = 0;    // the longest time without the event loop meanwhile
};

double scrollFrames(QAbstractItemView &view)
{
    std::vector<double> frames;
    QScrollBar &bar = *view.verticalScrollBar();
    for (int i = 0; i < 300; ++i) {
        const Stopwatch watch;
        bar.setValue(int(double(bar.maximum()) * i / 300) + (i % 7) * 40);
        view.viewport()->repaint();
        frames.push_back(watch.milliseconds());
    }
    return percentile(frames, 0.99);
}

class Ours
{
public:
    Ours()
        : m_names(m_clock,
                  {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc(), u"US"_s})
        , m_model(m_source, m_names, words::listWords())
        , m_arranger(m_model, m_clock)
        , m_table(m_model, m_theme, m_clock)
    {
        m_table.resize(1200, 800);
        m_table.show();
    }

    Figures measure(int rows, const QStringList &lines, const QStringList &people,
                    const quo::Directory &directory)
    {
        Figures figures;
        m_names.setDirectory(directory);
        m_arrangement.sort = inbox::latestFirst();
        m_arranger.setArrangement(m_arrangement);
        const double before = memory();
        m_arranger.reset(m_store);
        QRandomGenerator random(1);
        std::vector<double> pages;
        for (int row = 0; row < rows; row += pageSize) {
            QList<quo::Conversation> page;
            for (int i = 0; i < pageSize; ++i)
                page.append(makeRow(random, lines, people));
            const Stopwatch watch;
            m_arranger.apply(m_store.merge(page));
            pages.push_back(watch.milliseconds());
        }
        pages.erase(pages.begin(), pages.begin() + std::ptrdiff_t(pages.size() * 9 / 10));
        figures.appendPage = percentile(pages, 0.95); // of the last tenth, the dearest
        QCoreApplication::processEvents();
        figures.bytesPerRow = (memory() - before) / m_store.size();
        figures.frame = scrollFrames(m_table);

        std::vector<double> keystrokes;
        for (const QString &word : typed())
            for (int length = 1; length <= word.size(); ++length) {
                m_arrangement.search = word.left(length);
                keystrokes.push_back(arrange());
                if (qEnvironmentVariableIsSet("VERBOSE"))
                    std::printf("  %-16s %8.1f ms %d\n", qPrintable(m_arrangement.search),
                                keystrokes.back(), m_model.rowCount());
            }
        figures.keystroke = percentile(keystrokes, 0.95);
        m_arrangement.search.clear();
        arrange();

        std::vector<double> choices;
        for (const QString &line : lines)
            for (const auto &chosen : {std::optional(QSet<QString>{line}), {}}) {
                m_arrangement.conditions.lines = chosen;
                const Stopwatch watch;
                choices.push_back(arrange());
                figures.lineBusy = std::max(figures.lineBusy, watch.computed());
            }
        figures.line = percentile(choices, 0.95);

        m_arrangement.sort = {{inbox::columnIndex(u"createdAt"), false}};
        figures.sortInstants = arrange();
        m_arrangement.sort = {{inbox::columnIndex(u"name"), false}};
        figures.sortNames = arrange();
        m_arrangement.sort = inbox::latestFirst();
        arrange();

        std::vector<double> merges;
        for (int done = 0; done < changedRows; done += pageSize) {
            QList<quo::Conversation> page;
            for (int i = 0; i < pageSize; ++i) {
                quo::Conversation row = m_store.at(random.bounded(m_store.size())).toConversation();
                row.updatedAt = row.lastActivityAt = present + quo::milliseconds(done + i);
                page.append(row);
            }
            const Stopwatch watch;
            m_arranger.apply(m_store.merge(page));
            m_table.viewport()->repaint();
            merges.push_back(watch.milliseconds());
        }
        for (const double merge : merges)
            figures.merge += merge;
        figures.worstMerge = percentile(merges, 1);
        scrollWhileBusy(figures, random, lines, people);
        return figures;
    }

private:
    // Five seconds of it: a page every tenth of a second, as the key allows, one sort after the
    // other, and a frame 60 times a second.
    void scrollWhileBusy(Figures &figures, QRandomGenerator &random, const QStringList &lines,
                         const QStringList &people)
    {
        std::vector<double> frames;
        std::vector<double> gaps;
        QEventLoop loop;
        QTimer pages;
        pages.setInterval(100);
        QObject::connect(&pages, &QTimer::timeout, &loop, [&] {
            QList<quo::Conversation> page;
            for (int i = 0; i < pageSize; ++i)
                page.append(makeRow(random, lines, people));
            m_arranger.apply(m_store.merge(page));
        });
        bool isByName = false;
        QObject::connect(&m_arranger, &RowArranger::arranged, &loop, [&] {
            isByName = !isByName;
            m_arrangement.sort = {
                {inbox::columnIndex(isByName ? QLatin1String("name") : QLatin1String("updatedAt")),
                 false}};
            m_arranger.setArrangement(m_arrangement);
        });
        QTimer frame;
        frame.setTimerType(Qt::PreciseTimer);
        frame.setInterval(16);
        QObject::connect(&frame, &QTimer::timeout, &loop, [&] {
            const Stopwatch watch;
            QScrollBar &bar = *m_table.verticalScrollBar();
            bar.setValue((bar.value() + 170) % qMax(1, bar.maximum()));
            m_table.viewport()->repaint();
            frames.push_back(watch.milliseconds());
        });
        QElapsedTimer sinceLast;
        sinceLast.start();
        QTimer beat; // as often as the loop comes round
        QObject::connect(&beat, &QTimer::timeout, &loop, [&] {
            gaps.push_back(double(sinceLast.nsecsElapsed()) / 1e6);
            sinceLast.restart();
        });
        QTimer::singleShot(5000, &loop, &QEventLoop::quit);
        m_arrangement.sort = {{inbox::columnIndex(u"createdAt"), true}};
        m_arranger.setArrangement(m_arrangement);
        pages.start();
        frame.start();
        beat.start(0);
        loop.exec();
        figures.busyFrame = percentile(frames, 0.99);
        figures.busyGap = percentile(gaps, 1);
    }

    double arrange()
    {
        QEventLoop loop;
        QObject::connect(&m_arranger, &RowArranger::arranged, &loop, &QEventLoop::quit);
        const Stopwatch watch;
        m_arranger.setArrangement(m_arrangement);
        if (m_arranger.isWorking())
            loop.exec();
        m_table.viewport()->repaint();
        return watch.milliseconds();
    }

    FixedClock m_clock;
    NoSource m_source;
    inbox::Names m_names;
    inbox::ConversationStore m_store;
    inbox::InboxModel m_model;
    RowArranger m_arranger;
    QWidget m_themed;
    widgets::ThemeSource m_theme{m_themed};
    widgets::ConversationTable m_table;
    inbox::Arrangement m_arrangement;
};

class Items
{
public:
    Items()
    {
        m_proxy.setSourceModel(&m_model);
        m_proxy.setFilterKeyColumn(-1);
        m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        m_proxy.setSortLocaleAware(true);
        m_view.setModel(&m_proxy);
        m_view.resize(1200, 800);
        m_view.show();
    }

    Figures measure(int rows, const QStringList &lines, const QStringList &people,
                    const quo::Directory &directory)
    {
        FixedClock clock;
        const inbox::Reader reader{QLocale(QLocale::English, QLocale::UnitedStates),
                                   QTimeZone::utc(), u"US"_s};
        const quo::ContactIndex contacts;
        const inbox::CellContext context{reader, present, directory, contacts};
        Figures figures;
        const double before = memory();
        QRandomGenerator random(1);
        std::vector<double> pages;
        for (int row = 0; row < rows; row += pageSize) {
            inbox::ConversationStore store;
            QList<quo::Conversation> page;
            for (int i = 0; i < pageSize; ++i)
                page.append(makeRow(random, lines, people));
            store.merge(page);
            const Stopwatch watch;
            for (quint32 i = 0; i < store.size(); ++i) {
                QList<QStandardItem *> items;
                for (const inbox::Column &column : inbox::columns()) {
                    auto *item = new QStandardItem;
                    const QVariant value = column.value(store.at(i));
                    item->setData(
                        column.kind == inbox::Column::Kind::Text
                            ? QVariant(words::columnWords(column.id).text(store.at(i), context))
                            : value,
                        Qt::DisplayRole);
                    items.append(item);
                }
                m_model.appendRow(items);
            }
            pages.push_back(watch.milliseconds());
        }
        pages.erase(pages.begin(), pages.begin() + std::ptrdiff_t(pages.size() * 9 / 10));
        figures.appendPage = percentile(pages, 0.95);
        QCoreApplication::processEvents();
        figures.bytesPerRow = (memory() - before) / rows;
        figures.frame = scrollFrames(m_view);

        std::vector<double> keystrokes;
        for (const QString &word : {u"lopes"_s, u"415"_s})
            for (int length = 1; length <= word.size(); ++length) {
                const Stopwatch watch;
                m_proxy.setFilterFixedString(word.left(length));
                m_view.viewport()->repaint();
                keystrokes.push_back(watch.milliseconds());
            }
        figures.keystroke = percentile(keystrokes, 0.95);
        m_proxy.setFilterFixedString({});

        m_proxy.setFilterKeyColumn(inbox::columnIndex(inbox::ColumnId::PhoneNumberId));
        std::vector<double> choices;
        for (const QString &line : lines)
            for (const QString &chosen : {directory.line(line)->name, QString()}) {
                const Stopwatch watch;
                m_proxy.setFilterFixedString(chosen);
                m_view.viewport()->repaint();
                choices.push_back(watch.milliseconds());
            }
        figures.line = percentile(choices, 0.95);
        m_proxy.setFilterKeyColumn(-1);

        const auto sort = [this](QAnyStringView column, Qt::SortOrder order) {
            const Stopwatch watch;
            m_proxy.sort(inbox::columnIndex(column), order);
            m_view.viewport()->repaint();
            return watch.milliseconds();
        };
        figures.sortInstants = sort(u"createdAt", Qt::AscendingOrder);
        figures.sortNames = sort(u"name", Qt::AscendingOrder);
        sort(u"lastActivityAt", Qt::DescendingOrder);
        m_proxy.setDynamicSortFilter(true);

        const int column = inbox::columnIndex(u"lastActivityAt");
        std::vector<double> merges;
        for (int done = 0; done < changedRows; done += pageSize) {
            const Stopwatch watch;
            for (int i = 0; i < pageSize; ++i)
                m_model.item(random.bounded(rows), column)
                    ->setData(
                        quo::toDateTime(present + quo::milliseconds(done + i), QTimeZone::utc()),
                        Qt::DisplayRole);
            m_view.viewport()->repaint();
            merges.push_back(watch.milliseconds());
            if (watch.milliseconds() > 2000) { // it is clear by now
                figures.merge = watch.milliseconds() * changedRows / pageSize;
                figures.worstMerge = watch.milliseconds();
                return figures;
            }
        }
        for (const double merge : merges)
            figures.merge += merge;
        figures.worstMerge = percentile(merges, 1);
        return figures;
    }

private:
    QStandardItemModel m_model;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

// Of the program, from its start to its end.
double runTime(const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, QTemporaryDir().path());
    program.setProcessEnvironment(environment);
    const Stopwatch watch;
    program.start(QStringLiteral(QUOIN_PROGRAM), arguments);
    program.waitForFinished();
    return watch.milliseconds();
}

void print(const char *what, double ours, double theirs, const char *unit)
{
    std::printf("| %-52s | %10.1f %-2s | %11.1f %-2s | %7.3f |\n", what, ours, unit, theirs, unit,
                ours / theirs);
}

// What Qt's items cannot do at all.
void printAlone(const char *what, double ours, const char *unit)
{
    std::printf("| %-52s | %10.1f %-2s | %14s | %7s |\n", what, ours, unit, "", "");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 5000;
    const int itemRows = argc > 2 ? QByteArray(argv[2]).toInt() : rows;
    const auto &[lines, people, directory] = bench::makePeople();

    Figures ours;
    {
        Ours inbox;
        ours = inbox.measure(rows, lines, people, directory);
    }
    std::fflush(stdout);
    Figures items;
    {
        Items baseline;
        items = baseline.measure(itemRows, lines, people, directory);
    }
    std::printf("Qt's items are QStandardItemModel, QSortFilterProxyModel, QTableView\n");
    std::printf("| %-52s | %13d | %14d | %7s |\n", "rows", rows, itemRows, "ratio");
    print("memory a row", ours.bytesPerRow, items.bytesPerRow, "B");
    print("append 100 rows, p95 (Quoin: sorted as well)", ours.appendPage, items.appendPage, "ms");
    print("search, keystroke to painted result, p95", ours.keystroke, items.keystroke, "ms");
    print("choose a line or all, to painted result, p95", ours.line, items.line, "ms");
    printAlone("the GUI thread's part of the longest", ours.lineBusy, "ms");
    print("sort by time", ours.sortInstants, items.sortInstants, "ms");
    print("sort by name, in the order of the language", ours.sortNames, items.sortNames, "ms");
    print("a frame while scrolling, p99", ours.frame, items.frame, "ms");
    print("merge of 10,000 changes, sorted by what changes", ours.merge, items.merge, "ms");
    print("the dearest 100 of them", ours.worstMerge, items.worstMerge, "ms");
    printAlone("busy: a frame, p99", ours.busyFrame, "ms");
    printAlone("busy: the longest gap in the event loop", ours.busyGap, "ms");
    print("start to the first painted rows; just starting",
          runTime({u"--demo"_s, u"--screenshot"_s, QDir::temp().filePath(u"bench_inbox.png"_s)}),
          runTime({u"--version"_s}), "ms");
    return 0;
}
