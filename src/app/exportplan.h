// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "exporting/rowtext.h"
#include "inbox/cellcontext.h"
#include "inbox/rowfilter.h"
#include "quo/conversationquery.h"
#include "quo/expected.h"

#include <QStringList>

#include <optional>

namespace app {

// What 'quoin export' reads and writes, by its options and those of a view.
struct ExportPlan
{
    quo::ConversationQuery query;
    QStringList nationalLines; // lines of the query that need a country to be read
    QString search;            // of the filter, as it was typed
    inbox::RowFilter filter;
    std::optional<inbox::SortKeys> sort; // null: as they arrive
    exporting::Columns columns;
    exporting::ExportOptions format;

    // Reads national numbers once the countries of the lines are known. Why it cannot; null if it
    // can.
    std::optional<QString> readNumbers(const QStringList &regions, quo::Instant now,
                                       const QTimeZone &zone);
    // Whether the search may hold for the name of a contact, or a name is written or sorted by.
    bool needsContacts() const;
};

// An error says which option is wrong, and why.
quo::Expected<ExportPlan, QString> planExport(const ExportCommandOptions &options,
                                              const inbox::Reader &reader, quo::Instant now);

} // namespace app
