// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jsonreader.h"

namespace workspace {

using Kind = JsonProblem::Kind;

JsonReader::JsonReader(QJsonObject object, QString path, QList<JsonProblem> &problems)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problems(&problems)
{
}

QString JsonReader::text(QLatin1String name, qsizetype maxLength)
{
    const QString text = take(name, QJsonValue::String).toString();
    if (text.size() <= maxLength)
        return text;
    refuse(name, Kind::BadValue, text.left(40) + u'…');
    return {};
}

std::optional<QString> JsonReader::optionalText(QLatin1String name, qsizetype maxLength)
{
    if (m_object.value(name).isNull()) {
        m_object.remove(name);
        return std::nullopt;
    }
    return text(name, maxLength);
}

bool JsonReader::boolean(QLatin1String name)
{
    return take(name, QJsonValue::Bool).toBool();
}

int JsonReader::integer(QLatin1String name, int min, int max)
{
    const double number = take(name, QJsonValue::Double).toDouble();
    if (number < min || number > max || number != double(int(number))) {
        refuse(name, Kind::BadValue, QString::number(number));
        return min;
    }
    return int(number);
}

QJsonArray JsonReader::array(QLatin1String name, qsizetype maxSize)
{
    QJsonArray array = take(name, QJsonValue::Array).toArray();
    if (array.size() > maxSize)
        refuse(name, Kind::BadValue, QString::number(array.size()));
    while (array.size() > maxSize)
        array.removeLast();
    return array;
}

JsonReader JsonReader::object(QLatin1String name)
{
    const QJsonObject object = take(name, QJsonValue::Object).toObject();
    return JsonReader(object, m_path + name + u'.', *m_problems);
}

QList<JsonReader> JsonReader::objects(QLatin1String name, qsizetype maxSize)
{
    QList<JsonReader> readers;
    const QJsonArray entries = array(name, maxSize);
    for (const QJsonValue entry : entries) {
        if (entry.isObject())
            readers.append(JsonReader(entry.toObject(), m_path + name + u'.', *m_problems));
        else
            refuse(name, Kind::WrongType);
    }
    return readers;
}

void JsonReader::refuse(QLatin1String name, Kind kind, const QString &detail)
{
    m_problems->append({kind, m_path + name, detail});
}

void JsonReader::finish()
{
    if (!m_object.isEmpty())
        m_problems->append({Kind::UnknownField, m_path + m_object.keys().constFirst().left(40)});
}

QJsonValue JsonReader::take(QLatin1String name, QJsonValue::Type type)
{
    const QJsonValue value = m_object.take(name);
    if (value.isUndefined())
        refuse(name, Kind::MissingField);
    else if (value.type() != type)
        refuse(name, Kind::WrongType);
    return value;
}

} // namespace workspace
