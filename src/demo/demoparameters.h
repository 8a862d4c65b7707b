// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoworkspace.h"

#include <QByteArray>
#include <QJsonArray>
#include <QMultiMap>
#include <QStringList>

#include <optional>
#include <span>

namespace demo {

// One parameter that an endpoint's contract allows.
struct Parameter
{
    enum class Type {
        Line,
        LineId,
        UserId,
        Number,
        DateTime,
        Boolean,
        MaxResults, // 1–100
        FewResults, // 1–50
        Token,
        Text, // 1–75 characters
    };

    const char *name;
    Type type;
    bool required = false;
    int maxItems = 1; // more than 1: an array, as the plain key repeated
};

// The query part of a request, read as strictly as the contract says: unknown and repeated names,
// and empty and malformed values are errors. '+' is a blank, as on other servers.
class Parameters
{
public:
    Parameters(const QByteArray &rawQuery, std::span<const Parameter> allowed);

    // In the form of the API's 'errors'; empty if there are none.
    const QJsonArray &errors() const { return m_errors; }

    QStringList texts(const char *name) const { return m_values.value(QLatin1String(name)); }
    QString text(const char *name) const { return texts(name).value(0); }
    bool isTrue(const char *name) const { return text(name) == QLatin1String("true"); }
    std::optional<Millis> time(const char *name) const;
    int maxResults() const { return text("maxResults").toInt(); }

private:
    void check(const Parameter &parameter);
    void addError(const QString &path, const QString &message, const QString &value,
                  const char *type);

    QMap<QString, QStringList> m_values;
    QJsonArray m_errors;
};

} // namespace demo
