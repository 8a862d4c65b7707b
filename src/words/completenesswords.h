// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/rowsort.h"
#include "quo/completeness.h"
#include "quo/conversationquery.h"
#include "quo/skippedrow.h"

#include <QString>
#include <QStringList>

// What a list holds, and why it is not whole.
namespace words {

// What a query asks for, in the words of the wire and without its token.
QString requestText(const quo::ConversationQuery &query);
// 'lastActivityAt descending, name', in the words of the wire.
QString orderText(const inbox::SortKeys &sort);

// Why a list is not whole, a sentence for each reason; empty if it is. With the names that the
// window shows, or with IDs, for files and commands.
QStringList gapSentences(const quo::Completeness &completeness, const inbox::CellContext &context);
QStringList missingTexts(const quo::Completeness &completeness);
QString gapSentence(quo::Gap gap, const quo::Completeness &completeness,
                    const inbox::CellContext &context);
QString contactsSentence(const quo::ContactsProblem &problem);
// Why rows could not be read, each reason once.
QStringList reasonTexts(const QList<quo::SkippedRow> &rows);
// 'incomplete: …' or 'nothing usable: …', with all reasons; empty if it is whole.
QString verdictSentence(const quo::Completeness &completeness);

} // namespace words
