// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/rowsort.h"
#include "quo/completeness.h"
#include "quo/conversationquery.h"
#include "quo/skippedrow.h"

#include <QString>
#include <QStringList>

// What a list holds, and why it is incomplete.
namespace words {

// The parameters of a query as they are sent, without the page token.
QString requestText(const quo::ConversationQuery &query);
// 'lastActivityAt descending, name', with the API's names.
QString orderText(const inbox::SortKeys &sort);

// Why a list is incomplete, one sentence for each reason; empty if it is complete. Lines have their
// names here, and their IDs in missingTexts(), which is for files and commands.
QStringList gapSentences(const quo::Completeness &completeness, const inbox::CellContext &context);
QStringList missingTexts(const quo::Completeness &completeness);
QString gapSentence(quo::Gap gap, const quo::Completeness &completeness,
                    const inbox::CellContext &context);
// Technical: why rows could not be read; empty if all could.
QString gapDetail(const quo::Completeness &completeness, const QLocale &locale);
QString contactsSentence(const quo::ContactsProblem &problem);
// The reasons why rows could not be read, without repetitions.
QStringList reasonTexts(const QList<quo::SkippedRow> &rows);
// How many conversations are known: 'All 20,000 conversations as of 2:02 PM.', 'The first 2,300
// conversations.' Those that are not whole have no time before all of it was read once.
QString keptSummary(qsizetype rows, bool isWhole, const std::optional<quo::Instant> &asOf,
                    const inbox::CellContext &context);
// 'incomplete: …' or 'nothing usable: …', with all reasons; empty if it is complete.
QString verdictSentence(const quo::Completeness &completeness);

} // namespace words
