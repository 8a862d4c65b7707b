// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"

#include <QAnyStringView>
#include <QVariant>

#include <optional>
#include <span>
#include <variant>

namespace inbox {

// The state and all 12 fields of the API, in their initial order. The value is the place in
// columns().
enum class ColumnId {
    Name,
    Participants,
    PhoneNumberId,
    AssignedTo,
    State,
    SnoozedUntil,
    MutedUntil,
    LastActivityAt,
    UpdatedAt,
    CreatedAt,
    DeletedAt,
    LastActivityId,
    Id,
};
inline constexpr size_t columnCount = size_t(ColumnId::Id) + 1;

// What a column holds, and how rows are sorted and searched by it. Its title and the texts of its
// cells are in words::columnWords().
struct Column
{
    // The state is made of several fields; everything else is one of the API's.
    enum class Kind { State, Text, Numbers, Instant, Id };

    // Null (an empty text) for null.
    using Rank = std::optional<qint64> (*)(const ConversationRow &row, quo::Instant now);
    using Text = QString (*)(const ConversationRow &row, const CellContext &context);
    // For columns with few different texts: rows with the same index share one.
    struct Shared
    {
        std::optional<quint32> (ConversationRow::*index)() const;
        Text text;
    };

    ColumnId id;
    QLatin1String name;       // the API's name of the field; settings, options and exports use it
    QLatin1String searchWord; // 'line' of 'line:support'
    Kind kind;
    // The API's value: QString, QStringList, QDateTime in UTC, or invalid for null.
    QVariant (*value)(const ConversationRow &row);
    std::variant<Rank, Shared, Text> key; // what rows are sorted and searched by

    bool isField() const { return kind != Kind::State; }
    // The function that makes the text of the key; null if the key is a number.
    Text keyText() const;
};

std::span<const Column> columns();

// Its place in columns().
constexpr int columnIndex(ColumnId id)
{
    return int(id);
}
// The index of the column with this name; -1 if there is none.
int columnIndex(QAnyStringView name);
// The index of the column with this search word; -1 if there is none.
int searchedColumn(QAnyStringView word);

// The value of a condition that finds what the cell shows, see searchCondition(): the name, the
// first number, the id, or the instant in ISO 8601. Empty if the cell is empty; null for states.
std::optional<QString> cellValue(const Column &column, const ConversationRow &row,
                                 const CellContext &context);

// The day of an instant in the reader's zone, as the value of a condition; null if there is none.
std::optional<QString> cellDay(const Column &column, const ConversationRow &row,
                               const CellContext &context);

} // namespace inbox
