// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QSet>

#include <optional>

namespace quo {

// Watches one walk over the pages of a list. If the server goes round in circles, the walk ends
// with an error: it neither counts as complete nor goes on for ever.
class PageGuard
{
public:
    // Empty pages before the end were seen, but only a few.
    static constexpr int usualMost = 100;

    // How many pages in a row may bring nothing new, and how many more at the beginning, since they
    // were read before.
    PageGuard(int mostWithoutNews, int known)
        : m_mostWithoutNews(mostWithoutNews)
        , m_withoutNews(-known)
    {
    }

    // To be called for each page, with the number of its new entries and its token. Null if the
    // walk may go on, or is at its end.
    std::optional<ApiError> check(qsizetype news, const std::optional<QString> &nextPageToken);

private:
    QSet<QString> m_tokens;
    int m_mostWithoutNews; // pages
    int m_withoutNews;     // in a row, up to now
};

} // namespace quo
