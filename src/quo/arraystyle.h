// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quo {

// How a list goes into a query. OpenAPI's default is the plain key repeated; some servers have been
// seen to want 'phoneNumbers[]' and to ignore the plain key, see PageWalk.
enum class ArrayStyle { Plain, Brackets };

} // namespace quo
