// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/pageguard.h"

namespace quo {

std::optional<ApiError> PageGuard::check(qsizetype news,
                                         const std::optional<QString> &nextPageToken)
{
    m_withoutNews = news > 0 ? 0 : m_withoutNews + 1;
    if (!nextPageToken)
        return std::nullopt;
    ApiError error;
    error.httpStatus = 200;
    if (m_tokens.contains(*nextPageToken)) {
        error.kind = ApiError::Kind::RepeatedToken;
        return error;
    }
    m_tokens.insert(*nextPageToken);
    if (m_withoutNews <= m_mostWithoutNews)
        return std::nullopt;
    error.kind = ApiError::Kind::EndlessPages;
    return error;
}

} // namespace quo
