// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QLocale>
#include <QString>
#include <QStringList>

// How a session's list is, and what is being done about it.
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

} // namespace words
