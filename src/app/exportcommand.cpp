// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/system.h"
#include "exporting/exportname.h"
#include "exporting/formats.h"
#include "inbox/column.h"
#include "inbox/contactnumbers.h"
#include "inbox/harmlesstext.h"
#include "inbox/phonenumber.h"
#include "inbox/searchparser.h"
#include "words/columnwords.h"
#include "words/completenesswords.h"
#include "words/problemwords.h"
#include "words/sortsettings.h"
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

} // namespace

ExportCommand::ExportCommand(const ExportCommandOptions &options, Connection &connection,
                             quo::Clock &clock, const inbox::Reader &reader)
    : m_options(options)
    , m_connection(connection)
    , m_clock(clock)
    , m_reader(reader)
    , m_format(options.format)
    , m_sort(options.sort)
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
    QString search = m_options.search;
    if (!m_options.viewFile.isEmpty()) {
        const auto view = workspace::readViewFile(m_options.viewFile);
        if (!view) {
            end(WrongUsage, m_options.viewFile + QStringLiteral(": ") +
                                words::viewProblemSentence(view.error()));
            return false;
        }
        // What is said on the command line goes before what the view says.
        filters = view->filters;
        if (!m_options.filters.lines.isEmpty())
            filters.lines = m_options.filters.lines;
        if (!m_options.filters.teammate.isEmpty())
            filters.teammate = m_options.filters.teammate;
        filters.excludeInactive = filters.excludeInactive || m_options.filters.excludeInactive;
        if (search.isEmpty())
            search = view->search;
        if (!m_options.isSortGiven && !view->sort.isEmpty())
            m_sort = words::toSortKeys(view->sort);
        if (columns.isEmpty())
            for (const workspace::ColumnSetting &column : view->columns)
                if (column.visible)
                    columns.append(column.id);
    }
    for (QString &line : filters.lines) {
        const auto number = inbox::parseNumber(line, {m_reader.region});
        if (quo::isPhoneNumberId(line))
            continue;
        if (number)
            line = *number;
        else if (number.error() != inbox::NumberProblem::NotANumber)
            m_nationalLines.append(std::exchange(line, QString()));
    }
    filters.lines.removeAll(QString());
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
        refuse(problems.first());
        return false;
    }
    m_search = search;
    m_filter = {m_options.facets,
                inbox::parseSearch(search, m_begun, m_reader.zone, {m_reader.region})};
    if (const auto &problems = m_filter.search.problems; !problems.isEmpty()) {
        end(WrongUsage, QStringLiteral("--search: ") + words::problemSentence(problems.first()));
        return false;
    }
    for (const inbox::Column &column : inbox::columns())
        if (columns.isEmpty() && words::columnWords(column.id).isInitiallyVisible)
            m_columns.append(&column);
    for (const QString &id : std::as_const(columns))
        if (const int column = inbox::columnIndex(id); column >= 0)
            m_columns.append(&inbox::columns()[size_t(column)]);
    m_format.zone = m_options.isLocal ? m_reader.zone : QTimeZone::utc();
    return true;
}

void ExportCommand::refuse(const quo::QueryProblem &problem)
{
    end(WrongUsage,
        words::filterName(problem.field) + QStringLiteral(": ") + words::problemSentence(problem));
}

bool ExportCommand::readNationalLines()
{
    const QStringList regions = inbox::regionsOf(m_reader, m_directory->directory());
    for (const QString &line : std::as_const(m_nationalLines)) {
        const auto number = inbox::parseNumber(line, regions);
        m_query.phoneNumbers.append(number ? *number : line);
    }
    const QList<quo::QueryProblem> problems = quo::problemsOf(m_query);
    if (!problems.isEmpty())
        refuse(problems.first());
    return problems.isEmpty();
}

void ExportCommand::begin()
{
    if (m_walk || m_contactLoader || m_hasEnded)
        return; // the names were read again
    if (m_reader.region.isEmpty())
        m_reader.region = inbox::regionsOf(m_reader, m_directory->directory()).value(0);
    if (!readNationalLines())
        return;
    m_filter.search = inbox::parseSearch(m_search, m_begun, m_reader.zone,
                                         inbox::regionsOf(m_reader, m_directory->directory()));
    if (needsContacts())
        readContacts();
    // A limit to what comes first ends the reading, so it is searched as it comes.
    if (!m_contactLoader || m_sort)
        readRows();
}

bool ExportCommand::needsContacts() const
{
    constexpr int name = inbox::columnIndex(inbox::ColumnId::Name);
    const bool writesNames = exporting::traitsOf(m_format.format).hasColumns &&
                             m_columns.contains(&inbox::columns()[size_t(name)]);
    const bool sortsByNames = m_sort && std::ranges::any_of(*m_sort, [](const inbox::SortKey &key) {
                                  return key.column == name;
                              });
    return writesNames || sortsByNames || inbox::searchesContacts(m_filter.search);
}

void ExportCommand::readContacts()
{
    m_contactLoader = std::make_unique<quo::ContactLoader>(m_connection.client());
    const auto goOn = [this] {
        m_contacts = inbox::withReadNumbers(m_contacts,
                                            inbox::regionsOf(m_reader, m_directory->directory()));
        if (m_walk)
            finishWhenRead();
        else
            readRows();
    };
    connect(m_contactLoader.get(), &quo::ContactLoader::progressed, this,
            [this](const quo::ContactIndex &soFar) { m_contacts = soFar; });
    connect(m_contactLoader.get(), &quo::ContactLoader::finished, this,
            [this, goOn](const quo::ContactIndex &all) {
                m_contacts = all;
                if (!m_contactLoader->skipped().isEmpty())
                    m_contactsError = quo::ApiError::of(quo::ApiError::Kind::UnreadableAnswer);
                goOn();
            });
    connect(m_contactLoader.get(), &quo::ContactLoader::failed, this,
            [this, goOn](const quo::ApiError &error) {
                m_contactsError = error;
                goOn();
            });
    m_contactLoader->load();
}

void ExportCommand::readRows()
{
    QStringList lines = m_directory->directory().lineIds();
    lines.sort(); // in the same order in each run, so that the requests are the same
    m_walk = std::make_unique<quo::FullWalk>(m_connection.client(), m_clock, m_query, lines,
                                             quo::Priority::Walk);
    connect(m_walk.get(), &quo::FullWalk::pageArrived, this, &ExportCommand::onPage);
    connect(m_walk.get(), &quo::FullWalk::rowsLeft, this, &ExportCommand::onRowsLeft);
    connect(m_walk.get(), &quo::FullWalk::stateChanged, this, &ExportCommand::finishWhenRead);
    m_walk->start();
}

void ExportCommand::onPage(const quo::Page &page)
{
    if (m_hasEnded || m_job)
        return; // the program takes a moment to end
    const inbox::ConversationStore::Merge merge = m_held.merge(page.rows);
    showProgress();
    if (m_sort || m_options.limit == 0)
        return;
    // In the order of arrival no later row comes before these. One that has changed may have left
    // them, so all are looked at again before it is enough.
    m_found += matchingRows(merge.firstAdded).size();
    if (exceedsLimit(m_found) && exceedsLimit(m_found = matchingRows(0).size()))
        write();
}

bool ExportCommand::exceedsLimit(qsizetype rows) const
{
    return m_options.limit > 0 && rows > m_options.limit;
}

void ExportCommand::onRowsLeft(const QStringList &ids)
{
    for (const QString &id : ids)
        if (const std::optional<quint32> row = m_held.find(id))
            m_held.leave(*row);
}

QList<quint32> ExportCommand::matchingRows(quint32 first)
{
    if (!m_contactTexts && inbox::searchesContacts(m_filter.search))
        m_contactTexts = std::make_shared<inbox::ContactTexts>(m_contacts);
    const inbox::NamesSnapshot names = this->names();
    const inbox::ConversationRows &rows = m_held.rows();
    const inbox::RowMatcher matcher(m_filter, rows, names.context(), m_contactTexts);
    QList<quint32> matching;
    for (quint32 row = first; row < rows.size(); ++row)
        if (!rows.hasLeft(row) && matcher.matches(rows, row, names.now))
            matching.append(row);
    return matching;
}

inbox::RowOrder ExportCommand::order()
{
    QList<quint32> rows = matchingRows(0);
    if (m_sort)
        rows = inbox::sorted(m_held.rows(), inbox::sortedById(m_held.rows(), inbox::RowOrder(rows)),
                             *m_sort, names().context())
                   .rows();
    m_isCutOff = exceedsLimit(rows.size());
    if (m_isCutOff)
        rows.resize(m_options.limit);
    return inbox::RowOrder(rows);
}

void ExportCommand::finishWhenRead()
{
    if (m_hasEnded || m_job)
        return;
    const PageWalk::State state = m_walk->state();
    const bool failed = std::holds_alternative<PageWalk::Failed>(state);
    if (!failed && !std::holds_alternative<PageWalk::Ended>(state))
        return;
    // Without a row there is no use for their names.
    const bool awaitsContacts = m_contactLoader && m_contactLoader->isLoading();
    if (!awaitsContacts || (failed && m_walk->completeness().rows == 0))
        write();
}

void ExportCommand::write()
{
    if (m_job || m_hasEnded)
        return;
    exporting::RowSource source{m_held.rows(), order(), m_columns, names()};
    exporting::Manifest about = manifest();
    const quo::Completeness &completeness = about.completeness;
    if (completeness.verdict() == quo::Verdict::NothingUsable)
        return end(exitCode(completeness.verdict()), words::verdictSentence(completeness));
    // What is not whole does not take the place of what is.
    if (exporting::nameFor(m_options.output, completeness) != m_options.output)
        if (const std::optional<QString> problem = m_file->markPartial())
            return failToWrite(*problem);
    m_job = std::make_unique<exporting::ExportJob>(exporting::ExportJob::Task{
        std::move(source), std::move(m_file), about, m_options.manifest});
    connect(m_job.get(), &exporting::ExportJob::stateChanged, this, &ExportCommand::onJobState);
}

ExportCommand::ExitCode ExportCommand::exitCode(quo::Verdict verdict)
{
    switch (verdict) {
    case quo::Verdict::Whole:
        return Whole;
    case quo::Verdict::Incomplete:
        return Incomplete;
    case quo::Verdict::NothingUsable:
        return FailedToExport;
    }
    return FailedToExport;
}

quo::Completeness ExportCommand::completeness() const
{
    quo::Completeness completeness = m_walk->completeness();
    completeness.asOf = m_begun;
    if (inbox::searchesContacts(m_filter.search) && completeness.rows > 0)
        completeness.contactsProblem = m_contactsError;
    if (m_isCutOff) {
        // Where the walk was then does not matter: rows were left out either way.
        completeness.limitReached = true;
        completeness.moreExist = false;
    }
    return completeness;
}

void ExportCommand::onJobState()
{
    if (const auto *failed = std::get_if<exporting::ExportFailed>(&m_job->state()))
        return failToWrite(failed->problem);
    const auto *done = std::get_if<exporting::ExportDone>(&m_job->state());
    if (!done)
        return;
    const quo::Completeness &completeness = done->manifest.completeness;
    QStringList sentences{words::verdictSentence(completeness), done->manifest.loss};
    sentences.removeAll(QString());
    end(exitCode(completeness.verdict()), sentences.join(u' '));
}

exporting::Manifest ExportCommand::manifest() const
{
    exporting::Manifest about;
    about.program = QStringLiteral("Quoin ") + QCoreApplication::applicationVersion();
    about.workspace = m_connection.baseUrl().toString();
    about.filters = words::requestText(m_query);
    if (!m_filter.isEmpty())
        about.filters += u' ' + tr("and on this side by state or words");
    for (const quo::ConversationQuery &part : m_walk->parts())
        about.requests.append(words::requestText(part));
    about.order = words::orderText(m_sort.value_or(inbox::SortKeys()));
    about.zone = QString::fromLatin1(m_format.zone.id());
    about.begun = m_begun;
    about.ended = m_clock.now();
    exporting::setCompleteness(about, completeness());
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
        std::fprintf(stderr, "quoin: %s\n", qPrintable(inbox::harmlessLine(sentence)));
    // What was not put in place is gone. The job may be the one that is telling.
    m_file.reset();
    // Deferred, since the walk may be in the middle of telling.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [code] { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
}

inbox::NamesSnapshot ExportCommand::names() const
{
    return {m_reader, m_directory->directory(), m_contacts, m_clock.now()};
}

int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;
    Connection connection(options, environment, clock, settingsFile());
    // Files are for programs, and the same whatever language the machine speaks: names are sorted
    // as in English, and numbers are as in the country of most lines.
    inbox::Reader plain = reader({});
    plain.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    plain.region = options.region;
    ExportCommand command(options, connection, clock, plain);
    QMetaObject::invokeMethod(&command, &ExportCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace app
