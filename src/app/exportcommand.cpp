// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/system.h"
#include "inbox/phonenumber.h"
#include "widgets/errorwords.h"
#include "widgets/words.h"
#include "workspace/viewfile.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace app {

namespace {

using quo::PageWalk;

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_UNIX
    return ::isatty(::fileno(stream)) != 0;
#else
    Q_UNUSED(stream)
    return false;
#endif
}

quo::Instant toInstant(const TimeArgument &argument, quo::Instant now, const QTimeZone &zone)
{
    if (const auto *age = std::get_if<quo::milliseconds>(&argument))
        return now - *age;
    if (const auto *wall = std::get_if<workspace::WallTime>(&argument))
        return workspace::toInstant(*wall, zone, workspace::Edge::Earlier);
    return std::get<quo::Instant>(argument);
}

// What a query asks for, in the words of the wire.
QString asText(quo::ConversationQuery query)
{
    query.pageToken.reset();
    return QString::fromLatin1(query.encoded(quo::ArrayStyle::Plain));
}

} // namespace

ExportCommand::ExportCommand(const ExportCommandOptions &options, Connection &connection,
                             quo::Clock &clock, const inbox::Reader &reader)
    : m_options(options)
    , m_connection(connection)
    , m_clock(clock)
    , m_reader(reader)
    , m_format(options.format)
    , m_matcher(options.rowFilter)
    , m_isStreamed(options.sort && !*options.sort)
{
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    m_begun = m_clock.now();
    m_elapsed.start();
    if (!readOptions())
        return;
    // Before anything is read: where nothing can be written there is nothing to wait for.
    m_file = std::make_unique<exporting::ExportFile>(m_options.output, m_format, m_columns);
    if (const std::optional<QString> problem = m_file->open())
        return failToWrite(*problem);
    m_connection.open([this](const QString &problem) {
        if (!problem.isEmpty())
            return end(FailedToExport, problem);
        m_directory = std::make_unique<quo::DirectoryLoader>(m_connection.client(), m_clock);
        connect(m_directory.get(), &quo::DirectoryLoader::finished, this, &ExportCommand::begin);
        m_directory->load();
    });
}

bool ExportCommand::readOptions()
{
    workspace::Filters filters = m_options.filters;
    QStringList columns = m_options.columns;
    if (!m_options.viewFile.isEmpty()) {
        const auto view = workspace::readViewFile(m_options.viewFile);
        if (!view) {
            end(WrongUsage, m_options.viewFile + QStringLiteral(": ") +
                                widgets::viewProblemSentence(view.error()));
            return false;
        }
        // What is said on the command line goes before what the view says.
        filters = view->filters;
        if (!m_options.filters.lines.isEmpty())
            filters.lines = m_options.filters.lines;
        if (!m_options.filters.teammate.isEmpty())
            filters.teammate = m_options.filters.teammate;
        filters.excludeInactive = filters.excludeInactive || m_options.filters.excludeInactive;
        if (columns.isEmpty())
            for (const workspace::ColumnSetting &column : view->columns)
                if (column.visible)
                    columns.append(column.id);
    }
    for (QString &line : filters.lines)
        if (const auto number = inbox::parseNumber(line, m_reader.region);
            number && !quo::isPhoneNumberId(line))
            line = *number;
    m_query = filters.toQuery(m_begun, m_reader.zone);
    const auto set = [this](std::optional<quo::Instant> &bound,
                            const std::optional<TimeArgument> &argument) {
        if (argument)
            bound = toInstant(*argument, m_begun, m_reader.zone);
    };
    set(m_query.createdAfter, m_options.createdAfter);
    set(m_query.createdBefore, m_options.createdBefore);
    set(m_query.updatedAfter, m_options.updatedAfter);
    set(m_query.updatedBefore, m_options.updatedBefore);
    if (const QList<quo::QueryProblem> problems = quo::problemsOf(m_query); !problems.isEmpty()) {
        end(WrongUsage, widgets::filterName(problems.first().field) + QStringLiteral(": ") +
                            widgets::problemSentence(problems.first()));
        return false;
    }
    for (const inbox::Column &column : inbox::columns())
        if (columns.isEmpty() && column.visibleAtFirst)
            m_columns.append(&column);
    for (const QString &id : std::as_const(columns))
        if (const int column = inbox::columnIndex(id); column >= 0)
            m_columns.append(&inbox::columns()[size_t(column)]);
    m_format.zone = m_options.isLocal ? m_reader.zone : QTimeZone::utc();
    return true;
}

void ExportCommand::begin()
{
    if (m_walk)
        return; // the names were read again
    QStringList lines;
    for (const quo::Line &line : m_directory->directory().lines())
        lines.append(line.id);
    m_walk = std::make_unique<quo::FullWalk>(m_connection.client(), m_clock, m_query, lines,
                                             quo::Priority::Walk);
    connect(m_walk.get(), &quo::FullWalk::pageArrived, this, &ExportCommand::onPage);
    connect(m_walk.get(), &quo::FullWalk::stateChanged, this, &ExportCommand::onWalkState);
    m_walk->start();
}

void ExportCommand::onPage(const quo::Page &page)
{
    if (m_hasEnded)
        return; // the program takes a moment to end
    m_skipped += int(page.skipped.size());
    for (const quo::SkippedRow &row : page.skipped)
        if (const QString reason = widgets::reasonText(row); !m_skippedBecause.contains(reason))
            m_skippedBecause.append(reason);
    if (m_isStreamed) {
        QList<quo::Conversation> unseen = page.rows;
        unseen.removeIf([this](const quo::Conversation &row) {
            const bool isSeen = m_seen.contains(row.id);
            m_seen.insert(row.id);
            return isSeen;
        });
        inbox::ConversationStore store;
        store.merge(unseen);
        take(store, inbox::RowOrder::ofArrival(store.size()));
    } else {
        m_held.merge(page.rows);
    }
    showProgress();
    if (const std::optional<QString> problem = m_file->problem())
        failToWrite(*problem);
    else if (m_isStreamed && isLimitReached())
        finish();
}

bool ExportCommand::isLimitReached() const
{
    return m_options.limit > 0 && m_file->rows() >= m_options.limit;
}

void ExportCommand::take(const inbox::ConversationStore &store, const inbox::RowOrder &order)
{
    const inbox::CellContext now = context();
    for (int i = 0; i < order.size() && !isLimitReached(); ++i) {
        const inbox::ConversationRow row = store.at(order.rowAt(i));
        if (m_matcher.matches(row, now))
            m_file->write(row, now);
    }
}

void ExportCommand::onWalkState()
{
    if (m_hasEnded)
        return;
    const PageWalk::State state = m_walk->state();
    const bool failed = std::holds_alternative<PageWalk::Failed>(state);
    if (!failed && !std::holds_alternative<PageWalk::Ended>(state))
        return;
    if (failed) {
        const quo::ApiError &error = std::get<PageWalk::Failed>(state).error;
        if (m_walk->pages() == 0)
            return end(FailedToExport, widgets::errorSentence(error) + QLatin1Char(' ') +
                                           widgets::errorDetail(error));
        for (const quo::FullWalk::Failure &failure : m_walk->failures())
            m_missing.append(asText(failure.query) + QStringLiteral(": ") +
                             widgets::errorSentence(failure.error));
        // What is not whole does not take the place of what is.
        if (const std::optional<QString> problem = m_file->markPartial())
            return failToWrite(*problem);
    }
    finish();
}

void ExportCommand::finish()
{
    if (!m_isStreamed) {
        const inbox::SortKey key = m_options.sort ? **m_options.sort : inbox::latestFirst();
        take(m_held,
             inbox::sorted(m_held, inbox::RowOrder::ofArrival(m_held.size()), key, context()));
    }
    exporting::Manifest about = manifest();
    if (const std::optional<QString> problem = m_file->commit(about, m_options.manifest))
        return failToWrite(*problem);
    if (!m_missing.isEmpty())
        return end(Incomplete, tr("incomplete: %1").arg(m_missing.join(QStringLiteral("; "))));
    end(Whole, about.loss);
}

exporting::Manifest ExportCommand::manifest() const
{
    exporting::Manifest about;
    about.program = QStringLiteral("Quoin ") + QCoreApplication::applicationVersion();
    about.workspace = m_connection.baseUrl().toString();
    QStringList filters{asText(m_query)};
    if (!m_options.rowFilter.isEmpty())
        filters.append(tr("and on this side by state or words"));
    about.filters = filters.join(u' ');
    for (const quo::ConversationQuery &part : m_walk->parts())
        about.requests.append(asText(part));
    about.order =
        m_isStreamed ? tr("as they arrived")
        : m_options.sort
            ? inbox::columns()[size_t((*m_options.sort)->column)].id +
                  ((*m_options.sort)->descending ? QStringLiteral(" descending") : QString())
            : QStringLiteral("lastActivityAt descending");
    about.zone = QString::fromLatin1(m_format.zone.id());
    about.begun = m_begun;
    about.ended = m_clock.now();
    about.skipped = m_skipped;
    about.skippedBecause = m_skippedBecause;
    about.missing = m_missing;
    for (const QString &line : m_walk->leftOutLines())
        about.missing.append(tr("%1: the key’s owner may not see this line").arg(line));
    about.isComplete = about.missing.isEmpty() && m_skipped == 0 && !isLimitReached();
    return about;
}

void ExportCommand::showProgress()
{
    if (m_options.isQuiet || !isTerminal(stderr))
        return;
    const double seconds = qMax(0.001, m_elapsed.elapsed() / 1000.0);
    std::fprintf(stderr, "\r%d pages read, %.1f a second", m_walk->pages(),
                 m_walk->pages() / seconds);
}

void ExportCommand::failToWrite(const QString &problem)
{
    end(FailedToExport, m_options.output + QStringLiteral(": ") + problem);
}

void ExportCommand::end(ExitCode code, const QString &sentence)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    if (!m_options.isQuiet && isTerminal(stderr) && m_walk)
        std::fputs("\n", stderr);
    if (!sentence.isEmpty())
        std::fprintf(stderr, "quoin: %s\n", qPrintable(sentence));
    m_file.reset(); // what was not put in place is gone
    // Deferred, since the walk may be in the middle of telling.
    QMetaObject::invokeMethod(
        qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
}

inbox::CellContext ExportCommand::context() const
{
    return {m_reader, m_clock.now(), m_directory->directory(), m_contacts};
}

int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;
    Connection connection(options, environment, clock, settingsFile());
    ExportCommand command(options, connection, clock, systemReader());
    QMetaObject::invokeMethod(&command, &ExportCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace app
