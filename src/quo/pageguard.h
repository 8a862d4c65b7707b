// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QSet>

#include <optional>

namespace quo {

// Watches one walk over the pages of a list, so that a server that goes round in circles ends it
// with an error, and neither as if all had been read nor never.
class PageGuard
{
public:
    // Empty pages before the end were seen, but few.
    static constexpr int usualMost = 100;

    // How many pages in a row may bring nothing new, and how many more at the beginning, since they
    // were read before.
    PageGuard(int mostWithoutNews, int known)
        : m_mostWithoutNews(mostWithoutNews)
        , m_withoutNews(-known)
    {
    }

    // Of each page: how many entries it has that were not there before, and its token. Null where
    // the walk may go on, or is at its end.
    std::optional<ApiError> check(qsizetype news, const std::optional<QString> &nextPageToken);

private:
    QSet<QString> m_tokens;
    int m_mostWithoutNews; // pages
    int m_withoutNews;     // in a row, up to now
};

} // namespace quo
