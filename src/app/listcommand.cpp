// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listcommand.h"

#include "app/connection.h"
#include "app/system.h"
#include "inbox/harmlesstext.h"
#include "quo/directoryloader.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace app {

namespace {

constexpr int incomplete = 3; // exit code, the same as ExportCommand's

struct ListWords
{
    Q_DECLARE_TR_FUNCTIONS(app::ListCommand)
};

void complain(const QString &sentence)
{
    std::fprintf(stderr, "quoin: %s\n", qPrintable(inbox::harmlessLine(sentence)));
}

using Row = QList<std::pair<QString, QString>>; // names and values

QList<Row> rowsOf(const quo::Directory &directory, ListOptions::What what)
{
    QList<Row> rows;
    if (what == ListOptions::What::Lines)
        for (const quo::Line &line : directory.lines())
            rows.append({{QStringLiteral("id"), line.id},
                         {QStringLiteral("number"), line.number},
                         {QStringLiteral("name"), line.name},
                         {QStringLiteral("symbol"), line.symbol}});
    else
        for (const quo::Teammate &user : directory.teammates())
            rows.append({{QStringLiteral("id"), user.id},
                         {QStringLiteral("firstName"), user.firstName},
                         {QStringLiteral("lastName"), user.lastName},
                         {QStringLiteral("email"), user.email}});
    // By the two values after the id; the id orders namesakes.
    std::ranges::sort(rows, {}, [](const Row &row) {
        return std::tuple(row[1].second, row[2].second, row[0].second);
    });
    return rows;
}

QByteArray toTable(const QList<Row> &rows)
{
    if (rows.isEmpty())
        return {};
    QList<QStringList> lines{{}};
    for (const auto &[name, value] : rows.first())
        lines.first().append(name);
    for (const Row &row : rows) {
        QStringList cells;
        for (const auto &[name, value] : row)
            cells.append(inbox::harmlessLine(value)); // a terminal would obey escapes
        lines.append(cells);
    }
    QByteArray table;
    for (const QStringList &cells : std::as_const(lines)) {
        QString line;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto longest = std::ranges::max(
                lines, {}, [i](const QStringList &other) { return other[i].size(); });
            line += cells[i].leftJustified(longest[i].size() + 2);
        }
        table += line.trimmed().toUtf8() + '\n';
    }
    return table;
}

QByteArray toJson(const QList<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows) {
        QJsonObject object;
        for (const auto &[name, value] : row)
            object.insert(name, value);
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace

int runList(const ListOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;
    Connection connection(options, environment, clock, settingsFile());
    std::unique_ptr<quo::DirectoryLoader> loader;
    const auto fail = [](const QString &sentence) {
        complain(sentence);
        QCoreApplication::exit(1);
    };
    connection.open([&](const QString &problem) {
        if (!problem.isEmpty())
            return fail(problem);
        loader = std::make_unique<quo::DirectoryLoader>(connection.client(), clock);
        QObject::connect(loader.get(), &quo::DirectoryLoader::finished, loader.get(), [&] {
            const QList<Row> rows = rowsOf(loader->directory(), options.what);
            const bool areLines = options.what == ListOptions::What::Lines;
            const auto &error = areLines ? loader->linesError() : loader->teammatesError();
            const auto &skipped = areLines ? loader->skippedLines() : loader->skippedTeammates();
            if (rows.isEmpty() && error)
                return fail(words::errorSentence(*error) + u' ' + words::errorDetail(*error));
            const QByteArray text = options.isJson ? toJson(rows) : toTable(rows);
            std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
            if (error)
                complain(ListWords::tr("incomplete: %1").arg(words::errorSentence(*error)));
            if (!skipped.isEmpty())
                complain(ListWords::tr("incomplete: couldn't read %n entry(s) (%1)", nullptr,
                                       int(skipped.size()))
                             .arg(words::reasonTexts(skipped).join(QStringLiteral(", "))));
            QCoreApplication::exit(error || !skipped.isEmpty() ? incomplete : 0);
        });
        loader->load();
    });
    return QCoreApplication::exec();
}

} // namespace app
