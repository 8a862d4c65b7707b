// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/searchquery.h"

#include <algorithm>

namespace inbox {

bool SoughtValue::narrows(const SoughtValue &earlier) const
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
    return kind == Kind::Text && earlier.kind == Kind::Text && text.contains(earlier.text) &&
           (digits.isEmpty() || hasEarlier(digits)) && std::ranges::all_of(numbers, hasEarlier) &&
           isIdBeginning(text) == isIdBeginning(earlier.text);
}

bool SearchTerm::narrows(const SearchTerm &earlier) const
{
    if (column != earlier.column || isNegated != earlier.isNegated)
        return false;
    // Each value of one term holds only where a value of the other one does.
    const auto isWithin = [](const QList<SoughtValue> &some, const QList<SoughtValue> &others) {
        return std::ranges::all_of(some, [&others](const SoughtValue &value) {
            return std::ranges::any_of(
                others, [&value](const SoughtValue &wider) { return value.narrows(wider); });
        });
    };
    return isNegated ? isWithin(earlier.anyOf, anyOf) : isWithin(anyOf, earlier.anyOf);
}

bool SearchTerm::isText() const
{
    return std::ranges::all_of(
        anyOf, [](const SoughtValue &value) { return value.kind == SoughtValue::Kind::Text; });
}

bool narrows(const SearchQuery &query, const SearchQuery &earlier)
{
    return std::ranges::all_of(earlier.terms, [&query](const SearchTerm &term) {
        return std::ranges::any_of(
            query.terms, [&term](const SearchTerm &narrower) { return narrower.narrows(term); });
    });
}

} // namespace inbox
