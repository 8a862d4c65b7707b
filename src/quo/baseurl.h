// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"

#include <QString>
#include <QUrl>

namespace quo {

// Why a text is not a base URL.
enum class BaseUrlProblem {
    NotAUrl,
    Insecure, // plain http to another machine would show the key
    HasUser,  // 'https://name:password@…'
    HasQuery, // '?…' or '#…'
};

// Where the API is, as people write it: 'https://api.quo.com', with or without slashes and the
// version ('/v1') at its end, and with blanks around it. The result has none of these.
Expected<QUrl, BaseUrlProblem> parseBaseUrl(const QString &typed);
Expected<QUrl, BaseUrlProblem> checkedBaseUrl(QUrl url);

// 'localhost', '127.0.0.1' and the like.
bool isLoopback(const QUrl &url);

} // namespace quo
