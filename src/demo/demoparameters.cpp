// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoparameters.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace demo {

namespace {

struct Rule
{
    const char *pattern;
    const char *says;
    const char *type;
};

Rule ruleOf(const Parameter &parameter)
{
    switch (parameter.type) {
    case Parameter::Type::Line:
        return {R"(^(\+[1-9]\d{1,14}|PN.*)$)", "Expected a PN id or an E.164 number", "string"};
    case Parameter::Type::LineId:
        return {R"(^PN.*$)", "Expected string to match '^PN(.*)$'", "string"};
    case Parameter::Type::UserId:
        return {R"(^US.*$)", "Expected string to match '^US(.*)$'", "string"};
    case Parameter::Type::Number:
        return {R"(^.+$)", "Expected a phone number", "string"};
    case Parameter::Type::DateTime:
        return {R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$)",
                "Expected string to match 'date-time' format", "string"};
    case Parameter::Type::Boolean:
        return {R"(^(true|false)$)", "Expected boolean", "boolean"};
    case Parameter::Type::MaxResults:
        return {R"(^([1-9]\d?|100)$)", "Expected integer between 1 and 100", "integer"};
    case Parameter::Type::FewResults:
        return {R"(^([1-9]|[1-4]\d|50)$)", "Expected integer between 1 and 50", "integer"};
    case Parameter::Type::Text:
        return {R"(^.{1,75}$)", "Expected string of 1 to 75 characters", "string"};
    case Parameter::Type::Token:
        return {R"(^.+$)", "Expected string", "string"};
    }
    return {"", "", ""};
}

QString decode(QByteArray encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded.replace('+', ' ')));
}

} // namespace

Parameters::Parameters(const QByteArray &rawQuery, std::span<const Parameter> allowed)
{
    const QList<QByteArray> pairs = rawQuery.isEmpty() ? QList<QByteArray>() : rawQuery.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QString name = decode(pair.left(equals));
        const QString value = equals < 0 ? QString() : decode(pair.mid(equals + 1));
        const bool known = std::ranges::any_of(allowed, [&name](const Parameter &parameter) {
            return name == QLatin1String(parameter.name);
        });
        if (!known)
            addError(u'/' + name, QStringLiteral("Unexpected property"), value, "string");
        m_values[name].append(value);
    }
    for (const Parameter &parameter : allowed)
        check(parameter);
}

void Parameters::check(const Parameter &parameter)
{
    const QStringList values = texts(parameter.name);
    const QString path = u'/' + QLatin1String(parameter.name);
    const Rule rule = ruleOf(parameter);
    if (values.isEmpty() && parameter.required)
        addError(path, QStringLiteral("Required property"), {}, rule.type);
    if (values.size() > parameter.maxItems)
        addError(path,
                 QStringLiteral("Expected array length to be less or equal to %1")
                     .arg(parameter.maxItems),
                 QString::number(values.size()), "array");
    const QRegularExpression pattern(QLatin1String(rule.pattern));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool valid = pattern.match(values[i]).hasMatch() &&
                           (parameter.type != Parameter::Type::DateTime ||
                            QDateTime::fromString(values[i], Qt::ISODateWithMs).isValid());
        if (!valid)
            addError(parameter.maxItems > 1 ? path + u'/' + QString::number(i) : path,
                     QString::fromUtf8(rule.says), values[i], rule.type);
    }
}

std::optional<Millis> Parameters::time(const char *name) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return std::nullopt;
    return QDateTime::fromString(value, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

void Parameters::addError(const QString &path, const QString &message, const QString &value,
                          const char *type)
{
    m_errors.append(QJsonObject{
        {QStringLiteral("path"), path},
        {QStringLiteral("message"), message},
        {QStringLiteral("value"), value},
        {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QLatin1String(type)}}}});
}

} // namespace demo
