// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationstate.h"
#include "inbox/inboxsession.h"
#include "words/errorwords.h"
#include "workspace/datefilter.h"

#include <QString>

// Sentences for people: states, progress, ages. Everything below widgets speaks in values.
namespace words {

// 'complete, 3,412', 'first 2,300, more exist', 'stopped: rate limited, 2,300 loaded' or
// 'incomplete: rows unreadable, 3,409'.
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
QString requestText(const quo::ConversationQuery &query);
// 'lastActivityAt descending, name', in the words of the wire.
QString orderText(const inbox::SortKeys &sort);
// Why a list is not whole, a sentence for each reason; empty if it is. With the names that the
// window shows, or with IDs, for files and commands.
QStringList gapSentences(const quo::Completeness &completeness, const inbox::CellContext &context);
QStringList missingTexts(const quo::Completeness &completeness);
QString contactsSentence(const quo::ContactsProblem &problem);
QString gapSentence(quo::Gap gap, const quo::Completeness &completeness,
                    const inbox::CellContext &context);
// 'incomplete: …' or 'nothing usable: …', with all reasons; empty if it is whole.
QString verdictSentence(const quo::Completeness &completeness);

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

// Data as the text of a menu, action, button, tab, box, or label with a buddy, where a single '&'
// would mark the key. Views, tool tips and titles of windows show '&' as it is.
QString menuText(QString text);
// What a menu's text says, without the marks of its key.
QString withoutMnemonic(QString text);

// How often changes can be asked for, in seconds; 0 for never. The text is that of a menu.
QList<int> refreshIntervals();
QString refreshText(int seconds);

QString presetName(workspace::DateFilter::Preset preset);
// What a chip shows: the preset, or the range.
QString rangeText(const workspace::DateFilter &filter, const QLocale &locale);

} // namespace words
