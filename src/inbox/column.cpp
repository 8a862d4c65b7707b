// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"

#include "inbox/conversationstate.h"
#include "inbox/naming.h"
#include "quo/conversationquery.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace inbox {

namespace {

using OptionalText = std::optional<QString>;
using OptionalInstant = std::optional<quo::Instant>;

QVariant toVariant(const OptionalText &text)
{
    return text ? QVariant(*text) : QVariant();
}

QVariant toVariant(const QString &text)
{
    return text;
}

QVariant toVariant(const QStringList &texts)
{
    return texts;
}

QVariant toVariant(OptionalInstant instant)
{
    return instant ? QVariant(quo::toDateTime(*instant, QTimeZone::utc())) : QVariant();
}

// Getters of ConversationRow as the functions of a column.
template <auto Getter>
QVariant value(const ConversationRow &row)
{
    return toVariant((row.*Getter)());
}

template <auto Getter>
QString plainText(const ConversationRow &row, const CellContext &)
{
    return toVariant((row.*Getter)()).toString();
}

template <auto Getter>
std::optional<qint64> milliseconds(const ConversationRow &row, quo::Instant)
{
    const OptionalInstant instant = (row.*Getter)();
    return instant ? std::optional(instant->time_since_epoch().count()) : std::nullopt;
}

// A state has no value that stays the same over time.
QVariant stateValue(const ConversationRow &)
{
    return {};
}

// The most urgent comes first; null where no state is marked.
std::optional<qint64> stateRank(const ConversationRow &row, quo::Instant now)
{
    qint64 rank = 0;
    const QList<ConversationState::Mark> marks = ConversationState::at(now, row).marks();
    for (const ConversationState::Mark mark : marks)
        rank |= qint64(1) << (4 - int(mark));
    return rank == 0 ? std::nullopt : std::optional(-rank);
}

QString titleKey(const ConversationRow &row, const CellContext &context)
{
    const QString name = row.name().value_or(QString()).simplified();
    if (!name.isEmpty())
        return name;
    QStringList names = otherParticipants(row, context);
    for (QString &participant : names)
        participant = contactLabel(participant, context).value_or(participant);
    return names.join(QStringLiteral(", "));
}

// Numbers in the form of the API, since formatting a million of them for a sort takes too long.
QString numbersKey(const ConversationRow &row, const CellContext &)
{
    return row.participants().join(QStringLiteral(", "));
}

QString lineKey(const ConversationRow &row, const CellContext &context)
{
    return lineName(row.phoneNumberId(), context.directory, context.reader.region);
}

QString assigneeKey(const ConversationRow &row, const CellContext &context)
{
    const OptionalText id = row.assignedTo();
    return id ? assigneeName(*id, context.directory) : QString();
}

using Row = ConversationRow;

constexpr std::array<Column, columnCount> allColumns{{
    {.id = ColumnId::Name,
     .name = QLatin1String("name"),
     .searchWord = QLatin1String("name"),
     .kind = Column::Kind::Text,
     .value = value<&Row::name>,
     .key = titleKey},
    {.id = ColumnId::Participants,
     .name = QLatin1String("participants"),
     .searchWord = QLatin1String("with"),
     .kind = Column::Kind::Numbers,
     .value = value<&Row::participants>,
     .key = numbersKey},
    {.id = ColumnId::PhoneNumberId,
     .name = QLatin1String("phoneNumberId"),
     .searchWord = QLatin1String("line"),
     .kind = Column::Kind::Text,
     .value = value<&Row::phoneNumberId>,
     .key = Column::Shared{&Row::lineIndex, lineKey}},
    {.id = ColumnId::AssignedTo,
     .name = QLatin1String("assignedTo"),
     .searchWord = QLatin1String("to"),
     .kind = Column::Kind::Text,
     .value = value<&Row::assignedTo>,
     .key = Column::Shared{&Row::assigneeIndex, assigneeKey}},
    {.id = ColumnId::State,
     .name = QLatin1String("state"),
     .searchWord = QLatin1String("is"),
     .kind = Column::Kind::State,
     .value = stateValue,
     .key = stateRank},
    {.id = ColumnId::SnoozedUntil,
     .name = QLatin1String("snoozedUntil"),
     .searchWord = QLatin1String("snoozed"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::snoozedUntil>,
     .key = milliseconds<&Row::snoozedUntil>},
    {.id = ColumnId::MutedUntil,
     .name = QLatin1String("mutedUntil"),
     .searchWord = QLatin1String("muted"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::mutedUntil>,
     .key = milliseconds<&Row::mutedUntil>},
    {.id = ColumnId::LastActivityAt,
     .name = QLatin1String("lastActivityAt"),
     .searchWord = QLatin1String("active"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::lastActivityAt>,
     .key = milliseconds<&Row::lastActivityAt>},
    {.id = ColumnId::UpdatedAt,
     .name = QLatin1String("updatedAt"),
     .searchWord = QLatin1String("updated"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::updatedAt>,
     .key = milliseconds<&Row::updatedAt>},
    {.id = ColumnId::CreatedAt,
     .name = QLatin1String("createdAt"),
     .searchWord = QLatin1String("created"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::createdAt>,
     .key = milliseconds<&Row::createdAt>},
    {.id = ColumnId::DeletedAt,
     .name = QLatin1String("deletedAt"),
     .searchWord = QLatin1String("deleted"),
     .kind = Column::Kind::Instant,
     .value = value<&Row::deletedAt>,
     .key = milliseconds<&Row::deletedAt>},
    {.id = ColumnId::LastActivityId,
     .name = QLatin1String("lastActivityId"),
     .searchWord = QLatin1String("activity"),
     .kind = Column::Kind::Id,
     .value = value<&Row::lastActivityId>,
     .key = plainText<&Row::lastActivityId>},
    {.id = ColumnId::Id,
     .name = QLatin1String("id"),
     .searchWord = QLatin1String("id"),
     .kind = Column::Kind::Id,
     .value = value<&Row::id>,
     .key = plainText<&Row::id>},
}};

constexpr bool areInOrder()
{
    for (size_t place = 0; place < columnCount; ++place)
        if (size_t(allColumns[place].id) != place)
            return false;
    return true;
}
static_assert(areInOrder(), "each id has one entry, at its place");

int indexOf(QLatin1String Column::*word, QAnyStringView sought)
{
    const auto found = std::ranges::find_if(
        allColumns, [&](const Column &column) { return column.*word == sought; });
    return found == allColumns.end() ? -1 : int(found - allColumns.begin());
}

} // namespace

std::span<const Column> columns()
{
    return allColumns;
}

Column::Text Column::keyText() const
{
    if (const auto *shared = std::get_if<Shared>(&key))
        return shared->text;
    const auto *text = std::get_if<Text>(&key);
    return text ? *text : nullptr;
}

int columnIndex(QAnyStringView name)
{
    return indexOf(&Column::name, name);
}

int searchedColumn(QAnyStringView word)
{
    return indexOf(&Column::searchWord, word);
}

std::optional<QString> cellValue(const Column &column, const ConversationRow &row,
                                 const CellContext &context)
{
    const QVariant value = column.value(row);
    switch (column.kind) {
    case Column::Kind::Instant: {
        if (!value.isValid())
            return QString();
        const quo::Instant instant = quo::toInstant(value.toDateTime());
        return quo::formatInstant(instant, context.reader.zone);
    }
    case Column::Kind::State:
        return std::nullopt;
    case Column::Kind::Numbers: {
        QStringList numbers = value.toStringList();
        numbers.removeIf([](const QString &number) { return number.trimmed().isEmpty(); });
        return numbers.value(0);
    }
    case Column::Kind::Id:
        return value.toString().simplified();
    case Column::Kind::Text:
        break;
    }
    return column.keyText()(row, context).simplified();
}

std::optional<QString> cellDay(const Column &column, const ConversationRow &row,
                               const CellContext &context)
{
    const QDate day = column.value(row).toDateTime().toTimeZone(context.reader.zone).date();
    const QString text = day.toString(Qt::ISODate);
    return day.isValid() && QDate::fromString(text, Qt::ISODate) == day ? std::optional(text)
                                                                        : std::nullopt;
}

} // namespace inbox
