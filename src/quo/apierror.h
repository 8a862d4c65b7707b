// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/instant.h"

#include <QList>
#include <QMetaObject>
#include <QString>

#include <optional>

namespace quo {

class ApiKey;

// One entry of an error body's 'errors'.
struct FieldError
{
    QString path; // JSON pointer to the parameter, '/createdAfter' or '/query/phoneNumbers/0'
    QString message;

    bool operator==(const FieldError &) const = default;
};

// Why a request failed: a value that is passed on to the place that can offer a remedy. Sentences
// for people are made in higher layers.
struct ApiError
{
    Q_GADGET

public:
    enum class Kind {
        NoKey,       // nothing was sent
        InsecureUrl, // nothing was sent: plain http to another machine would show the key
        NoNetwork,
        Dropped, // the connection ended in the middle of the answer
        Timeout,
        Tls,
        Redirected,    // refused: following it would carry the key to another host
        ProxyPassword, // 407: the proxy asks for a name and a password
        RefusedKey,    // 401
        NotPaid,       // 402
        Forbidden,     // 403
        BadParameter,  // 'errors' names the parameters at fault
        BadRequest,    // any other 4xx: only the server's message says why
        NotFound,
        RateLimited,
        Server,
        UnreadableAnswer,
        TooLarge,
        RepeatedToken, // a walk was sent back to a page that it had already read
        EndlessPages,  // page after page without anything new
        Stopped,       // by the user
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Server;
    int httpStatus = 0; // 0 where no answer came
    QString code;       // the API's own, '1000400'
    QString message;    // the API's own, for people who read English
    QString trace;      // an id for Quo's support
    QString detail;     // for developers: what the transport or the decoder says
    QList<FieldError> errors;
    std::optional<milliseconds> retryAfter;

    // An error that was found here, not by the server. 'httpStatus' is the status of the answer
    // that it is about; 0 if there is none.
    static ApiError of(Kind kind, const QString &detail = {}, int httpStatus = 0);

    // The first of 'errors' that is about this parameter, or null.
    const FieldError *errorFor(QLatin1String parameter) const;

    bool operator==(const ApiError &) const = default;

    void redact(const ApiKey &key);
};

} // namespace quo
