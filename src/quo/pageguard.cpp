// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pageguard.h"

namespace quo {

std::optional<ApiError> PageGuard::check(qsizetype news,
                                         const std::optional<QString> &nextPageToken)
{
    m_withoutNews = news > 0 ? 0 : m_withoutNews + 1;
    if (!nextPageToken)
        return std::nullopt;
    if (m_tokens.contains(*nextPageToken))
        return ApiError::of(ApiError::Kind::RepeatedToken, {}, 200);
    m_tokens.insert(*nextPageToken);
    if (m_withoutNews <= m_mostWithoutNews)
        return std::nullopt;
    return ApiError::of(ApiError::Kind::EndlessPages, {}, 200);
}

} // namespace quo
