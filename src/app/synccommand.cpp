// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synccommand.h"

#include "app/system.h"
#include "inbox/harmlesstext.h"
#include "words/completenesswords.h"
#include "words/errorwords.h"
#include "words/instanttext.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>
#include <cstdio>

namespace app {

using quo::PageWalk;

namespace {

// Each reading takes one request for 50 contacts, from a limit that the whole workspace shares.
constexpr std::chrono::hours contactsStayFresh{1};
constexpr qsizetype rowsInChangeSet = 1000;

QString problemSentence(const mirror::Problem &problem)
{
    return problem.fileName + QStringLiteral(": ") + problem.detail;
}

} // namespace

SyncCommand::SyncCommand(const SyncOptions &options, Connection &connection, quo::Clock &clock,
                         const inbox::Reader &reader)
    : m_options(options)
    , m_connection(connection)
    , m_clock(clock)
    , m_reader(reader)
{
    connect(&m_keptWatcher, &QFutureWatcherBase::finished, this, &SyncCommand::onKept);
}

SyncCommand::~SyncCommand() = default;

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
    const auto place = m_connection.place();
    if (!place)
        return end(FailedToSync, place.error());
    m_place = *place;
    m_writer = std::make_unique<mirror::Writer>(m_place);
    connect(m_writer.get(), &mirror::Writer::opened, this, &SyncCommand::readKept);
    connect(m_writer.get(), &mirror::Writer::problemFound, this, &SyncCommand::onProblem);
    connect(m_writer.get(), &mirror::Writer::rowsLost, this, &SyncCommand::writeEverythingAgain);
    connect(m_writer.get(), &mirror::Writer::written, this, [this](int waiting) {
        m_waiting = waiting;
        endWhenWritten();
    });
}

void SyncCommand::readKept()
{
    if (m_kept || m_hasEnded || m_keptWatcher.isRunning())
        return;
    m_keptWatcher.setFuture(
        QtConcurrent::run(&m_pool, [place = m_place]() noexcept { return readMirror(place); }));
}

void SyncCommand::onKept()
{
    if (m_hasEnded)
        return;
    const ReadMirror read = m_keptWatcher.result();
    if (!read)
        return end(FailedToSync, problemSentence(read.error()));
    m_kept = *read ? *read : std::make_shared<MirrorContents>();
    m_directory = std::make_unique<quo::DirectoryLoader>(m_connection.client(), m_clock);
    connect(m_directory.get(), &quo::DirectoryLoader::finished, this, &SyncCommand::onDirectory);
    m_directory->load();
}

void SyncCommand::onDirectory()
{
    if (m_walk || m_changes || m_isRead || m_hasEnded)
        return; // the names were read again
    if (!m_kept->owner.isEmpty() && m_kept->owner != m_place.owner && !takeLinesOfThisKey())
        return;
    quo::Directory directory = m_directory->directory();
    if (m_directory->error()) {
        directory = m_kept->directory;
        if (!m_directory->linesError())
            directory.setLines(m_directory->directory().lines());
        directory.add(m_directory->directory().teammates());
    }
    if (!(directory == m_kept->directory))
        m_writer->writeDirectory(directory);
    m_kept->directory = directory;
    readContacts();
    if (m_kept->extent.isWhole && m_kept->extent.knownUntil && !m_options.readsAll)
        readChanges();
    else
        readEverything();
}

// Another key has kept the rows, and may see lines that this one may not.
bool SyncCommand::takeLinesOfThisKey()
{
    if (const std::optional<quo::ApiError> &error = m_directory->linesError()) {
        end(FailedToSync, tr("Couldn’t find out which lines this key may see. %1")
                              .arg(words::errorSentence(*error)));
        return false;
    }
    const QStringList lines = m_directory->directory().lineIds();
    mirror::ChangeSet changes;
    inbox::ConversationStore &store = m_kept->store;
    for (quint32 row = 0; row < store.size(); ++row)
        if (!store.rows().hasLeft(row) && !lines.contains(store.at(row).phoneNumberId())) {
            changes.removed.append(store.at(row).id());
            store.leave(row);
        }
    for (const mirror::KeptSet &set : std::as_const(m_kept->sets))
        changes.sets.append(
            {.filter = set.filter, .startsOver = true, .added = {}, .removed = {}, .extent = {}});
    m_kept->extent = {};
    changes.extent = m_kept->extent;
    ++m_waiting;
    m_writer->write(changes);
    // Only now, so that nobody takes the rows for this key's before the others are gone.
    m_writer->setOwner(m_place.owner);
    return true;
}

void SyncCommand::readContacts()
{
    if (!m_connection.areContactsEnabled())
        return;
    if (m_kept->contacts && !m_options.readsAll) {
        const quo::milliseconds age = m_begun - m_kept->contacts->readAt;
        if (age >= quo::milliseconds(0) && age < contactsStayFresh)
            return;
    }
    m_contactLoader = std::make_unique<quo::ContactLoader>(m_connection.client());
    connect(m_contactLoader.get(), &quo::ContactLoader::finished, this,
            [this](const quo::ContactIndex &all) {
                m_kept->contacts = mirror::KeptContacts{all, m_clock.now()};
                m_writer->writeContacts(*m_kept->contacts);
                endWhenWritten();
            });
    connect(m_contactLoader.get(), &quo::ContactLoader::failed, this,
            [this](const quo::ApiError &error) {
                say(tr("Couldn’t load contacts. %1").arg(words::errorSentence(error)));
                endWhenWritten();
            });
    m_contactLoader->load();
}

void SyncCommand::readChanges()
{
    // A clock that was fast may have been set right since.
    const quo::Instant since =
        std::min(*m_kept->extent.knownUntil, m_clock.now()) - quo::changeMargin;
    m_changes = std::make_unique<quo::ChangeWalk>(m_connection.client(), quo::ConversationQuery(),
                                                  since, quo::Priority::Walk);
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
    QStringList lines = m_kept->directory.lineIds();
    lines.sort(); // in the same order in each run, so that the requests are the same
    m_completeness = {};
    m_walk = std::make_unique<quo::FullWalk>(m_connection.client(), m_clock,
                                             quo::ConversationQuery(), lines, quo::Priority::Walk);
    connect(m_walk.get(), &quo::FullWalk::pageArrived, this, &SyncCommand::take);
    connect(m_walk.get(), &quo::FullWalk::stateChanged, this, &SyncCommand::onFullWalkState);
    m_walk->start();
}

void SyncCommand::take(const quo::Page &page)
{
    if (m_hasEnded || m_isRead)
        return;
    inbox::ConversationStore &store = m_kept->store;
    const inbox::ConversationStore::Merge merge = store.merge(page.rows);
    mirror::ChangeSet changes;
    const QList<quint32> touched = merge.touched();
    for (const quo::Conversation &row : page.rows) {
        const quint32 place = *store.find(row.id);
        m_seen.set(place, true);
        if (touched.contains(place))
            changes.rows.append(row);
    }
    if (!changes.isEmpty()) {
        ++m_waiting;
        m_writer->write(changes);
    }
    showProgress();
}

void SyncCommand::onChangeState()
{
    const PageWalk::State state = m_changes->state();
    if (const auto *failed = std::get_if<PageWalk::Failed>(&state)) {
        m_completeness.failures = {{m_changes->query(), failed->error}};
        return endReading(m_kept->extent, {});
    }
    if (!std::holds_alternative<PageWalk::Ended>(state))
        return;
    // It is destroyed later, since it is the sender.
    quo::ChangeWalk *const changes = m_changes.release();
    changes->disconnect(this);
    changes->deleteLater();
    // Then only a walk over everything finds the changes.
    if (changes->isIgnored() || changes->hasMoved())
        return readEverything();
    mirror::Extent extent = m_kept->extent;
    extent.isWhole = m_completeness.isWhole();
    extent.asOf = m_begun;
    // A row from the future would hide what changes until then.
    if (const std::optional<quo::Instant> newest = changes->newest())
        extent.knownUntil =
            std::max(extent.knownUntil, std::optional(std::min(*newest, m_clock.now())));
    endReading(extent, {});
}

void SyncCommand::onFullWalkState()
{
    if (m_isRead)
        return;
    const PageWalk::State state = m_walk->state();
    const bool hasFailed = std::holds_alternative<PageWalk::Failed>(state);
    if (!hasFailed && !std::holds_alternative<PageWalk::Ended>(state))
        return;
    m_completeness = m_walk->completeness();
    if (hasFailed)
        // What was whole before still is, as of then.
        return endReading(m_kept->extent, {});
    const mirror::Extent extent{m_completeness.isWhole(), m_begun, m_walk->knownUntil(), m_begun};
    endReading(extent, extent.isWhole ? goneIds() : QStringList());
}

QStringList SyncCommand::goneIds() const
{
    QStringList gone;
    const inbox::ConversationStore &store = m_kept->store;
    for (quint32 row = 0; row < store.size(); ++row)
        if (!m_seen.contains(row) && !store.rows().hasLeft(row))
            gone.append(store.at(row).id());
    return gone;
}

void SyncCommand::endReading(const mirror::Extent &extent, const QStringList &gone)
{
    if (m_isRead)
        return;
    m_isRead = true;
    for (const QString &id : gone)
        m_kept->store.leave(*m_kept->store.find(id));
    m_kept->extent = extent;
    mirror::ChangeSet changes;
    changes.removed = gone;
    changes.extent = extent;
    ++m_waiting;
    m_writer->write(changes);
}

void SyncCommand::writeEverythingAgain()
{
    if (!m_kept)
        return readKept();
    const inbox::ConversationStore &store = m_kept->store;
    mirror::ChangeSet changes;
    const auto write = [&] {
        ++m_waiting;
        m_writer->write(changes);
        changes = {};
    };
    for (quint32 row = 0; row < store.size(); ++row) {
        if (!store.rows().hasLeft(row))
            changes.rows.append(store.at(row).toConversation());
        if (changes.rows.size() == rowsInChangeSet)
            write();
    }
    m_writer->writeDirectory(m_kept->directory);
    if (m_kept->contacts)
        m_writer->writeContacts(*m_kept->contacts);
    changes.extent = m_kept->extent;
    write();
}

void SyncCommand::onProblem(const mirror::Problem &problem)
{
    const QString sentence = problemSentence(problem);
    if (problem.kind == mirror::Problem::Kind::Damaged)
        say(sentence); // a new file takes its place
    else
        end(FailedToSync, sentence);
}

void SyncCommand::endWhenWritten()
{
    if (m_hasEnded || !m_isRead || m_waiting > 0)
        return;
    if (m_contactLoader && m_contactLoader->isLoading())
        return;
    if (m_contactLoader) {
        // What is written last shows that all of it is.
        m_contactLoader.release()->deleteLater();
        mirror::ChangeSet last;
        last.extent = m_kept->extent;
        ++m_waiting;
        return m_writer->write(last);
    }
    const mirror::Extent &extent = m_kept->extent;
    const inbox::ConversationStore &store = m_kept->store;
    m_completeness.rows = qsizetype(store.size() - store.rows().leftCount());
    const QString summary =
        words::keptSummary(m_completeness.rows, extent.isWhole, extent.asOf,
                           {m_reader, m_clock.now(), m_kept->directory, quo::ContactIndex()});
    if (m_completeness.isWhole())
        return end(Whole, summary);
    say(words::verdictSentence(m_completeness));
    // What is whole as of an earlier time has not become less by this.
    if (m_completeness.rows == 0 || extent.isWhole)
        return end(FailedToSync, summary);
    end(Incomplete, summary);
}

void SyncCommand::stop()
{
    if (m_walk && !m_isRead)
        return m_walk->stop();
    m_contactLoader.reset();
    if (m_isRead)
        return endWhenWritten();
    end(FailedToSync, tr("Stopped."));
}

void SyncCommand::showProgress()
{
    if (m_options.isQuiet || !isTerminal(stderr))
        return;
    const quo::milliseconds elapsed = m_clock.ticks() - m_begunTicks;
    const double seconds = qMax(0.001, double(elapsed.count()) / 1000);
    m_isProgressShown = true;
    const int requests = m_changePages + (m_walk ? m_walk->pages() : 0);
    std::fprintf(stderr, "\r%d conversations, %d requests, %.1f per second", m_seen.count(),
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
