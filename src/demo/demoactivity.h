// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoworkspace.h"

#include <QJsonObject>

namespace demo {

// The messages and calls of one conversation, latest first, as the API's JSON objects. Made up anew
// from the conversation's id at each call, always the same.
QList<QJsonObject> messagesOf(const DemoWorkspace &workspace, const DemoConversation &conversation);
// Empty for groups: the API lists calls with one participant only.
QList<QJsonObject> callsOf(const DemoWorkspace &workspace, const DemoConversation &conversation);

QString isoTime(Millis time); // UTC, with milliseconds and 'Z'

} // namespace demo
