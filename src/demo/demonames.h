// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace demo {

// A country where demo customers live, with names in its script, and numbers that are reserved for
// fiction there or at least not in use.
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
