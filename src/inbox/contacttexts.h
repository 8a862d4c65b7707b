// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/contactindex.h"

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace inbox {

// The names of contacts, made ready to be searched at every key.
class ContactTexts
{
public:
    // UTF-8, as conversations have them.
    using Numbers = std::unordered_set<std::string_view>;

    ContactTexts() = default;
    explicit ContactTexts(const quo::ContactIndex &contacts);

    // Of contacts in whose name or company the folded text is. Valid as long as this.
    Numbers numbersWith(std::string_view folded) const;

private:
    struct Entry
    {
        size_t textStart = 0; // of what is folded
        size_t numberStart = 0;
    };

    std::string m_texts; // with a NUL between them
    std::string m_numbers;
    std::vector<Entry> m_entries; // and one more for the end
};

} // namespace inbox
