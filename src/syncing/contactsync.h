// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mirror/writer.h"
#include "quo/client.h"
#include "quo/clock.h"
#include "quo/completeness.h"
#include "quo/contactloader.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace syncing {

// The workspace's address book. It is kept between runs and read again in the background every
// hour, or sooner after a failure that time may mend. Nothing waits for it.
class ContactSync : public QObject
{
    Q_OBJECT

public:
    // The client and the clock must outlive it.
    ContactSync(quo::Client &client, quo::Clock &clock, QObject *parent = nullptr);

    const quo::ContactIndex &contacts() const { return m_contacts; }
    // Entries that could not be read, the last time that the address book was read.
    const QList<quo::SkippedRow> &skipped() const { return m_loader.skipped(); }
    bool isEnabled() const { return m_enabled; }
    // Why the whole address book is not known; null if it is.
    std::optional<quo::ContactsProblem> problem() const;
    // Whether the first answer is still awaited.
    bool isAwaited() const { return m_enabled && !m_hasAnswered; }
    bool isReading() const { return m_loader.isLoading(); }

    // Keeps the names; null, as initially, if they are not kept. Once begin() was called, a new
    // writer gets all that is known.
    void setWriter(mirror::Writer *writer);
    // What the writer's file has kept for this key, or null. Call it once, after setWriter() and
    // setEnabled(): nothing is requested before, and then the file is made to hold what is known.
    void begin(const std::optional<mirror::KeptContacts> &kept);
    // Initially off. Switching it off forgets all names, also those that are kept.
    void setEnabled(bool enabled);
    // Forgets all names, also those that are kept, and begins to read again.
    void readAgain();

Q_SIGNALS:
    void contactsChanged();
    // After each answer or refusal, and after kept names were shown, even if nothing has changed.
    void answered();

private:
    void onProgress(const quo::ContactIndex &soFar);
    void onFinished(const quo::ContactIndex &all);
    void onFailed(const quo::ApiError &error);
    void readLater(quo::milliseconds delay);
    void startOver();
    void write();
    void announceAnswer(const quo::ContactIndex &contacts);
    void take(const quo::ContactIndex &contacts);

    quo::Clock &m_clock;
    quo::ContactLoader m_loader;
    quo::ContactIndex m_contacts;
    // When they were read, if they are a whole address book, though it may be old.
    std::optional<quo::Instant> m_readAt;
    std::optional<quo::ApiError> m_error;
    bool m_enabled = false;
    bool m_hasBegun = false; // kept names are awaited no longer
    bool m_hasAnswered = false;
    quo::Backoff m_backoff;
    std::unique_ptr<quo::Clock::Timer> m_timer;
    QPointer<mirror::Writer> m_writer;
    bool m_hasLostRows = false; // its file, since setWriter()
};

} // namespace syncing
