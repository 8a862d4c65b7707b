// SPDX-License-Identifier: GPL-3.0-or-later
// What keeping a workspace costs, beside plain SQLite, its shell, and JSON:
//     bench_mirror [rows]
#include "measure.h"
#include "mirror/reader.h"
#include "mirror/writer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr int mostChanges = 200; // pages

// Rows as the demo workspace has them.
class Rows
{
public:
    Rows()
    {
        for (int i = 0; i < 12; ++i)
            m_lines.append(id("PN"));
        for (int i = 0; i < 40; ++i)
            m_people.append(id("US"));
    }

    QList<quo::Conversation> page(int first, int count)
    {
        QList<quo::Conversation> rows;
        for (int i = first; i < first + count; ++i)
            rows.append(row());
        return rows;
    }
    void change(quo::Conversation &row)
    {
        row.lastActivityId = id("AC");
        row.updatedAt = row.lastActivityAt = later();
    }

private:
    QString id(const char *kind)
    {
        return QLatin1String(kind) + u"%1%2"_s.arg(m_random.generate64(), 16, 16, QLatin1Char('0'))
                                         .arg(m_random.generate64(), 16, 16, QLatin1Char('0'));
    }
    quo::Instant ago()
    {
        return quo::Instant(
            quo::milliseconds(1'767'225'600'000 - m_random.bounded(31'536'000) * 1000LL));
    }
    quo::Instant later() { return quo::Instant(quo::milliseconds(1'767'225'600'000 + ++m_later)); }
    quo::Conversation row()
    {
        quo::Conversation row;
        row.id = id("CN");
        row.phoneNumberId = m_lines[m_random.bounded(12)];
        row.participants = {u"+1%1"_s.arg(2'000'000'000LL + m_random.bounded(1 << 30))};
        if (m_random.bounded(100) < 60)
            row.name = u"Fatima Garcia %1"_s.arg(m_random.bounded(1'000'000));
        if (m_random.bounded(100) < 60)
            row.assignedTo = m_people[m_random.bounded(40)];
        row.lastActivityId = id("AC");
        row.createdAt = ago();
        row.updatedAt = ago();
        // The server gives the latest first.
        row.lastActivityAt = quo::Instant(
            quo::milliseconds(1'767'225'600'000 - (++m_earlier * 1000 + m_random.bounded(30'000))));
        if (m_random.bounded(12) == 0)
            row.snoozedUntil = ago();
        return row;
    }

    QRandomGenerator m_random{1};
    QStringList m_lines;
    QStringList m_people;
    qint64 m_later = 0;
    qint64 m_earlier = 0;
};

QByteArray jsonOf(const quo::Conversation &row)
{
    const auto text = [](const std::optional<QString> &value) {
        return value ? '"' + value->toUtf8() + '"' : QByteArray("null");
    };
    const auto instant = [](const std::optional<quo::Instant> &value) {
        return value ? '"' + quo::formatInstantForJson(*value).toUtf8() + '"' : QByteArray("null");
    };
    return R"({"id":)" + text(row.id) + R"(,"phoneNumberId":)" + text(row.phoneNumberId) +
           R"(,"participants":[)" + text(row.participants.first()) + R"(],"name":)" +
           text(row.name) + R"(,"assignedTo":)" + text(row.assignedTo) + R"(,"lastActivityId":)" +
           text(row.lastActivityId) + R"(,"createdAt":)" + instant(row.createdAt) +
           R"(,"updatedAt":)" + instant(row.updatedAt) + R"(,"lastActivityAt":)" +
           instant(row.lastActivityAt) + R"(,"mutedUntil":null,"snoozedUntil":)" +
           instant(row.snoozedUntil) + R"(,"deletedAt":null})" + '\n';
}

// What comes to mind first: texts as they are in one table, in one transaction a page.
class PlainTable
{
public:
    explicit PlainTable(const QString &fileName)
    {
        sqlite3_open(fileName.toUtf8().constData(), &m_connection);
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
            "CREATE TABLE conversation(id TEXT PRIMARY KEY, phoneNumberId, participants, name,"
            " assignedTo, lastActivityId, createdAt, updatedAt, lastActivityAt, mutedUntil,"
            " snoozedUntil, deletedAt);"
            "CREATE INDEX byActivity ON conversation(lastActivityAt)");
        sqlite3_prepare_v2(m_connection,
                           "INSERT OR REPLACE INTO conversation"
                           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)",
                           -1, &m_put, nullptr);
    }
    ~PlainTable()
    {
        sqlite3_finalize(m_put);
        sqlite3_close(m_connection);
    }
    Q_DISABLE_COPY_MOVE(PlainTable)

    void write(const QList<quo::Conversation> &rows)
    {
        run("BEGIN");
        for (const quo::Conversation &row : rows) {
            bind(1, row.id);
            bind(2, row.phoneNumberId);
            bind(3, row.participants.join(u' '));
            bind(4, row.name);
            bind(5, row.assignedTo);
            bind(6, row.lastActivityId);
            bind(7, text(row.createdAt));
            bind(8, text(row.updatedAt));
            bind(9, text(row.lastActivityAt));
            bind(10, text(row.snoozedUntil));
            sqlite3_step(m_put);
            sqlite3_reset(m_put);
        }
        run("COMMIT");
    }

private:
    static std::optional<QString> text(const std::optional<quo::Instant> &instant)
    {
        return instant ? std::optional(quo::formatInstantForJson(*instant)) : std::nullopt;
    }
    void run(const char *sql) { sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr); }
    void bind(int place, const std::optional<QString> &text)
    {
        if (!text) {
            sqlite3_bind_null(m_put, place);
            return;
        }
        QByteArray &utf8 = m_texts[size_t(place)];
        utf8 = text->toUtf8();
        sqlite3_bind_text(m_put, place, utf8.constData(), int(utf8.size()), nullptr);
    }

    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_put = nullptr;
    std::array<QByteArray, 11> m_texts;
};

struct Times
{
    std::vector<double> asked;   // milliseconds of the caller
    std::vector<double> written; // until it is in the file
};

class WaitingWriter
{
public:
    explicit WaitingWriter(const mirror::Place &place)
        : m_writer(place)
    {
        QObject::connect(&m_writer, &mirror::Writer::opened, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_writer, &mirror::Writer::written, &m_loop, &QEventLoop::quit);
        m_loop.exec();
    }

    void write(const QList<quo::Conversation> &rows, Times &times)
    {
        const Stopwatch watch;
        m_writer.write({.rows = rows, .extent = mirror::Extent{}});
        times.asked.push_back(watch.computed());
        m_loop.exec();
        times.written.push_back(watch.milliseconds());
    }

private:
    mirror::Writer m_writer;
    QEventLoop m_loop;
};

double shellTime(const QString &fileName)
{
    const QString shell = QStandardPaths::findExecutable(u"sqlite3"_s);
    if (shell.isEmpty())
        return 0;
    const Stopwatch watch;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(shell, {fileName, u"SELECT * FROM conversation"_s});
    process.waitForFinished(-1);
    return watch.milliseconds();
}

void print(const char *what, double ours, double other, const char *unit, const char *baseline)
{
    std::printf("| %-46s | %9.3f %-2s | %9.3f %-2s | %s\n", what, ours, unit, other, unit,
                baseline);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 5000;
    const QTemporaryDir folder;
    const mirror::Place place{folder.filePath(u"w.sqlite"_s), "owner"};
    const QString plainName = folder.filePath(u"plain.sqlite"_s);

    Rows rows;
    qint64 jsonBytes = 0;
    QList<quo::Conversation> some; // that change later
    Times added;
    Times changed;
    std::vector<double> plainAdded;
    std::vector<double> plainChanged;
    {
        WaitingWriter writer(place);
        PlainTable plain(plainName);
        const auto writePlain = [&](const QList<quo::Conversation> &page, std::vector<double> &to) {
            const Stopwatch watch;
            plain.write(page);
            to.push_back(watch.milliseconds());
        };
        for (int i = 0; i < count; i += pageSize) {
            const QList<quo::Conversation> page = rows.page(i, pageSize);
            writer.write(page, added);
            writePlain(page, plainAdded);
            if (i < mostChanges * 1000)
                for (const quo::Conversation &row : page)
                    jsonBytes += jsonOf(row).size();
            if (some.size() < mostChanges * pageSize && (i / pageSize) % 10 == 0)
                some.append(page);
        }
        jsonBytes /= std::min(count, mostChanges * 1000);
        QRandomGenerator random(3);
        std::shuffle(some.begin(), some.end(), random);
        for (int i = 0; i + pageSize <= some.size(); i += pageSize) {
            for (int j = i; j < i + pageSize; ++j)
                rows.change(some[j]);
            writer.write(some.sliced(i, pageSize), changed);
            writePlain(some.sliced(i, pageSize), plainChanged);
        }
    }

    double opening = 0;
    double firstRows = 0;
    double allRows = 0;
    qint64 read = 0;
    {
        const Stopwatch watch;
        const auto reader = mirror::Reader::open(place);
        opening = watch.milliseconds();
        if (!reader || !*reader)
            return 1;
        const auto problem = (*reader)->forEachRow(200, [&](const mirror::RowView &) {
            if (++read == 200)
                firstRows = watch.milliseconds();
            return true;
        });
        allRows = watch.milliseconds();
        if (problem || read != count)
            return 1;
    }

    std::printf("%d rows\n", count);
    print("write 100 new rows, median", percentile(added.written, .5), percentile(plainAdded, .5),
          "ms", "a plain transaction");
    print("write 100 new rows, p95", percentile(added.written, .95), percentile(plainAdded, .95),
          "ms", "a plain transaction");
    print("write 100 new rows, the longest", percentile(added.written, 1),
          percentile(plainAdded, 1), "ms", "a plain transaction");
    print("write 100 changed rows, p95", percentile(changed.written, .95),
          percentile(plainChanged, .95), "ms", "a plain transaction");
    print("of it in the caller's thread, p95", percentile(added.asked, .95), 0, "ms", "");
    print("disk a row", double(mirror::sizeOf(place)) / count,
          double(QFileInfo(plainName).size()) / count, "B", "a plain table");
    print("", double(mirror::sizeOf(place)) / count, double(jsonBytes), "B", "JSON");
    print("open for reading", opening, 0, "ms", "");
    print("the latest 200 rows", firstRows, 0, "ms", "");
    print("all rows", allRows, shellTime(place.fileName), "ms", "SELECT * in SQLite's shell");
    return 0;
}
