// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "inbox/conversationrows.h"
#include "inbox/conversationstate.h"

#include <QVariant>

#include <span>
#include <variant>

namespace inbox {

// One column of the list, in one place: table, chooser, details and (later) sort, search and
// exports all read this. A new column is one entry more in columns().
struct Column
{
    QLatin1String id;         // the API's field name; also under which settings and exports know it
    QLatin1String searchWord; // 'line' of 'line:support'
    // The state is made of several fields; everything else is one of the API's.
    enum class Kind { State, Text, Numbers, Instant, Id } kind;
    QString (*title)();
    QString (*tip)(); // the API's own words where it has any
    // Short, for a cell; empty for null.
    QString (*text)(const ConversationRow &row, const CellContext &context);
    // In full, for tool tip, details and clipboard; empty for null.
    QString (*fullText)(const ConversationRow &row, const CellContext &context);
    // As the API has it: QString, QStringList, QDateTime in UTC, or invalid for null.
    QVariant (*value)(const ConversationRow &row);
    // What rows are sorted and searched by, null (an empty text) for null. Of those with few texts
    // an index alone, so that each text is made once.
    using Rank = std::optional<qint64> (*)(const ConversationRow &row, quo::Instant now);
    using Index = std::optional<quint32> (ConversationRow::*)() const;
    using Text = QString (*)(const ConversationRow &row, const CellContext &context);
    std::variant<Rank, Index, Text> key;
    int width; // at first, in average characters
    Qt::Alignment alignment;
    bool isInitiallyVisible;

    bool isField() const { return kind != Kind::State; }
};

// The state and all 12 fields of the API, in the order in which they stand at first.
std::span<const Column> columns();

// Its place in columns(), or -1.
int columnIndex(QAnyStringView id);

// Its place by its search word, or -1.
int searchedColumn(QAnyStringView word);

// Plain text as a tool tip, which would otherwise be taken as markup where it looks like it.
QString toolTipText(const QString &plain);

// What a conversation is called: its name, else the people in it, without the workspace's own
// lines.
QString conversationTitle(const ConversationRow &row, const CellContext &context);

// Who takes part besides the workspace's own lines; all where there is nobody else.
QStringList otherParticipants(const ConversationRow &row, const CellContext &context);
// 'Ana Lopes (Acme)', else the number.
QString participantName(const QString &number, const CellContext &context);

// Of all contacts that have the number.
QStringList contactLabels(const QString &number, const CellContext &context);

// What a condition on the column says to mean what the cell shows, see searchCondition(): the name,
// the first number, the id, the instant in ISO 8601. Empty where there is nothing; null for states.
std::optional<QString> cellValue(const Column &column, const ConversationRow &row,
                                 const CellContext &context);

// The day of an instant in the reader's zone, as a condition says it; null where there is none.
std::optional<QString> cellDay(const Column &column, const ConversationRow &row,
                               const CellContext &context);

// '🛟 Support' of an id or a number; else what it was asked by. A line without a name goes by its
// number. Numbers are as those of 'region' read them.
QString lineName(const QString &idOrNumber, const quo::Directory &directory, const QString &region);
// What a mark is called: 'Snooze ended'.
QString markName(ConversationState::Mark mark);
// 'Dana Kim', with the address where another has the same name; else the id.
QString assigneeName(const QString &id, const quo::Directory &directory);

} // namespace inbox
