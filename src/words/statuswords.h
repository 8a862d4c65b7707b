// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "inbox/rowsort.h"

#include <QLocale>
#include <QString>
#include <QStringList>

// The status of a session.
namespace words {

// 'All 3,412', 'First 2,300', '12 matches in the first 3,400', '12 of 396', 'Rate limit reached.
// First 2,300' or '3,409, incomplete: some are unreadable'.
QString completenessText(const inbox::SessionStatus &status, const QLocale &locale);
// The same as of when: 'All 3,412 as of yesterday, 5:42 PM'.
QString datedCompletenessText(const inbox::SessionStatus &status,
                              const inbox::CellContext &context);
// While everything else of the workspace is read in the background, and so many are known.
QString readingRestText(int known, const QLocale &locale);
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
// 'All 5,000 as of 2:02 PM', 'Loading all: 12,400 so far', 'Offline since 4:32 AM. All 5,000
// as of 4:31 AM'.
StatusSentence statusSentence(const inbox::SessionStatus &status,
                              const inbox::CellContext &context);

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
