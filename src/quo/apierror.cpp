// SPDX-License-Identifier: GPL-3.0-or-later
#include "quo/apierror.h"

#include "quo/apikey.h"

#include <algorithm>

namespace quo {

ApiError ApiError::of(Kind kind, const QString &detail, int httpStatus)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = httpStatus;
    error.detail = detail;
    return error;
}

const FieldError *ApiError::errorFor(QLatin1String parameter) const
{
    const auto isAbout = [parameter](const FieldError &error) {
        QStringView path(error.path);
        for (const QStringView lead : {QStringView(u"/"), QStringView(u"query/")})
            if (path.startsWith(lead))
                path = path.mid(lead.size());
        return path.startsWith(parameter) &&
               (path.size() == parameter.size() || path[parameter.size()] == u'/');
    };
    const auto found = std::ranges::find_if(errors, isAbout);
    return found == errors.end() ? nullptr : &*found;
}

void ApiError::redact(const ApiKey &key)
{
    for (QString *text : {&code, &message, &trace, &detail})
        *text = key.redacted(*text);
    for (FieldError &error : errors) {
        error.path = key.redacted(error.path);
        error.message = key.redacted(error.message);
    }
}

} // namespace quo
