// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace workspace {

// What is wrong with a field of an object.
struct JsonProblem
{
    enum class Kind { MissingField, UnknownField, WrongType, BadValue };

    Kind kind = Kind::BadValue;
    QString field;       // 'filters.userId'
    QString detail = {}; // the value, where it is a bad one
};

// Reads the fields of a JSON object one by one and collects what is wrong with them, so that the
// caller states what it expects and checks for problems once, at the end. A wrong field reads as
// empty.
class JsonReader
{
public:
    // 'path' is the path of the object, empty for the outermost one. Readers of its parts add to
    // the same problems.
    JsonReader(QJsonObject object, QString path, QList<JsonProblem> &problems);

    qsizetype problemCount() const { return m_problems->size(); }

    QString text(QLatin1String name, qsizetype maxLength);
    // Null if the field is null.
    std::optional<QString> optionalText(QLatin1String name, qsizetype maxLength);
    bool boolean(QLatin1String name);
    int integer(QLatin1String name, int min, int max);
    // No more than that.
    QJsonArray array(QLatin1String name, qsizetype maxSize);
    JsonReader object(QLatin1String name);
    // No more than that; entries that are no objects are refused and left out.
    QList<JsonReader> objects(QLatin1String name, qsizetype maxSize);
    void refuse(QLatin1String name, JsonProblem::Kind kind, const QString &detail = {});
    // Fields that were not read are unknown ones.
    void finish();

private:
    QJsonValue take(QLatin1String name, QJsonValue::Type type);

    QJsonObject m_object;
    QString m_path;
    QList<JsonProblem> *m_problems; // never null
};

} // namespace workspace
