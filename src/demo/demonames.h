// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/talk/talk.h"

#include <span>

namespace demo {

struct LineName
{
    const char16_t *symbol; // may be null
    const char16_t *name;
    const char16_t *number; // E.164
    int share;              // how busy it is, compared with the others
    std::span<const Topic> topics;
    // Where most of its customers live, as a country code; null: all over the world.
    const char16_t *home = nullptr;
    bool isOpenAtNight = false;
};
std::span<const LineName> lineNames();

struct TeammateName
{
    const char16_t *first;
    const char16_t *last;
    const char16_t *mailbox;
};
std::span<const TeammateName> teammateNames();

} // namespace demo
