// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "quo/apikey.h"
#include "quo/decode.h"

// An error's body, with a status from its first bytes; what comes of it never holds the key.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2)
        return 0;
    const int status = 300 + (data[0] * 256 + data[1]) % 700;
    quo::ApiError error = quo::decodeErrorBody(status, fuzz::toBytes(data + 2, size - 2));
    fuzz::require(error.httpStatus == status);
    error.redact(quo::ApiKey::fromUserInput(QStringLiteral("canary")));
    QStringList texts{error.code, error.message, error.trace, error.detail};
    for (const quo::FieldError &field : std::as_const(error.errors))
        texts += {field.path, field.message};
    for (const QString &text : std::as_const(texts))
        fuzz::require(!text.contains(QStringLiteral("canary")));
    error.errorFor(QLatin1String("createdAfter"));
    return 0;
}
