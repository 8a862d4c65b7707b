// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"
#include "quo/expected.h"

#include <QByteArray>
#include <QJsonArray>

#include <optional>

namespace quo {

// What all lists of the API look like from outside.
struct DecodedList
{
    QJsonArray data;
    std::optional<QString> nextPageToken;
};

// An error where there is no 'data' array, so that a proxy's page is never an empty list.
Expected<DecodedList, ApiError> decodeList(const QByteArray &body);

} // namespace quo
