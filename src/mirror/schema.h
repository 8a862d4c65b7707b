// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace mirror {

// The SQL of schema/1.sql, 2.sql and so on, each of which brings a file from the version before to
// its own.
std::span<const char *const> schemas();

} // namespace mirror
