// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncing/rowset.h"

namespace inbox {

using syncing::RowSet;

} // namespace inbox
