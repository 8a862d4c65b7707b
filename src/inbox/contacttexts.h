// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace inbox {

// The names of contacts, folded in advance for a search at every key.
class ContactTexts
{
public:
    // UTF-8, in the form of conversations.
    using Numbers = std::unordered_set<std::string_view>;

    ContactTexts() = default;
    explicit ContactTexts(const quo::ContactIndex &contacts);

    // The numbers of contacts whose name or company contains the folded text. Valid as long as this
    // object.
    Numbers numbersWith(std::string_view folded) const;

private:
    struct Entry
    {
        size_t textStart = 0; // of the folded text
        size_t numberStart = 0;
    };

    std::string m_texts; // separated by NULs
    std::string m_numbers;
    std::vector<Entry> m_entries; // and one more that marks the end
};

} // namespace inbox
