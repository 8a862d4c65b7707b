// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/viewfile.h"

#include <QJsonArray>
#include <QStringList>

namespace workspace {

// Takes the fields of an object one by one and keeps the first thing that is wrong with them, so
// that whoever reads says what is expected and asks for problems once, at the end.
class JsonReader
{
public:
    // 'path' is the object's own, empty for the outermost; the problem is shared with its parts.
    JsonReader(QJsonObject object, QString path, std::optional<ViewProblem> &problem);

    QString text(QLatin1String name, qsizetype maxLength);
    // Null where it is null.
    std::optional<QString> optionalText(QLatin1String name, qsizetype maxLength);
    bool boolean(QLatin1String name);
    int integer(QLatin1String name, int min, int max);
    QJsonArray array(QLatin1String name, qsizetype maxSize);
    JsonReader object(QLatin1String name);
    QList<JsonReader> objects(QLatin1String name, qsizetype maxSize);
    // One more problem, unless there is one already.
    void refuse(QLatin1String name, ViewProblem::Kind kind, const QString &detail = {});
    // Whatever was not taken is unknown.
    void finish();

private:
    QJsonValue take(QLatin1String name, QJsonValue::Type type);

    QJsonObject m_object;
    QString m_path;
    std::optional<ViewProblem> *m_problem; // never null
};

} // namespace workspace
