// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoworkspace.h"

#include <QJsonObject>

namespace demo {

// Objects of the workspace as the API returns them.
QJsonObject toJson(const DemoWorkspace &workspace, const DemoConversation &conversation);
QJsonObject toJson(const DemoWorkspace &workspace, const DemoLine &line);
QJsonObject toJson(const DemoUser &user);
QJsonObject toJson(const DemoContact &contact);

} // namespace demo
