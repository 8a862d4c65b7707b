// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QString>

// Errors of requests to Quo.
namespace words {

// 'rate limited', for the middle of a sentence.
QString errorName(const quo::ApiError &error);
// What went wrong, and what the user can do about it.
QString errorSentence(const quo::ApiError &error);
// The API's message, code and trace, which Quo's support may ask for. Without the message if
// errorSentence() has it.
QString errorDetail(const quo::ApiError &error);

} // namespace words
