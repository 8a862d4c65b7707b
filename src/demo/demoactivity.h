// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoworkspace.h"

#include <QJsonObject>

namespace demo {

// The messages of one conversation, latest first, as the API's JSON objects.
QList<QJsonObject> messagesOf(const DemoWorkspace &workspace, const DemoConversation &conversation);
// Empty for groups: the API lists calls with one participant only.
QList<QJsonObject> callsOf(const DemoWorkspace &workspace, const DemoConversation &conversation);

QString isoTime(Millis time); // UTC, with milliseconds and 'Z'

} // namespace demo
