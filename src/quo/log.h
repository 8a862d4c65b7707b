// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apierror.h"

#include <QLoggingCategory>
#include <QString>
#include <QStringList>

#include <deque>
#include <optional>

namespace quo {

// 'quoin.request': each request as it ends, where QT_LOGGING_RULES asks for its debug messages.
Q_DECLARE_LOGGING_CATEGORY(requestCategory)

// One try of a request, without personal data: no key, name, number, id or token, and no part of
// the query.
struct RequestRecord
{
    Instant endedAt;
    QString path;                             // '/v1/users'
    int httpStatus = 0;                       // 0 if no answer came
    milliseconds duration{0};                 // since it was sent
    int tryNumber = 1;                        // counts from 1
    std::optional<ApiError::Kind> error = {}; // null if it succeeded
    qint64 bytes = 0;                         // of the body that came, after decompression
};

// One line, in English. Segments of the path that may be ids are left out.
QString toText(const RequestRecord &record);

// The last requests of one client.
class RequestLog
{
public:
    static constexpr size_t mostKept = 200;

    void add(const RequestRecord &record);
    QStringList lines() const; // oldest first

private:
    std::deque<RequestRecord> m_records;
};

} // namespace quo
