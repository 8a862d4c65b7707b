// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace demo {

// Where the demo's customers live: names in the script of the place, and numbers that are set aside
// for fiction there or are at least nobody's.
struct Place
{
    const char16_t *countryCode; // "+1"
    std::span<const char16_t *const> prefixes;
    int digits; // after the prefix
    std::span<const char16_t *const> firstNames;
    std::span<const char16_t *const> lastNames;
    bool familyNameFirst;
};

std::span<const Place> places();

struct LineName
{
    const char16_t *symbol;
    const char16_t *name;
    const char16_t *number; // E.164
};
std::span<const LineName> lineNames();

struct TeammateName
{
    const char16_t *first;
    const char16_t *last;
};
std::span<const TeammateName> teammateNames();

std::span<const char16_t *const> groupNames();
std::span<const char16_t *const> companyNames();
std::span<const char16_t *const> messageTexts();

} // namespace demo
