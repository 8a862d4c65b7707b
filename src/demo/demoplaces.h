// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/talk/talk.h"

#include <span>

namespace demo {

using Texts = std::span<const char16_t *const>;

// A country where demo customers live, with names in its script, and numbers that are reserved for
// fiction there or at least not in use.
struct Place
{
    const char16_t *countryCode; // "+1"
    Language language;           // of everybody who lives there
    int share;                   // how many live there, compared with the others
    Texts prefixes;
    int digits; // after the prefix
    Texts firstNames;
    Texts lastNames;
    Texts companies;
    Texts groupNames = {}; // empty: nobody there is in a group
    bool familyNameFirst = false;
};

std::span<const Place> places();

} // namespace demo
