// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/pagewalk.h"

namespace syncing {

template <class T>
bool is(const quo::PageWalk::State &state)
{
    return std::holds_alternative<T>(state);
}

inline bool isUnderWay(const quo::PageWalk::State &state)
{
    return is<quo::PageWalk::Fetching>(state) || is<quo::PageWalk::Waiting>(state);
}

// Null unless it has failed. Valid as long as the state.
inline const quo::ApiError *errorOf(const quo::PageWalk::State &state)
{
    const auto *failed = std::get_if<quo::PageWalk::Failed>(&state);
    return failed ? &failed->error : nullptr;
}

} // namespace syncing
