// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synccommand.h"

#include "app/system.h"
#include "inbox/harmlesstext.h"
#include "mirror/reader.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/keptwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace app {

using quo::PageWalk;

namespace {

constexpr qsizetype rowsInChangeSet = 1000;

QString detailOf(const mirror::Problem &problem)
{
    return problem.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(problem.detail);
}

bool holdsNothing(const mirror::Place &place)
{
    const auto reader = mirror::Reader::open(place);
    if (!reader || !*reader || (*reader)->rowCount() > 0 || (*reader)->extent() != mirror::Extent())
        return false;
    const auto sets = (*reader)->sets();
    const auto directory = (*reader)->directory();
    const auto contacts = (*reader)->contacts();
    return sets && sets->isEmpty() && directory && *directory == quo::Directory() && contacts &&
           !*contacts;
}

} // namespace

SyncCommand::SyncCommand(const SyncOptions &options, Connection &connection, quo::Clock &clock,
                         const inbox::Reader &reader)
    : m_options(options)
    , m_connection(connection)
    , m_clock(clock)
    , m_reader(reader)
    , m_known(clock)
    , m_network(clock, [] {})
{
}

SyncCommand::~SyncCommand()
{
    if (!m_hasMadeFile)
        return;
    // They use the writer, which writes until it is gone.
    m_reload.reset();
    m_changes.reset();
    m_contacts.reset();
    m_directory.reset();
    m_writer.reset();
    if (holdsNothing(m_place))
        mirror::removeFiles(m_place);
}

void SyncCommand::start()
{
    m_begun = m_clock.now();
    m_begunTicks = m_clock.ticks();
    m_connection.open([this](const QString &problem) {
        if (!problem.isEmpty())
            return end(FailedToSync, problem);
        open();
    });
}

void SyncCommand::open()
{
    if (m_hasEnded)
        return;
    if (!m_connection.isKept())
        return end(FailedToSync, tr("This workspace isn’t kept on this computer: that is off in "
                                    "Settings."));
    const auto place = m_connection.place();
    if (!place)
        return end(FailedToSync, place.error());
    m_place = *place;
    const bool isNew = mirror::sizeOf(m_place) == 0;
    m_writer = std::make_unique<mirror::Writer>(m_place);
    connect(m_writer.get(), &mirror::Writer::opened, this, [this, isNew] {
        m_hasMadeFile = isNew;
        readKept();
    });
    connect(m_writer.get(), &mirror::Writer::problemFound, this, &SyncCommand::onProblem);
    connect(m_writer.get(), &mirror::Writer::rowsLost, this, &SyncCommand::writeEverythingAgain);
    connect(m_writer.get(), &mirror::Writer::written, this, [this](int waiting) {
        m_waiting = waiting;
        endWhenWritten();
    });
}

// Null reads what this key has kept; otherwise what is on these lines.
void SyncCommand::readKept(const std::optional<QStringList> &lines)
{
    if (m_hasEnded || m_reading)
        return;
    m_reading = std::make_unique<KeptReading>(m_place, lines, m_clock);
    connect(m_reading.get(), &KeptReading::begun, this,
            [this](const KeptReading::Beginning &beginning) { m_names = beginning.directory; });
    connect(m_reading.get(), &KeptReading::ended, this, &SyncCommand::onKept);
}

void SyncCommand::onKept(const KeptReading::End &kept)
{
    m_reading.release()->deleteLater(); // it is the sender
    if (m_hasEnded)
        return;
    const bool areOthers = m_directory != nullptr; // by which their lines were found out
    if (std::exchange(m_mustReadAgain, false))     // what was read is not in the file any more
        return readKept(areOthers ? std::optional(m_directory->directory().lineIds())
                                  : std::nullopt);
    if (kept.problem && kept.problem->kind == mirror::Problem::Kind::Damaged)
        return m_writer->setAside(*kept.problem); // then a new file is read
    if (kept.problem)
        return onProblem(*kept.problem);
    if (kept.areOthers)
        return beginDirectory({});
    m_isKeptRead = true;
    if (kept.rows)
        m_known.adopt(std::move(*kept.rows));
    if (areOthers) {
        takeOver(kept);
        return beginRequests();
    }
    m_extent = kept.extent;
    m_sets = kept.sets;
    m_keptContacts = kept.contacts;
    beginDirectory(m_names);
}

// What is not on lines of this key goes, and nothing counts as complete before it was read with it.
void SyncCommand::takeOver(const KeptReading::End &others)
{
    mirror::ChangeSet changes{.removed = others.elsewhere, .extent = mirror::Extent()};
    for (const mirror::KeptSet &set : others.sets)
        changes.sets.append({.filter = set.filter, .startsOver = true});
    write(changes);
    // Only now, so that nobody takes the rows for this key's before the others are gone.
    m_writer->setOwner(m_place.owner);
}

void SyncCommand::beginDirectory(const quo::Directory &kept)
{
    m_directory = std::make_unique<syncing::DirectorySync>(m_connection.client(), m_clock);
    m_directory->setWriter(m_writer.get());
    connect(m_directory.get(), &syncing::DirectorySync::finished, this, &SyncCommand::onDirectory);
    m_directory->begin(kept);
}

void SyncCommand::onDirectory()
{
    if (m_hasBegun || m_reading || m_hasEnded)
        return; // the names were read again
    if (m_isKeptRead)
        return beginRequests();
    // Another key has kept the rows, and may see lines that this one may not.
    if (m_directory->hasAnswered())
        return readKept(m_directory->directory().lineIds());
    const std::optional<quo::ApiError> &error = m_directory->linesError();
    end(FailedToSync, tr("Couldn’t find out which lines this key may see. %1")
                          .arg(error ? words::errorSentence(*error) : QString())
                          .trimmed());
}

void SyncCommand::beginRequests()
{
    m_hasBegun = true;
    beginContacts();
    if (m_extent.isWhole && m_extent.knownUntil && !m_options.readsAll)
        readChanges();
    else
        readEverything();
}

void SyncCommand::beginContacts()
{
    m_contacts = std::make_unique<syncing::ContactSync>(m_connection.client(), m_clock);
    m_contacts->setWriter(m_writer.get());
    m_contacts->setEnabled(m_connection.areContactsEnabled());
    std::optional<mirror::KeptContacts> kept = std::exchange(m_keptContacts, std::nullopt);
    if (kept && m_options.readsAll)
        kept->readAt = {}; // so that they are read again now
    m_contacts->begin(kept);
    connect(m_contacts.get(), &syncing::ContactSync::answered, this, &SyncCommand::endWhenWritten);
}

void SyncCommand::readChanges()
{
    m_changes = std::make_unique<quo::ChangeWalk>(
        m_connection.client(), quo::ConversationQuery(),
        syncing::changesFrom(*m_extent.knownUntil, m_clock), quo::Priority::Walk);
    connect(m_changes.get(), &quo::ChangeWalk::pageArrived, this, [this](const quo::Page &page) {
        ++m_changePages;
        m_completeness.addUnreadable(page.skipped);
        take(page);
    });
    connect(m_changes.get(), &quo::ChangeWalk::stateChanged, this, &SyncCommand::onChangeState);
    m_changes->start();
}

void SyncCommand::readEverything()
{
    m_completeness = {};
    syncing::Reload::Plan plan;
    plan.readsAll = true;
    plan.isWhole = m_extent.isWhole;
    plan.known = m_known.present();
    const auto lines = [this] {
        QStringList ids = m_directory->directory().lineIds();
        ids.sort(); // in the same order in each run, so that the requests are the same
        return ids;
    };
    const auto takePage = [this](const quo::Page &page, const quo::ConversationQuery &) {
        return take(page);
    };
    m_reload = std::make_unique<syncing::Reload>(
        syncing::WalkDependencies{m_connection.client(), m_clock, m_network, m_known, lines,
                                  takePage},
        plan);
    connect(m_reload.get(), &syncing::Reload::rowsChanged, this, &SyncCommand::showProgress);
    connect(m_reload.get(), &syncing::Reload::stateChanged, this, &SyncCommand::onReloadState);
    m_reload->start();
}

syncing::RowChange SyncCommand::take(const quo::Page &page)
{
    const syncing::RowChange change = m_known.take(page.rows);
    mirror::ChangeSet changes;
    for (const quint32 row : change.touched())
        changes.rows.append(m_known.conversation(row));
    if (!changes.isEmpty())
        write(changes);
    return change;
}

void SyncCommand::onChangeState()
{
    const PageWalk::State state = m_changes->state();
    if (const auto *failed = std::get_if<PageWalk::Failed>(&state)) {
        m_completeness.failures = {{m_changes->query(), failed->error}};
        return endReading(m_extent);
    }
    if (!std::holds_alternative<PageWalk::Ended>(state))
        return;
    // It is destroyed later, since it is the sender.
    quo::ChangeWalk *const changes = m_changes.release();
    changes->disconnect(this);
    changes->deleteLater();
    // Then only reading everything finds the changes.
    if (changes->isIgnored() || changes->hasMoved())
        return readEverything();
    mirror::Extent extent = m_extent;
    extent.isWhole = m_completeness.isWhole();
    extent.asOf = m_begun;
    // A row from the future would hide what changes until then.
    if (const std::optional<quo::Instant> newest = changes->newest())
        extent.knownUntil =
            std::max(extent.knownUntil, std::optional(std::min(*newest, m_clock.now())));
    endReading(extent);
}

void SyncCommand::onReloadState()
{
    if (m_isRead)
        return;
    const PageWalk::State state = m_reload->state();
    const auto *const failed = std::get_if<PageWalk::Failed>(&state);
    if (!failed && !std::holds_alternative<PageWalk::Ended>(state))
        return;
    m_completeness = m_reload->reading().completeness();
    if (failed) {
        // Of the closing requests, the reading does not know.
        if (m_completeness.failures.isEmpty())
            m_completeness.failures = {{m_reload->query(), failed->error}};
        // What was whole before still is, as of then.
        return endReading(m_extent);
    }
    const bool isWhole = m_completeness.isWhole();
    endReading({isWhole, m_begun, m_reload->knownUntil(), m_begun},
               isWhole ? m_reload->gone() : QList<quint32>());
}

void SyncCommand::endReading(const mirror::Extent &extent, const QList<quint32> &gone)
{
    if (m_isRead)
        return;
    m_isRead = true;
    m_extent = extent;
    mirror::ChangeSet changes;
    for (const quint32 row : gone)
        changes.removed.append(m_known.store().at(row).id());
    m_known.leave(gone);
    changes.extent = extent;
    write(changes);
}

void SyncCommand::write(const mirror::ChangeSet &changes)
{
    ++m_waiting;
    m_writer->write(changes);
}

// What it has lost of names, those who keep them write again themselves.
void SyncCommand::writeEverythingAgain()
{
    m_mustReadAgain = m_reading != nullptr;
    if (!m_isKeptRead)
        return readKept();
    mirror::ChangeSet changes;
    for (quint32 row = 0; row < m_known.size(); ++row) {
        if (!m_known.hasLeft(row))
            changes.rows.append(m_known.conversation(row));
        if (changes.rows.size() == rowsInChangeSet) {
            write(changes);
            changes = {};
        }
    }
    for (const mirror::KeptSet &set : std::as_const(m_sets))
        changes.sets.append(
            {.filter = set.filter, .startsOver = true, .added = set.ids, .extent = set.extent});
    changes.extent = m_extent;
    write(changes);
}

void SyncCommand::onProblem(const mirror::Problem &problem)
{
    const QString sentence = words::keptProblemSentence(problem) + detailOf(problem);
    // The first time, a new file takes its place.
    m_hasMadeFile = false; // what was set aside beside it may be of use to somebody
    if (problem.kind == mirror::Problem::Kind::Damaged && !std::exchange(m_wasDamaged, true))
        say(sentence);
    else
        end(FailedToSync, sentence);
}

void SyncCommand::endWhenWritten()
{
    if (m_hasEnded || !m_isRead || m_waiting > 0 || (m_contacts && m_contacts->isReading()))
        return;
    // What is written last shows that all of it is, the names, too.
    if (!std::exchange(m_isFlushed, true))
        return write({.extent = m_extent});
    sayContactsProblem();
    m_completeness.rows = m_known.count();
    const quo::ContactIndex noContacts;
    const QString summary =
        words::keptSummary(m_completeness.rows, m_extent.isWhole, m_extent.asOf,
                           {m_reader, m_clock.now(), m_directory->directory(), noContacts});
    if (m_completeness.isWhole())
        return end(Whole, summary);
    if (m_extent.isWhole) { // as of an earlier time, and has not become less by this
        say(words::missingTexts(m_completeness).join(u' '));
        return end(FailedToSync, summary);
    }
    say(words::verdictSentence(m_completeness));
    end(m_completeness.rows == 0 ? FailedToSync : Incomplete, summary);
}

void SyncCommand::sayContactsProblem()
{
    const auto problem = m_contacts ? m_contacts->problem() : std::nullopt;
    if (const auto *error = problem ? std::get_if<quo::ApiError>(&*problem) : nullptr)
        say(tr("Couldn’t load contacts. %1").arg(words::errorSentence(*error)));
}

void SyncCommand::stop()
{
    if (m_hasEnded)
        return;
    m_contacts.reset();
    if (m_isRead)
        return endWhenWritten();
    if (m_reload) {
        m_completeness = m_reload->reading().completeness();
        m_completeness.isStopped = true;
        m_reload.reset();
        return endReading(m_extent);
    }
    end(FailedToSync, words::errorSentence(quo::ApiError::of(quo::ApiError::Kind::Stopped)));
}

void SyncCommand::showProgress()
{
    if (m_options.isQuiet || !isTerminal(stderr))
        return;
    const quo::milliseconds elapsed = m_clock.ticks() - m_begunTicks;
    const double seconds = qMax(0.001, double(elapsed.count()) / 1000);
    m_isProgressShown = true;
    const int requests = m_changePages + m_reload->reading().fullPages();
    std::fprintf(stderr, "\r%d conversations, %d requests, %.1f per second", m_reload->rowsRead(),
                 requests, requests / seconds);
}

void SyncCommand::say(const QString &sentence)
{
    if (std::exchange(m_isProgressShown, false))
        std::fputs("\n", stderr);
    std::fprintf(stderr, "quoin: %s\n", qPrintable(inbox::harmlessText(sentence)));
}

void SyncCommand::end(ExitCode code, const QString &sentence)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    if (!sentence.isEmpty() && !(code == Whole && m_options.isQuiet))
        say(sentence);
    // Deferred, since a signal of the walk or the writer may be what led here.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [code] { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
}

int runSync(const SyncOptions &options, const QProcessEnvironment &environment)
{
    const UnixSignals endSignals;
    quo::SystemClock clock;
    Connection connection(options, environment, clock, settingsFile());
    SyncCommand command(options, connection, clock, plainReader());
    QObject::connect(&endSignals, &UnixSignals::endRequested, &command, &SyncCommand::stop);
    QMetaObject::invokeMethod(&command, &SyncCommand::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace app
