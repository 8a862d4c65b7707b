// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/completeness.h"
#include "quo/contactloader.h"
#include "workspace/contactcache.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace workspace {

// The workspace's address book. It is kept in a file between runs and read again in the background
// every hour, or sooner after a failure that time may mend. Nothing waits for it.
class ContactBook : public QObject
{
    Q_OBJECT

public:
    // The client and the clock must outlive it. With an empty file name nothing is kept.
    ContactBook(quo::Client &client, quo::Clock &clock, const QString &cacheFile,
                QObject *parent = nullptr);
    ~ContactBook() override; // waits for a file that is being written

    const quo::ContactIndex &contacts() const { return m_contacts; }
    // Entries that could not be read, the last time that the address book was read.
    const QList<quo::SkippedRow> &skipped() const { return m_loader.skipped(); }
    bool isEnabled() const { return m_enabled; }
    // Why the whole address book is not known; null if it is.
    std::optional<quo::ContactsProblem> problem() const;
    // Whether the first answer is still awaited.
    bool isAwaited() const { return m_enabled && !m_hasAnswered; }

    // Initially off. Switching it off forgets all names and removes the file.
    void setEnabled(bool enabled);
    // Forgets all names, removes the file and begins to read again.
    void readAgain();

Q_SIGNALS:
    void contactsChanged();
    // After each answer or refusal, even if nothing has changed.
    void answered();

private:
    void onCacheRead();
    void onProgress(const quo::ContactIndex &soFar);
    void onFinished(const quo::ContactIndex &all);
    void readLater(quo::milliseconds delay);
    void take(const quo::ContactIndex &contacts);
    void announceAnswer();
    void forget();

    quo::Clock &m_clock;
    const QString m_cacheFile;
    quo::ContactLoader m_loader;
    quo::ContactIndex m_contacts;
    bool m_enabled = false;
    bool m_hasAnswered = false;
    bool m_isWhole = false; // m_contacts is a whole address book, though it may be old
    std::optional<quo::ApiError> m_error;
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_timer;
    QThreadPool m_files; // of one thread, so that reading, writing and removing keep their order
    QFutureWatcher<std::optional<ReadContacts>> m_cacheRead;
};

} // namespace workspace
