// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/column.h"

#include "inbox/displaytext.h"

#include "inbox/instanttext.h"
#include "inbox/phonenumber.h"
#include "quo/conversationquery.h"
#include "quo/ids.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace inbox {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inbox::Column)
};

// Cells do not wrap, so a name with line breaks is shown on one line.
QString oneLine(const QString &text)
{
    return text.simplified();
}

// Of a person, a company or a line, which stands in sentences.
QString shownName(const QString &name)
{
    return shortened(displayText(name), 200);
}

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

// 'Ana Lopes (Acme)'.
QString contactLabel(const quo::ContactName &contact)
{
    const QString name = shownName(contact.name);
    const QString company = shownName(contact.company);
    if (name.isEmpty())
        return company;
    return company.isEmpty() ? name
                             : Words::tr("%1 (%2)", "contact and company").arg(name, company);
}

// Of the first contact; null where the number is no contact's.
std::optional<QString> contactLabel(const QString &number, const CellContext &context)
{
    const std::optional<quo::ContactName> contact = context.contacts.find(number);
    return contact ? std::optional(contactLabel(*contact)) : std::nullopt;
}

// A name in Hebrew or Arabic would draw the number beside it into its own direction.
QString isolated(const QString &text)
{
    const bool isMixed = std::ranges::any_of(text, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return isMixed ? QChar(0x2068) + text + QChar(0x2069) : text; // first strong isolate, its end
}

// 'Ana Lopes (Acme) · (415) 555-2671', else the number alone.
QString participantText(const QString &number, const CellContext &context)
{
    const QString formatted = formatNumber(number, context.reader.region);
    const std::optional<QString> label = contactLabel(number, context);
    return label ? Words::tr("%1 · %2", "contact and number").arg(isolated(*label), formatted)
                 : formatted;
}

// A name and what stands behind it, a line each, for the places that have the room.
QString withDetails(const QString &name, const QStringList &details)
{
    QStringList lines{name};
    for (const QString &detail : details)
        if (!detail.isEmpty() && !lines.contains(detail))
            lines.append(detail);
    return lines.join(u'\n');
}

// The getters of ConversationRow as the functions that a descriptor holds.
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
QString exactTime(const ConversationRow &row, const CellContext &context)
{
    const OptionalInstant instant = (row.*Getter)();
    return instant ? exactInstant(*instant, context.reader) : QString();
}

QString titleText(const ConversationRow &row, const CellContext &context)
{
    return conversationTitle(row, context);
}

QString participantsText(const ConversationRow &row, const CellContext &context)
{
    QStringList texts;
    const QStringList numbers = row.participants();
    for (const QString &number : numbers)
        texts.append(participantText(number, context));
    return texts.join(QStringLiteral(", "));
}

QString participantsLines(const ConversationRow &row, const CellContext &context)
{
    QStringList lines;
    const QStringList numbers = row.participants();
    for (const QString &number : numbers) {
        QStringList parts;
        for (const QString &label : contactLabels(number, context))
            parts.append(isolated(label));
        parts.append(formatNumber(number, context.reader.region));
        lines.append(parts.join(QStringLiteral(" · ")));
    }
    return lines.join(u'\n');
}

QString lineText(const ConversationRow &row, const CellContext &context)
{
    return lineName(row.phoneNumberId(), context.directory, context.reader.region);
}

QString lineFullText(const ConversationRow &row, const CellContext &context)
{
    const QString &id = row.phoneNumberId();
    const QString number = context.directory.line(id).value_or(quo::Line()).number;
    return withDetails(lineText(row, context), {formatNumber(number, context.reader.region), id});
}

QString assigneeText(const ConversationRow &row, const CellContext &context)
{
    const OptionalText id = row.assignedTo();
    return id ? assigneeName(*id, context.directory) : QString();
}

QString assigneeFullText(const ConversationRow &row, const CellContext &context)
{
    return withDetails(assigneeText(row, context), {row.assignedTo().value_or(QString())});
}

QString muteText(const ConversationRow &row, const CellContext &context)
{
    switch (ConversationState::at(context.now, row).mute) {
    case ConversationState::Mute::NotMuted:
        return {};
    case ConversationState::Mute::MutedForGood:
        return Words::tr("Muted");
    case ConversationState::Mute::MutedUntil:
        return shortInstant(*row.mutedUntil(), context);
    }
    return {};
}

QString snoozeText(const ConversationRow &row, const CellContext &context)
{
    switch (ConversationState::at(context.now, row).snooze) {
    case ConversationState::Snooze::NotSnoozed:
        return {};
    case ConversationState::Snooze::SnoozeEnded:
        return Words::tr("Ended", "a snooze");
    case ConversationState::Snooze::SnoozedUntil:
        return shortInstant(*row.snoozedUntil(), context);
    }
    return {};
}

QString stateText(const ConversationRow &row, const CellContext &context)
{
    QStringList names;
    const QList<ConversationState::Mark> marks = ConversationState::at(context.now, row).marks();
    for (const ConversationState::Mark mark : marks)
        names.append(markName(mark));
    return names.join(QStringLiteral(", "));
}

// It has none that holds for longer than a moment.
QVariant stateValue(const ConversationRow &)
{
    return {};
}

// What is most urgent comes first; null where there is nothing to say.
std::optional<qint64> stateRank(const ConversationRow &row, quo::Instant now)
{
    qint64 rank = 0;
    const QList<ConversationState::Mark> marks = ConversationState::at(now, row).marks();
    for (const ConversationState::Mark mark : marks)
        rank |= qint64(1) << (4 - int(mark));
    return rank == 0 ? std::nullopt : std::optional(-rank);
}

template <auto Getter>
std::optional<qint64> milliseconds(const ConversationRow &row, quo::Instant)
{
    const OptionalInstant instant = (row.*Getter)();
    return instant ? std::optional(instant->time_since_epoch().count()) : std::nullopt;
}

// Numbers as they came: a million of them are not formatted for a sort.
QString numbersKey(const ConversationRow &row, const CellContext &)
{
    return row.participants().join(QStringLiteral(", "));
}

QString titleKey(const ConversationRow &row, const CellContext &context)
{
    const QString name = oneLine(row.name().value_or(QString()));
    if (!name.isEmpty())
        return name;
    QStringList names = otherParticipants(row, context);
    for (QString &participant : names)
        participant = contactLabel(participant, context).value_or(participant);
    return names.join(QStringLiteral(", "));
}

template <auto Getter>
QString age(const ConversationRow &row, const CellContext &context)
{
    const OptionalInstant instant = (row.*Getter)();
    return instant ? relativeInstant(*instant, context) : QString();
}

using Row = ConversationRow;

const std::array<Column, 13> allColumns{{
    {QLatin1String("state"), QLatin1String("is"), Column::Kind::State,
     [] { return Words::tr("State"); },
     [] {
         return Words::tr("Whether somebody has it, and whether it is snoozed, muted or deleted.");
     },
     stateText, stateText, stateValue, stateRank, 9, Qt::AlignLeading, true},
    {QLatin1String("name"), QLatin1String("name"), Column::Kind::Text,
     [] { return Words::tr("Conversation"); },
     [] {
         return Words::tr("The custom name of the conversation; without one, the numbers in it.");
     },
     titleText, plainText<&Row::name>, value<&Row::name>, titleKey, 26, Qt::AlignLeading, true},
    {QLatin1String("participants"), QLatin1String("with"), Column::Kind::Numbers,
     [] { return Words::tr("Participants"); },
     [] { return Words::tr("The phone numbers that take part."); }, participantsText,
     participantsLines, value<&Row::participants>, numbersKey, 20, Qt::AlignLeading, false},
    {QLatin1String("phoneNumberId"), QLatin1String("line"), Column::Kind::Text,
     [] { return Words::tr("Line"); },
     [] {
         return Words::tr("The unique identifier of the Quo phone number associated with the "
                          "conversation.");
     },
     lineText, lineFullText, value<&Row::phoneNumberId>, &Row::lineIndex, 14, Qt::AlignLeading,
     true},
    {QLatin1String("assignedTo"), QLatin1String("to"), Column::Kind::Text,
     [] { return Words::tr("Assigned to"); },
     [] {
         return Words::tr(
             "The unique identifier of the user or system user the conversation is assigned "
             "to.");
     },
     assigneeText, assigneeFullText, value<&Row::assignedTo>, &Row::assigneeIndex, 16,
     Qt::AlignLeading, true},
    {QLatin1String("snoozedUntil"), QLatin1String("snoozed"), Column::Kind::Instant,
     [] { return Words::tr("Snoozed until"); },
     [] { return Words::tr("When the conversation comes back, or that it has."); }, snoozeText,
     exactTime<&Row::snoozedUntil>, value<&Row::snoozedUntil>, milliseconds<&Row::snoozedUntil>, 16,
     Qt::AlignLeading, true},
    {QLatin1String("mutedUntil"), QLatin1String("muted"), Column::Kind::Instant,
     [] { return Words::tr("Muted until"); },
     [] { return Words::tr("Until when the conversation makes no sound."); }, muteText,
     exactTime<&Row::mutedUntil>, value<&Row::mutedUntil>, milliseconds<&Row::mutedUntil>, 13,
     Qt::AlignLeading, false},
    {QLatin1String("lastActivityAt"), QLatin1String("active"), Column::Kind::Instant,
     [] { return Words::tr("Last activity"); },
     [] { return Words::tr("When the most recent activity in the conversation took place."); },
     age<&Row::lastActivityAt>, exactTime<&Row::lastActivityAt>, value<&Row::lastActivityAt>,
     milliseconds<&Row::lastActivityAt>, 19, Qt::AlignLeading, true},
    {QLatin1String("updatedAt"), QLatin1String("updated"), Column::Kind::Instant,
     [] { return Words::tr("Last updated"); },
     [] { return Words::tr("When the conversation was last updated."); }, age<&Row::updatedAt>,
     exactTime<&Row::updatedAt>, value<&Row::updatedAt>, milliseconds<&Row::updatedAt>, 15,
     Qt::AlignLeading, false},
    {QLatin1String("createdAt"), QLatin1String("created"), Column::Kind::Instant,
     [] { return Words::tr("Thread created"); },
     [] { return Words::tr("When the conversation began, however old or new its activity is."); },
     age<&Row::createdAt>, exactTime<&Row::createdAt>, value<&Row::createdAt>,
     milliseconds<&Row::createdAt>, 15, Qt::AlignLeading, false},
    {QLatin1String("deletedAt"), QLatin1String("deleted"), Column::Kind::Instant,
     [] { return Words::tr("Deleted"); },
     [] { return Words::tr("When the conversation was deleted."); }, age<&Row::deletedAt>,
     exactTime<&Row::deletedAt>, value<&Row::deletedAt>, milliseconds<&Row::deletedAt>, 15,
     Qt::AlignLeading, false},
    {QLatin1String("lastActivityId"), QLatin1String("activity"), Column::Kind::Id,
     [] { return Words::tr("Last activity ID"); },
     [] {
         return Words::tr("The unique identifier of the most recent activity in the conversation.");
     },
     plainText<&Row::lastActivityId>, plainText<&Row::lastActivityId>, value<&Row::lastActivityId>,
     plainText<&Row::lastActivityId>, 20, Qt::AlignLeading, false},
    {QLatin1String("id"), QLatin1String("id"), Column::Kind::Id,
     [] { return Words::tr("Conversation ID"); },
     [] { return Words::tr("The unique identifier of the conversation."); }, plainText<&Row::id>,
     plainText<&Row::id>, value<&Row::id>, plainText<&Row::id>, 20, Qt::AlignLeading, false},
}};

} // namespace

std::span<const Column> columns()
{
    return allColumns;
}

int columnIndex(QAnyStringView id)
{
    const auto found =
        std::ranges::find_if(allColumns, [id](const Column &column) { return column.id == id; });
    return found == allColumns.end() ? -1 : int(found - allColumns.begin());
}

int searchedColumn(QAnyStringView word)
{
    const auto found = std::ranges::find_if(
        allColumns, [word](const Column &column) { return column.searchWord == word; });
    return found == allColumns.end() ? -1 : int(found - allColumns.begin());
}

QString toolTipText(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    return QStringLiteral("<qt>%1</qt>")
        .arg(plain.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QString conversationTitle(const ConversationRow &row, const CellContext &context)
{
    const QString name = oneLine(row.name().value_or(QString()));
    if (!name.isEmpty())
        return name;
    const QStringList others = otherParticipants(row, context);
    if (others.isEmpty())
        return Words::tr("No participants");
    if (others.size() == 1)
        return participantText(others.first(), context);
    QStringList names;
    for (const QString &other : others)
        names.append(participantName(other, context));
    return names.join(QStringLiteral(", "));
}

QStringList otherParticipants(const ConversationRow &row, const CellContext &context)
{
    const QStringList all = row.participants();
    QStringList others = all;
    others.removeIf(
        [&context](const QString &number) { return context.directory.isOwnNumber(number); });
    return others.isEmpty() ? all : others;
}

QString participantName(const QString &number, const CellContext &context)
{
    return contactLabel(number, context).value_or(formatNumber(number, context.reader.region));
}

QStringList contactLabels(const QString &number, const CellContext &context)
{
    QStringList labels;
    for (const quo::ContactName &contact : context.contacts.findAll(number))
        labels.append(contactLabel(contact));
    return labels;
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
        return oneLine(value.toString());
    case Column::Kind::Text:
        break;
    }
    const auto *textOf = std::get_if<Column::Text>(&column.key);
    return oneLine(textOf ? (*textOf)(row, context) : column.text(row, context));
}

std::optional<QString> cellDay(const Column &column, const ConversationRow &row,
                               const CellContext &context)
{
    const QDate day = column.value(row).toDateTime().toTimeZone(context.reader.zone).date();
    const QString text = day.toString(Qt::ISODate);
    return day.isValid() && QDate::fromString(text, Qt::ISODate) == day ? std::optional(text)
                                                                        : std::nullopt;
}

QString lineName(const QString &idOrNumber, const quo::Directory &directory, const QString &region)
{
    const bool isNumber = quo::isE164(idOrNumber);
    const std::optional<quo::Line> line =
        isNumber ? directory.lineWithNumber(idOrNumber) : directory.line(idOrNumber);
    if (!line)
        return isNumber ? formatNumber(idOrNumber, region) : idOrNumber;
    const QString name = line->name.isEmpty() ? formatNumber(line->number, region) : line->name;
    const QString shown = shownName(line->symbol + u' ' + name);
    return shown.isEmpty() ? idOrNumber : shown;
}

QString markName(ConversationState::Mark mark)
{
    switch (mark) {
    case ConversationState::Mark::Unassigned:
        return Words::tr("Unassigned");
    case ConversationState::Mark::Snoozed:
        return Words::tr("Snoozed");
    case ConversationState::Mark::SnoozeEnded:
        return Words::tr("Snooze ended");
    case ConversationState::Mark::Muted:
        return Words::tr("Muted");
    case ConversationState::Mark::Deleted:
        return Words::tr("Deleted");
    }
    return {};
}

QString assigneeName(const QString &id, const quo::Directory &directory)
{
    if (quo::isSystemUserId(id))
        return Words::tr("System");
    const std::optional<quo::Teammate> teammate = directory.teammate(id);
    if (!teammate)
        return id;
    const QString name = shownName(teammate->firstName + u' ' + teammate->lastName);
    if (name.isEmpty()) {
        const QString address = shownName(teammate->email);
        return address.isEmpty() ? id : address;
    }
    return directory.hasNamesake(*teammate) && !teammate->email.isEmpty()
               ? Words::tr("%1 (%2)", "name and email address")
                     .arg(name, shownName(teammate->email))
               : name;
}

} // namespace inbox
