// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/manifest.h"

#include "words/completenesswords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace exporting {

namespace {

// Names for programs as well as for people, so they are not translated.
QList<std::pair<QString, QJsonValue>> fieldsOf(const Manifest &manifest)
{
    return {{QStringLiteral("program"), manifest.program},
            {QStringLiteral("workspace"), manifest.workspace},
            {QStringLiteral("filters"), manifest.filters},
            {QStringLiteral("requests"), QJsonArray::fromStringList(manifest.requests)},
            {QStringLiteral("order"), manifest.order},
            {QStringLiteral("zone"), manifest.zone},
            {QStringLiteral("begun"), quo::formatInstant(manifest.begun)},
            {QStringLiteral("ended"), quo::formatInstant(manifest.ended)},
            {QStringLiteral("rows"), manifest.rows},
            {QStringLiteral("skipped"), manifest.completeness.unreadableCount},
            {QStringLiteral("skippedBecause"), QJsonArray::fromStringList(manifest.skippedBecause)},
            {QStringLiteral("complete"), manifest.completeness.isWhole()},
            {QStringLiteral("missing"), QJsonArray::fromStringList(manifest.missing)},
            {QStringLiteral("loss"), manifest.loss},
            {QStringLiteral("sha256"), QString::fromLatin1(manifest.sha256)}};
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
    for (const auto &[name, value] : fieldsOf(manifest))
        table.append({name, value.isArray() ? value.toVariant().toStringList().join(u'\n')
                                            : value.toVariant().toString()});
    return table;
}

QByteArray toJson(const Manifest &manifest)
{
    QJsonObject object;
    for (const auto &[name, value] : fieldsOf(manifest))
        object.insert(name, value);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace exporting
