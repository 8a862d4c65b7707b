// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace exporting {

QList<std::pair<QString, QString>> toTable(const Manifest &manifest)
{
    // Names for programs as well as for people, so they are not translated.
    return {{QStringLiteral("program"), manifest.program},
            {QStringLiteral("workspace"), manifest.workspace},
            {QStringLiteral("filters"), manifest.filters},
            {QStringLiteral("requests"), manifest.requests.join(u'\n')},
            {QStringLiteral("order"), manifest.order},
            {QStringLiteral("zone"), manifest.zone},
            {QStringLiteral("begun"), quo::formatInstant(manifest.begun)},
            {QStringLiteral("ended"), quo::formatInstant(manifest.ended)},
            {QStringLiteral("rows"), QString::number(manifest.rows)},
            {QStringLiteral("skipped"), QString::number(manifest.skipped)},
            {QStringLiteral("skippedBecause"), manifest.skippedBecause.join(u'\n')},
            {QStringLiteral("complete"),
             manifest.isComplete ? QStringLiteral("true") : QStringLiteral("false")},
            {QStringLiteral("missing"), manifest.missing.join(u'\n')},
            {QStringLiteral("loss"), manifest.loss},
            {QStringLiteral("sha256"), QString::fromLatin1(manifest.sha256)}};
}

QByteArray toJson(const Manifest &manifest)
{
    const QJsonObject object{
        {QStringLiteral("program"), manifest.program},
        {QStringLiteral("workspace"), manifest.workspace},
        {QStringLiteral("filters"), manifest.filters},
        {QStringLiteral("requests"), QJsonArray::fromStringList(manifest.requests)},
        {QStringLiteral("order"), manifest.order},
        {QStringLiteral("zone"), manifest.zone},
        {QStringLiteral("begun"), quo::formatInstant(manifest.begun)},
        {QStringLiteral("ended"), quo::formatInstant(manifest.ended)},
        {QStringLiteral("rows"), manifest.rows},
        {QStringLiteral("skipped"), manifest.skipped},
        {QStringLiteral("skippedBecause"), QJsonArray::fromStringList(manifest.skippedBecause)},
        {QStringLiteral("complete"), manifest.isComplete},
        {QStringLiteral("missing"), QJsonArray::fromStringList(manifest.missing)},
        {QStringLiteral("loss"), manifest.loss},
        {QStringLiteral("sha256"), QString::fromLatin1(manifest.sha256)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace exporting
