// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationstate.h"
#include "inbox/inboxsession.h"
#include "widgets/errorwords.h"
#include "workspace/datefilter.h"

#include <QString>

// Sentences for people: states, progress, ages. Everything below widgets speaks in values.
namespace widgets {

// 'complete, 3,412', 'first 2,300, more exist' or 'stopped: rate limited, 2,300 loaded'.
QString completenessText(const inbox::SessionStatus &status, const QLocale &locale);
// What is in flight; empty where nothing is.
QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale);
// Since when there is no network, or as of when the list is; empty before there is one.
QString freshnessText(const inbox::SessionStatus &status, const inbox::CellContext &context);
// How the key is used, a line each.
QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context);
QString waitSentence(const quo::Wait &wait, quo::Instant now);
// Why rows could not be read, each reason once.
QStringList reasonTexts(const QList<quo::SkippedRow> &rows);
// What a query asks for, in the words of the wire and without its token.
QString requestText(quo::ConversationQuery query);
// 'lastActivityAt descending, name', in the words of the wire.
QString orderText(const inbox::SortKeys &sort);
// What of everything is missing: parts that failed, and lines that are left out.
QStringList missingTexts(const QList<quo::FullWalk::Failure> &failures,
                         const QStringList &leftOutLines);
// How many rows could not be read, and why; empty if all could.
QString skippedSentence(const inbox::SessionStatus &status, const QLocale &locale);
// Which filters the server did not apply; empty if it did.
QString ignoredSentence(const inbox::SessionStatus &status);

// Which lines are left out since the key is refused them; empty if none is.
QString leftOutSentence(const inbox::SessionStatus &status, const inbox::CellContext &context);

QString assignmentText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                       const inbox::CellContext &context);
QString muteText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                 const inbox::CellContext &context);
QString snoozeText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                   const inbox::CellContext &context);
// Empty where it is not deleted.
QString deletedText(const inbox::ConversationState &state, const inbox::ConversationRow &row,
                    const inbox::CellContext &context);
// What a state is called: 'Snooze ended'.
QString facetName(inbox::Facet facet);
// The largest unit that fits, rounded down: '2 h'; below a minute 'a moment'.
QString durationText(quo::milliseconds duration);

// As the text of a menu, where '&' marks the key.
QString menuText(QString text);
// What a menu's text says, without the marks of its key.
QString withoutMnemonic(QString text);

// How often changes can be asked for, in seconds; 0 for never. The text is that of a menu.
QList<int> refreshIntervals();
QString refreshText(int seconds);

QString presetName(workspace::DateFilter::Preset preset);
// What a chip shows: the preset, or the range.
QString rangeText(const workspace::DateFilter &filter, const QLocale &locale);

} // namespace widgets
