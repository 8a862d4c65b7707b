// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/readyviews.h"

#include <QString>

namespace words {

QString readyViewName(workspace::ReadyView view);

} // namespace words
