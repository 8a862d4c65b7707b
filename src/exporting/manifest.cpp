// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/manifest.h"

#include "words/completenesswords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace exporting {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exporting::Manifest)
};

struct Field
{
    QString name;  // for programs, so it is not translated
    QString title; // for people
    QJsonValue value;
};

QString sourceName(Manifest::Source source)
{
    switch (source) {
    case Manifest::Source::Window:
        return QStringLiteral("window");
    case Manifest::Source::Server:
        return QStringLiteral("server");
    case Manifest::Source::ThisComputer:
        return QStringLiteral("this computer");
    }
    return {};
}

QList<Field> fieldsOf(const Manifest &manifest)
{
    return {{QStringLiteral("program"), Words::tr("Program"), manifest.program},
            {QStringLiteral("workspace"), Words::tr("Workspace"), manifest.workspace},
            {QStringLiteral("source"), Words::tr("Rows from"), sourceName(manifest.source)},
            {QStringLiteral("asOf"), Words::tr("As of"),
             manifest.completeness.asOf
                 ? QJsonValue(quo::formatInstant(*manifest.completeness.asOf))
                 : QJsonValue()},
            {QStringLiteral("filters"), Words::tr("Filters"), manifest.filters},
            {QStringLiteral("requests"), Words::tr("Requests"),
             QJsonArray::fromStringList(manifest.requests)},
            {QStringLiteral("order"), Words::tr("Sorted by"), manifest.order},
            {QStringLiteral("zone"), Words::tr("Time zone"), manifest.zone},
            {QStringLiteral("begun"), Words::tr("Started"), quo::formatInstant(manifest.begun)},
            {QStringLiteral("ended"), Words::tr("Finished"), quo::formatInstant(manifest.ended)},
            {QStringLiteral("rows"), Words::tr("Rows"), manifest.rows},
            {QStringLiteral("skipped"), Words::tr("Rows left out"),
             manifest.completeness.unreadableCount},
            {QStringLiteral("skippedBecause"), Words::tr("Why they were left out"),
             QJsonArray::fromStringList(manifest.skippedBecause)},
            {QStringLiteral("complete"), Words::tr("Complete"), manifest.completeness.isWhole()},
            {QStringLiteral("missing"), Words::tr("What is missing"),
             QJsonArray::fromStringList(manifest.missing)},
            {QStringLiteral("loss"), Words::tr("What the format can’t hold"), manifest.loss},
            {QStringLiteral("sha256"), Words::tr("SHA-256 of the rows as CSV"),
             QString::fromLatin1(manifest.sha256)}};
}

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    return value.isArray() ? value.toVariant().toStringList().join(u'\n')
                           : value.toVariant().toString();
}

} // namespace

void setCompleteness(Manifest &manifest, const quo::Completeness &completeness)
{
    manifest.completeness = completeness;
    manifest.missing = words::missingTexts(completeness);
    manifest.skippedBecause = words::reasonTexts(completeness.unreadable);
}

QList<std::pair<QString, QString>> toTable(const Manifest &manifest)
{
    QList<std::pair<QString, QString>> table;
    for (const Field &field : fieldsOf(manifest))
        table.append({field.title, textOf(field.value)});
    return table;
}

QByteArray toJson(const Manifest &manifest)
{
    QJsonObject object;
    for (const Field &field : fieldsOf(manifest))
        object.insert(field.name, field.value);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace exporting
