// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "inbox/rowsort.h"

#include <QLocale>
#include <QString>
#include <QStringList>

// The status of a session.
namespace words {

// 'All 3,412 loaded', '2,300 loaded, more in Quo', '12 matches in the 3,400 loaded', '12 of 396',
// 'Rate limit reached. 2,300 loaded' or '3,409 loaded, incomplete: some are unreadable'.
QString completenessText(const inbox::SessionStatus &status, const QLocale &locale);
// What is being requested; empty if nothing is.
QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale);

// The one sentence of the status bar, the button that fits, and the colour of the dot before it.
struct StatusSentence
{
    enum class Action { None, LoadAll, Stop, TryNow };
    enum class Light { Complete, Partial, Busy, Trouble };

    QString text;
    Action action = Action::None;
    Light light = Light::Partial;

    bool operator==(const StatusSentence &) const = default;
};
// 'All 5,000 loaded', 'Loading all: 12,400 so far', 'Offline since 4:32 AM'.
StatusSentence statusSentence(const inbox::SessionStatus &status,
                              const inbox::CellContext &context);
// For the other end of the status bar: 'Updated 10:24 AM', or how much there is while the network
// is missing; empty before the first page.
QString freshnessText(const inbox::SessionStatus &status, const inbox::CellContext &context);

// Beside the title of the list: '134 conversations, oldest first', '100+ conversations, newest
// first' while more exist; empty before the first page.
QString listHeading(const inbox::SessionStatus &status, const inbox::SortKeys &sort,
                    const QLocale &locale);

// How the key is used, one line for each figure.
QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context);
// 'Quo’s rate limit is reached. Trying again in 20 s (2 of 6).'
QString waitSentence(const quo::Wait &wait, quo::Instant now);
// 'Quo’s rate limit is reached. Continuing in 20 s.'
QString pauseSentence(quo::milliseconds pause);

} // namespace words
