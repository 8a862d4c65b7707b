// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportoptions.h"
#include "inbox/facet.h"
#include "inbox/rowsort.h"
#include "workspace/filters.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <variant>

namespace app {

constexpr int mostConversations = 10'000'000; // of a demo

// Which workspace.
struct Target
{
    bool demo = false;
    int demoConversations = 5000;
    QUrl baseUrl; // where not demo
};

struct WindowOptions : Target
{
    QString viewFile;       // empty: none
    QString screenshotFile; // empty: a window that stays
};

struct ServerOptions
{
    quint16 port = 0;
    int conversations = 5000;
    quint64 seed = 1;
    std::chrono::milliseconds latency{0};
    int rateLimit = 0; // requests a second; 0: none
};

// An instant as it is typed: exact, as a wall clock shows it, or as an age.
using TimeArgument = std::variant<quo::Instant, workspace::WallTime, quo::milliseconds>;

struct ExportCommandOptions : Target
{
    QString output; // a file name, or '-'
    exporting::ExportOptions format;
    bool isLocal = false; // instants in the zone of this machine
    // ISO 3166-1 alpha-2; its numbers are written without their country code. Empty: the one that
    // most lines are in.
    QString region;
    QString viewFile;           // empty: none
    workspace::Filters filters; // without dates
    std::optional<TimeArgument> createdAfter;
    std::optional<TimeArgument> createdBefore;
    std::optional<TimeArgument> updatedAfter;
    std::optional<TimeArgument> updatedBefore;
    inbox::Facets facets = 0; // one of them is enough; 0: any
    QString search;           // see inbox::parseSearch()
    // Null: as they arrive, without holding them.
    std::optional<inbox::SortKeys> sort = inbox::latestFirst();
    bool isSortGiven = false;
    QStringList columns; // empty: the view's, or those that are initially visible
    int limit = 0;       // 0: none
    bool manifest = false;
    bool isQuiet = false;
    bool fromMirror = false; // what is kept on this computer, without a request
    // What is kept on this computer where it is at most this old; otherwise, unless 'fromMirror' is
    // set, what the server answers. Null: only as the other says.
    std::optional<quo::milliseconds> maxAge;
};

struct SyncOptions : Target
{
    bool readsAll = false; // also where changes would do
    bool isQuiet = false;
};

struct ListOptions : Target
{
    enum class What { Lines, Users } what = What::Lines;
    bool isJson = false;
};

// A text to print instead of doing anything: to stdout if the exit code is 0, otherwise to stderr.
struct Say
{
    QString text;
    int exitCode = 0;
};

using Command =
    std::variant<WindowOptions, ServerOptions, ExportCommandOptions, SyncOptions, ListOptions, Say>;

// 'arguments' begin with the program's name. Needs a QCoreApplication.
Command parseCommandLine(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace app
