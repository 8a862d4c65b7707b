// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/contactbook.h"

#include <QFile>
#include <QtConcurrentRun>

namespace workspace {

namespace {

// Each reading takes one request for 50 contacts, from a limit that the whole workspace shares.
constexpr std::chrono::hours fresh{1};
constexpr std::chrono::minutes firstWait{1};

} // namespace

ContactBook::ContactBook(quo::Client &client, quo::Clock &clock, const QString &cacheFile,
                         QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_cacheFile(cacheFile)
    , m_loader(client)
    , m_backoff(firstWait, fresh)
{
    m_files.setMaxThreadCount(1);
    connect(&m_loader, &quo::ContactLoader::progressed, this, &ContactBook::onProgress);
    connect(&m_loader, &quo::ContactLoader::finished, this, &ContactBook::onFinished);
    connect(&m_loader, &quo::ContactLoader::failed, this, [this](const quo::ApiError &error) {
        if (!m_isWhole)
            m_error = error;
        const bool mayPass = quo::remedyOf(error.kind) == quo::Remedy::Time;
        readLater(mayPass ? m_backoff.next(error) : fresh);
        announceAnswer();
    });
    connect(&m_cacheRead, &QFutureWatcherBase::finished, this, &ContactBook::onCacheRead);
}

ContactBook::~ContactBook() = default;

std::optional<quo::ContactsProblem> ContactBook::problem() const
{
    if (!m_enabled)
        return quo::ContactsOff();
    if (m_error)
        return *m_error;
    if (!m_isWhole)
        return quo::ContactsAwaited();
    return std::nullopt;
}

void ContactBook::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    if (!enabled)
        forget();
    else if (m_cacheFile.isEmpty())
        m_loader.load();
    else
        m_cacheRead.setFuture(QtConcurrent::run(&m_files, readContactCache, m_cacheFile));
}

void ContactBook::readAgain()
{
    forget();
    if (m_enabled)
        m_loader.load();
}

void ContactBook::onCacheRead()
{
    if (m_cacheRead.isCanceled())
        return; // the names were forgotten meanwhile
    const std::optional<ReadContacts> kept = m_cacheRead.result();
    if (!kept)
        return m_loader.load();
    m_isWhole = true;
    take(kept->index);
    const quo::milliseconds age = m_clock.now() - kept->readAt;
    if (age < quo::milliseconds(0) || age >= fresh)
        m_loader.load();
    else
        readLater(fresh - age);
    announceAnswer();
}

void ContactBook::onProgress(const quo::ContactIndex &soFar)
{
    // A part would remove names that an older, whole address book has.
    if (!m_isWhole)
        take(soFar);
    announceAnswer();
}

void ContactBook::onFinished(const quo::ContactIndex &all)
{
    m_isWhole = true;
    m_error.reset();
    m_backoff.reset();
    take(all);
    if (!m_cacheFile.isEmpty())
        m_files.start([file = m_cacheFile, kept = ReadContacts{all, m_clock.now()}]() noexcept {
            writeContactCache(file,
                              kept); // if that fails, the next start reads them from the server
        });
    readLater(fresh);
    announceAnswer();
}

void ContactBook::readLater(quo::milliseconds delay)
{
    m_timer = m_clock.callWhenAged(delay, [this] { m_loader.load(); });
}

void ContactBook::take(const quo::ContactIndex &contacts)
{
    if (contacts == m_contacts)
        return;
    m_contacts = contacts;
    Q_EMIT contactsChanged();
}

void ContactBook::announceAnswer()
{
    m_hasAnswered = true;
    Q_EMIT answered();
}

void ContactBook::forget()
{
    m_timer.reset();
    m_backoff.reset();
    m_loader.stop();
    m_cacheRead.setFuture({});
    m_isWhole = false;
    m_error.reset();
    if (!m_cacheFile.isEmpty())
        m_files.start([file = m_cacheFile]() noexcept { QFile::remove(file); });
    take({});
}

} // namespace workspace
