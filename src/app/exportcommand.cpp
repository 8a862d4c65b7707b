// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcommand.h"

#include "app/system.h"
#include "exporting/exportname.h"
#include "inbox/contactnumbers.h"
#include "inbox/harmlesstext.h"
#include "inbox/phonenumber.h"
#include "words/completenesswords.h"
#include "words/instanttext.h"
#include "words/keptwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace app {

using quo::PageWalk;

namespace {

QString whyNotRead(const mirror::Problem &problem)
{
    const QString detail =
        problem.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(problem.detail);
    // Nobody who only reads sets it aside.
    if (problem.kind == mirror::Problem::Kind::Damaged)
        return ExportCommand::tr("What is kept on this computer is damaged. Run 'quoin sync' to "
                                 "load it again.") +
               detail;
    return words::keptProblemSentence(problem) + detail;
}

} // namespace

ExportCommand::ExportCommand(const ExportCommandOptions &options, Connection &connection,
                             quo::Clock &clock, const inbox::Reader &reader)
    : m_options(options)
    , m_connection(connection)
    , m_clock(clock)
    , m_reader(reader)
{
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    m_begun = m_clock.now();
    m_begunTicks = m_clock.ticks();
    const auto plan = planExport(m_options, m_reader, m_begun);
    if (!plan)
        return end(WrongUsage, plan.error());
    m_plan = *plan;
    // Before anything is read, so that nobody waits in vain where nothing can be written.
    m_file =
        std::make_unique<exporting::ExportFile>(m_options.output, m_plan.format, m_plan.columns);
    if (const std::optional<QString> problem = m_file->open())
        return failToWrite(*problem);
    m_connection.open([this](const QString &problem) {
        if (!problem.isEmpty())
            return end(FailedToExport, problem);
        if (m_options.fromMirror || m_options.maxAge)
            readKept();
        else
            askServer();
    });
}

void ExportCommand::readKept()
{
    const auto place = m_connection.place();
    if (!place)
        return refuseKept(place.error());
    m_keptReading = std::make_unique<KeptReading>(*place, std::nullopt, m_clock);
    connect(m_keptReading.get(), &KeptReading::begun, this,
            [this](const KeptReading::Beginning &beginning) {
                m_kept = Kept{beginning.directory, beginning.extent};
                if (const std::optional<QString> problem = whyTooOld(beginning.extent))
                    refuseKept(*problem);
            });
    connect(m_keptReading.get(), &KeptReading::ended, this, &ExportCommand::onKept);
}

void ExportCommand::onKept(const KeptReading::End &kept)
{
    if (m_hasEnded)
        return;
    if (kept.areOthers)
        return refuseKept(tr("What is kept on this computer was loaded with another key. Run "
                             "'quoin sync' first."));
    if (kept.problem)
        return refuseKept(whyNotRead(*kept.problem));
    if (!m_kept || !kept.rows)
        return refuseKept(tr("Nothing is kept on this computer yet. Run 'quoin sync' first."));
    m_held.adopt(std::move(kept.rows->rows), std::move(kept.rows->index));
    const ExportPlan plan = m_plan;
    const QString region = m_reader.region;
    const std::optional<QString> problem = take(kept);
    if (m_hasEnded)
        return;
    if (!problem)
        return write();
    m_plan = plan; // without what is known from here
    m_reader.region = region;
    refuseKept(*problem);
}

std::optional<QString> ExportCommand::whyTooOld(const mirror::Extent &extent) const
{
    if (!m_options.maxAge)
        return std::nullopt;
    if (!extent.isWhole || !extent.asOf)
        return tr("Not everything is kept on this computer yet. Run 'quoin sync' first.");
    // What is from the future has an unknown age.
    const quo::milliseconds age = m_begun - *extent.asOf;
    if (age >= quo::milliseconds(0) && age <= *m_options.maxAge)
        return std::nullopt;
    return tr("What is kept on this computer is as of %1, which is older than --max-age. Run "
              "'quoin sync' first.")
        .arg(words::instantInSentence(*extent.asOf, names().context()));
}

std::optional<QString> ExportCommand::take(const KeptReading::End &kept)
{
    const mirror::ServerFilter filter{m_plan.query.userId, m_plan.query.excludeInactive};
    if (!filter.isEmpty()) {
        const auto answer = std::ranges::find(kept.sets, filter, &mirror::KeptSet::filter);
        if (answer == kept.sets.cend())
            return tr("Only Quo can answer --user and --exclude-inactive, and its answer to this "
                      "filter isn’t kept on this computer.");
        mirror::Extent &extent = m_kept->extent;
        extent.isWhole = extent.isWhole && answer->extent.isWhole;
        // Null, which is unknown, is less than any time.
        extent.asOf = std::min(extent.asOf, answer->extent.asOf);
        if (const std::optional<QString> problem = whyTooOld(extent))
            return problem;
        inbox::RowSet members(m_held.size());
        for (const QString &id : answer->ids)
            if (const std::optional<quint32> row = m_held.find(id))
                members.set(*row, true);
        m_plan.filter.members = members;
    }
    if (!readNumbers())
        return std::nullopt;
    m_kept->hasContacts = kept.contacts.has_value();
    if (kept.contacts && m_plan.needsContacts())
        m_contacts =
            inbox::withReadNumbers(kept.contacts->index, inbox::regionsOf(m_reader, directory()));
    quo::LineNumbers numbers;
    const QList<quo::Line> lines = directory().lines();
    for (const quo::Line &line : lines)
        numbers.insert(line.number, line.id);
    const QStringList knownLines = directory().lineIds() + m_held.rows().lines();
    for (const QString &line : std::as_const(m_plan.query.phoneNumbers))
        if (!numbers.contains(line) && !knownLines.contains(line))
            return tr("Only Quo knows the line %1: nothing of it is kept on this computer.")
                .arg(line);
    m_plan.filter.conditions = *inbox::QueryConditions::of(m_plan.query, numbers);
    return std::nullopt;
}

void ExportCommand::refuseKept(const QString &problem)
{
    if (m_options.fromMirror)
        return end(FailedToExport, problem);
    if (m_keptReading) {
        m_keptReading->disconnect(this);
        m_keptReading.release()->deleteLater(); // it is the sender
    }
    m_kept.reset();
    m_held = {};
    m_contacts = {};
    askServer();
}

void ExportCommand::askServer()
{
    m_directory = std::make_unique<quo::DirectoryLoader>(m_connection.client(), m_clock);
    connect(m_directory.get(), &quo::DirectoryLoader::finished, this, &ExportCommand::begin);
    m_directory->load();
}

bool ExportCommand::readNumbers()
{
    if (m_reader.region.isEmpty())
        m_reader.region = inbox::regionsOf(m_reader, directory()).value(0);
    const auto problem =
        m_plan.readNumbers(inbox::regionsOf(m_reader, directory()), m_begun, m_reader.zone);
    if (problem)
        end(WrongUsage, *problem);
    return !problem;
}

void ExportCommand::begin()
{
    if (m_walk || m_contactLoader || m_hasEnded)
        return; // the names were read again
    if (!readNumbers())
        return;
    if (m_plan.needsContacts())
        prepareContacts();
    // Without an order a limit ends the reading, so rows are searched as they come.
    if (!m_contactLoader || m_plan.sort)
        readRows();
    if (m_contactLoader)
        m_contactLoader->load(); // beside the rows, after the first request for them
}

void ExportCommand::prepareContacts()
{
    m_contactLoader =
        std::make_unique<quo::ContactLoader>(m_connection.client(), quo::Priority::Walk);
    const auto goOn = [this] {
        m_contacts = inbox::withReadNumbers(m_contacts, inbox::regionsOf(m_reader, directory()));
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
}

void ExportCommand::readRows()
{
    QStringList lines = directory().lineIds();
    lines.sort(); // in the same order in each run, so that the requests are the same
    m_walk = std::make_unique<quo::FullWalk>(m_connection.client(), m_clock, m_plan.query, lines,
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
    if (m_plan.sort || m_options.limit == 0)
        return;
    // In the order of arrival, later rows come after these. A row that has changed may not match
    // any more, so all are checked again before the reading ends.
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
    if (!m_contactTexts && inbox::searchesContacts(m_plan.filter.search))
        m_contactTexts = std::make_shared<inbox::ContactTexts>(m_contacts);
    const inbox::NamesSnapshot names = this->names();
    const inbox::ConversationRows &rows = m_held.rows();
    const inbox::RowMatcher matcher(m_plan.filter, rows, names.context(), m_contactTexts);
    QList<quint32> matching;
    for (quint32 row = first; row < rows.size(); ++row)
        if (!rows.hasLeft(row) && matcher.matches(rows, row, names.now))
            matching.append(row);
    return matching;
}

inbox::RowOrder ExportCommand::order()
{
    QList<quint32> rows = matchingRows(0);
    if (m_plan.sort)
        rows = inbox::sorted(m_held.rows(), inbox::sortedById(m_held.rows(), inbox::RowOrder(rows)),
                             *m_plan.sort, names().context())
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
    // Without rows, nobody needs their names.
    const bool awaitsContacts = m_contactLoader && m_contactLoader->isLoading();
    if (!awaitsContacts || (failed && m_walk->completeness().rows == 0))
        write();
}

void ExportCommand::write()
{
    if (m_job || m_hasEnded)
        return;
    exporting::RowSource source{m_held.rows(), order(), m_plan.columns, names()};
    exporting::Manifest about = manifest();
    const quo::Completeness &completeness = about.completeness;
    if (completeness.verdict() == quo::Verdict::NothingUsable)
        return end(exitCode(completeness.verdict()), words::verdictSentence(completeness));
    // An incomplete file does not replace a complete one.
    if (exporting::nameFor(m_options.output, completeness) != m_options.output)
        if (const std::optional<QString> problem = m_file->markPartial())
            return failToWrite(*problem);
    m_job = std::make_unique<exporting::ExportJob>(
        exporting::ExportJob::Task{std::move(source), std::move(m_file), about, m_options.manifest},
        m_clock);
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
    quo::Completeness completeness;
    std::optional<quo::ContactsProblem> contactsProblem;
    if (m_kept) {
        completeness.rows = qsizetype(m_held.size() - m_held.rows().leftCount());
        completeness.asOf = m_kept->extent.asOf;
        completeness.moreExist = !m_kept->extent.isWhole;
        if (!m_kept->hasContacts)
            contactsProblem = m_connection.areContactsEnabled()
                                  ? quo::ContactsProblem(quo::ContactsNotKept())
                                  : quo::ContactsOff();
    } else {
        completeness = m_walk->completeness();
        completeness.asOf = m_begun;
        if (m_contactsError)
            contactsProblem = *m_contactsError;
    }
    if (inbox::searchesContacts(m_plan.filter.search) && completeness.rows > 0)
        completeness.contactsProblem = contactsProblem;
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
    if (m_kept && !m_options.isQuiet)
        say(words::keptSummary(done->manifest.rows, false, completeness.asOf, names().context()));
    QStringList sentences{words::verdictSentence(completeness), done->manifest.loss};
    sentences.removeAll(QString());
    end(exitCode(completeness.verdict()), sentences.join(u' '));
}

exporting::Manifest ExportCommand::manifest() const
{
    exporting::Manifest about;
    about.program = QStringLiteral("Quoin ") + QCoreApplication::applicationVersion();
    about.workspace = m_connection.baseUrl().toString();
    using Source = exporting::Manifest::Source;
    about.source = m_kept ? Source::ThisComputer : Source::Server;
    about.filters = words::requestText(m_plan.query);
    if (m_plan.filter.searches())
        about.filters += u' ' + tr("and, in Quoin, by state or search");
    if (m_walk)
        for (const quo::ConversationQuery &part : m_walk->parts())
            about.requests.append(words::requestText(part));
    about.order = words::orderText(m_plan.sort.value_or(inbox::SortKeys()));
    about.zone = QString::fromLatin1(m_plan.format.zone.id());
    about.begun = m_begun;
    about.ended = m_clock.now();
    exporting::setCompleteness(about, completeness());
    return about;
}

void ExportCommand::showProgress()
{
    if (m_options.isQuiet || !isTerminal(stderr))
        return;
    const quo::milliseconds elapsed = m_clock.ticks() - m_begunTicks;
    const double seconds = qMax(0.001, double(elapsed.count()) / 1000);
    std::fprintf(stderr, "\r%d pages loaded, %.1f per second", m_walk->pages(),
                 m_walk->pages() / seconds);
}

void ExportCommand::failToWrite(const QString &problem)
{
    end(FailedToExport, m_options.output + QStringLiteral(": ") + problem);
}

void ExportCommand::say(const QString &sentence)
{
    std::fprintf(stderr, "quoin: %s\n", qPrintable(inbox::harmlessText(sentence)));
}

void ExportCommand::end(ExitCode code, const QString &sentence)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    if (!m_options.isQuiet && isTerminal(stderr) && m_walk)
        std::fputs("\n", stderr);
    if (!sentence.isEmpty())
        say(sentence);
    // This removes a file that was not put in place. The job stays: its signal may be what led
    // here.
    m_file.reset();
    // Deferred, since a signal of the walk may be what led here.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [code] { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
}

const quo::Directory &ExportCommand::directory() const
{
    return m_kept ? m_kept->directory : m_directory->directory();
}

inbox::NamesSnapshot ExportCommand::names() const
{
    return {m_reader, directory(), m_contacts, m_clock.now()};
}

int runExport(const ExportCommandOptions &options, const QProcessEnvironment &environment)
{
    quo::SystemClock clock;
    Connection connection(options, environment, clock, settingsFile());
    // Names are sorted as in English, and numbers are written as in the country of most lines.
    inbox::Reader plain = plainReader();
    plain.region = options.region;
    ExportCommand command(options, connection, clock, plain);
    QMetaObject::invokeMethod(&command, &ExportCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace app
