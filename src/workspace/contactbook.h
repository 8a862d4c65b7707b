// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/completeness.h"
#include "quo/contactloader.h"
#include "workspace/contactcache.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace workspace {

// The names of the people who call and write: kept over a restart in a file, and read again in the
// background every hour, or sooner where it failed for a reason that may pass. Nothing waits for
// it.
class ContactBook : public QObject
{
    Q_OBJECT

public:
    // Client and clock must outlive it. An empty file name keeps nothing.
    ContactBook(quo::Client &client, quo::Clock &clock, const QString &cacheFile,
                QObject *parent = nullptr);
    ~ContactBook() override; // waits for a file that is being written

    const quo::ContactIndex &contacts() const { return m_contacts; }
    // Entries of the address book that could not be read, when it was last read.
    const QList<quo::SkippedRow> &skipped() const { return m_loader.skipped(); }
    bool isEnabled() const { return m_enabled; }
    // Why no whole address book is known; null where one is.
    std::optional<quo::ContactsProblem> problem() const;
    // Whether nothing has been found out yet that is going to be.
    bool isAwaited() const { return m_enabled && !m_hasAnswered; }

    // Off initially. Switching it off forgets all names, in the file too.
    void setEnabled(bool enabled);
    // Forgets all names, in the file too, and begins to read them again.
    void readAgain();

Q_SIGNALS:
    void contactsChanged();
    // After each answer or refusal, whatever it brought.
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
    bool m_isWhole = false; // m_contacts is a whole address book, if an old one
    std::optional<quo::ApiError> m_error;
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_timer;
    QThreadPool m_files; // of one thread, so that reading, writing and removing keep their order
    QFutureWatcher<std::optional<ReadContacts>> m_cacheRead;
};

} // namespace workspace
