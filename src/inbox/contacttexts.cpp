// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/contacttexts.h"

#include "inbox/searchtext.h"

#include <algorithm>

namespace inbox {

ContactTexts::ContactTexts(const quo::ContactIndex &contacts)
{
    const quo::ContactIndex::Names &names = contacts.names();
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        m_entries.push_back({m_texts.size(), m_numbers.size()});
        for (const quo::ContactName &contact : *it) {
            m_texts += folded(contact.name + u' ' + contact.company).toStdString();
            m_texts += '\0';
        }
        m_numbers += it.key().toStdString();
    }
    m_entries.push_back({m_texts.size(), m_numbers.size()});
}

ContactTexts::Numbers ContactTexts::numbersWith(std::string_view folded) const
{
    Numbers numbers;
    const std::string_view texts = m_texts;
    auto entry = m_entries.begin();
    for (size_t at = texts.find(folded); at != texts.npos; at = texts.find(folded, at)) {
        entry = std::ranges::upper_bound(entry, m_entries.end(), at, {}, &Entry::textStart);
        const auto begin = std::prev(entry);
        numbers.insert(std::string_view(m_numbers).substr(begin->numberStart,
                                                          entry->numberStart - begin->numberStart));
        at = entry->textStart;
    }
    return numbers;
}

} // namespace inbox
