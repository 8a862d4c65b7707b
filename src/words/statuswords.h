// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QLocale>
#include <QString>
#include <QStringList>

// The status of a session.
namespace words {

// 'complete, 3,412', 'first 2,300, more exist', 'stopped: rate limited, 2,300 loaded' or
// 'incomplete: rows unreadable, 3,409'.
QString completenessText(const inbox::SessionStatus &status, const QLocale &locale);
// What is being requested; empty if nothing is.
QString activityText(const inbox::SessionStatus &status, quo::Instant now, const QLocale &locale);
// Since when the network is missing, or the time of the list; empty before the first page.
QString freshnessText(const inbox::SessionStatus &status, const inbox::CellContext &context);
// How the key is used, one line for each figure.
QStringList loadTexts(const inbox::SessionStatus &status, const inbox::CellContext &context);
QString waitSentence(const quo::Wait &wait, quo::Instant now);

} // namespace words
