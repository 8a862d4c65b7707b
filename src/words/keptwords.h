// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "mirror/problem.h"

#include <QString>

#include <optional>

// What is kept of a workspace on this computer.
namespace words {

// '34 MB, as of 2:02 PM', 'Nothing is kept'. 'asOf' is null if it is unknown.
QString keptText(qint64 bytes, const std::optional<quo::Instant> &asOf,
                 const inbox::CellContext &context);
// Why it is not kept, or no longer: one sentence for a banner, with its remedy.
QString keptProblemSentence(const mirror::Problem &problem);
// The same in short, in place of size and age: 'Not kept: the disk is full'.
QString keptProblemText(const mirror::Problem &problem);
// 'Deleted from this computer.', or which files could not be deleted.
QString keptDeletedSentence(bool isKeptAnew, const QStringList &notDeleted);

} // namespace words
