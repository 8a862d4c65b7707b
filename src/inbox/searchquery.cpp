// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchquery.h"

#include <algorithm>

namespace inbox {

bool SearchTerm::narrows(const SearchTerm &earlier) const
{
    if (*this == earlier)
        return true;
    // Whatever contains this number contains one of the earlier ones too.
    const auto hasEarlier = [&earlier](const QString &number) {
        return (!earlier.digits.isEmpty() && number.contains(earlier.digits)) ||
               std::ranges::any_of(earlier.numbers, [&number](const QString &wider) {
                   return number.contains(wider);
               });
    };
    // Ids are searched only once their two letters are typed.
    return kind == Kind::Text && earlier.kind == Kind::Text && column == earlier.column &&
           !isNegated && !earlier.isNegated && text.contains(earlier.text) &&
           (digits.isEmpty() || hasEarlier(digits)) && std::ranges::all_of(numbers, hasEarlier) &&
           isIdBeginning(text) == isIdBeginning(earlier.text);
}

bool narrows(const SearchQuery &query, const SearchQuery &earlier)
{
    return std::ranges::all_of(earlier.terms, [&query](const SearchTerm &term) {
        return std::ranges::any_of(
            query.terms, [&term](const SearchTerm &narrower) { return narrower.narrows(term); });
    });
}

} // namespace inbox
