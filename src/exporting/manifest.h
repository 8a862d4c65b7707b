// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/completeness.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace exporting {

// What an export was made of, so that it can be trusted later.
struct Manifest
{
    // Where the rows are from: those that a window knew, what the server answered for this export,
    // or what was kept on this computer.
    enum class Source { Window, Server, ThisComputer };

    QString program;   // 'Quoin 1.0'
    QString workspace; // where it came from: the base URL
    Source source = Source::Window;
    QString filters;      // in words; empty: none
    QStringList requests; // the queries, as they were sent, without tokens
    QString order;        // in words
    QString zone;         // IANA
    quo::Instant begun;
    quo::Instant ended;
    int rows = 0;
    quo::Completeness completeness;
    QStringList missing;        // in words, what keeps it from being whole
    QStringList skippedBecause; // in words, why rows could not be read
    QString loss;               // what the format could not hold
    QByteArray sha256;          // in hex, of the file; of XLSX, of its rows as CSV
};

// Notes what keeps an export from being whole.
void setCompleteness(Manifest &manifest, const quo::Completeness &completeness);

// Pairs of title and value for a workbook's sheet, in reading order.
QList<std::pair<QString, QString>> toTable(const Manifest &manifest);
QByteArray toJson(const Manifest &manifest);

} // namespace exporting
