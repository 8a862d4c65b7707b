// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QString>

// What went wrong between Quoin and Quo.
namespace words {

// 'rate limited': what stopped the list, for the middle of a sentence.
QString errorName(const quo::ApiError &error);
// What went wrong, and what the user can do about it.
QString errorSentence(const quo::ApiError &error);
// Message, code and trace as the API gave them, for those who ask Quo's support; without the
// message where errorSentence() has it.
QString errorDetail(const quo::ApiError &error);

} // namespace words
