// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QString>

// Errors of requests to Quo.
namespace words {

// 'rate limit reached', for the middle of a sentence.
QString errorName(const quo::ApiError &error);
// What went wrong, as a title: 'Can’t reach Quo'.
QString errorTitle(const quo::ApiError &error);
// What to do about it: 'Check your connection.'
QString errorAdvice(const quo::ApiError &error);
// Both.
QString errorSentence(const quo::ApiError &error);
// The API's message, code and trace, which Quo's support may ask for. Without the message if
// errorSentence() has it.
QString errorDetail(const quo::ApiError &error);

} // namespace words
