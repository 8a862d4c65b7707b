// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "quo/decodedirectory.h"
#include "quo/fullwalk.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSet>

#include <atomic>
#include <cstdio>

// How fast everything is read at the key's limit, beside one serial walk in the same run:
// bench_fullwalk [rows [latency in ms …]], by default 1,000 rows at 20 ms. The demo server answers
// what comes too fast with 429, which is counted.

namespace {

constexpr int requestsPerSecond = 10;

struct Figures
{
    int requests = 0;
    int rows = 0;
    double seconds = 0;
    int refusals = 0; // 429

    double rate() const { return requests / seconds; }
};

// One page after the other.
class SerialWalk : public quo::PageWalk
{
public:
    SerialWalk(quo::Client &client, const quo::Clock &, const quo::ConversationQuery &query,
               const QStringList &, quo::Priority priority)
        : PageWalk(client, query, priority)
    {
        connect(this, &PageWalk::stateChanged, this, &PageWalk::fetchNext);
    }

    void start() { fetchNext(); }
};

// From the first request to the last answer.
template <class Walk>
Figures measure(int rows, int latency)
{
    std::atomic<int> requests = 0;
    demo::DemoServer::Settings settings;
    settings.conversations = rows;
    settings.latency = std::chrono::milliseconds(latency);
    settings.rateLimit = requestsPerSecond;
    settings.now = Q_INT64_C(1767225600000);
    settings.observer = [&requests](const demo::DemoRequest &) { ++requests; };
    demo::DemoServer server(settings);
    if (!server.start())
        qFatal("no demo server");
    quo::SystemClock clock;
    quo::Client::Settings clientSettings;
    clientSettings.baseUrl = server.baseUrl();
    clientSettings.key = quo::ApiKey::fromUserInput(QStringLiteral("demo"));
    clientSettings.userAgent = "Quoin/bench";
    quo::Client client(clientSettings, clock, [] { return 0.5; });

    // The server makes its workspace before its first answer.
    QEventLoop loop;
    QStringList lines;
    const auto directory =
        client.list(quo::linesRequest(), {}, quo::Priority::Walk, [&](const auto &answer) {
            for (const quo::LineAndUsers &entry : answer->rows)
                lines.append(entry.line.id);
            loop.quit();
        });
    loop.exec();

    QSet<QString> ids;
    Figures figures;
    requests = 0;
    const quo::milliseconds begun = clock.ticks();
    Walk walk(client, clock, quo::ConversationQuery(), lines, quo::Priority::Walk);
    QObject::connect(&walk, &Walk::pageArrived, &walk, [&ids](const quo::Page &page) {
        for (const quo::Conversation &row : page.rows)
            ids.insert(row.id);
    });
    QObject::connect(&walk, &Walk::stateChanged, &walk, [&] {
        const quo::PageWalk::State state = walk.state();
        if (const auto *waiting = std::get_if<quo::PageWalk::Waiting>(&state))
            figures.refusals += waiting->wait.because.httpStatus == 429;
        if (std::holds_alternative<quo::PageWalk::Failed>(state))
            qFatal("the walk failed");
        if (std::holds_alternative<quo::PageWalk::Ended>(state))
            loop.quit();
    });
    walk.start();
    loop.exec();
    figures.seconds = std::chrono::duration<double>(clock.ticks() - begun).count();
    figures.requests = requests;
    figures.rows = int(ids.size());
    return figures;
}

void print(const char *name, const Figures &figures)
{
    std::printf("  %-8s %5d requests, %6d rows in %6.2f s: %5.2f requests a second, %d times 429\n",
                name, figures.requests, figures.rows, figures.seconds, figures.rate(),
                figures.refusals);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = arguments.value(1, QStringLiteral("1000")).toInt();
    for (const QString &latency :
         arguments.size() > 2 ? arguments.mid(2) : QStringList{QStringLiteral("20")}) {
        std::printf("%d rows, %s ms a request, %d requests a second allowed\n", rows,
                    qPrintable(latency), requestsPerSecond);
        const Figures one = measure<SerialWalk>(rows, latency.toInt());
        print("serial", one);
        const Figures all = measure<quo::FullWalk>(rows, latency.toInt());
        print("full", all);
        if (all.rows != one.rows)
            qFatal("not the same rows");
        std::printf("  ratio: %.2f times as fast, %+.1f %% requests\n", one.seconds / all.seconds,
                    100.0 * (all.requests - one.requests) / one.requests);
    }
    return 0;
}
