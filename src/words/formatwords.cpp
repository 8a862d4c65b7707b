// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/formatwords.h"

#include <QCoreApplication>

namespace words {

namespace {

struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(words::FormatWords)
};

} // namespace

QString formatName(const QString &id)
{
    if (id == u"xlsx")
        return FormatWords::tr("Excel workbook");
    if (id == u"excel")
        return FormatWords::tr("CSV for Excel");
    if (id == u"csv")
        return FormatWords::tr("CSV");
    if (id == u"tsv")
        return FormatWords::tr("TSV");
    if (id == u"json")
        return FormatWords::tr("JSON");
    if (id == u"ndjson")
        return FormatWords::tr("JSON lines");
    return {};
}

} // namespace words
