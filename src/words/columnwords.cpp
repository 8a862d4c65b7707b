// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/columnwords.h"

#include "inbox/conversationstate.h"
#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "words/instanttext.h"
#include "words/peoplewords.h"
#include "words/statewords.h"
#include "words/widgettext.h"

#include <QCoreApplication>

#include <array>

namespace words {

namespace {

using inbox::CellContext;
using inbox::ColumnId;
using inbox::ConversationState;
using Row = inbox::ConversationRow;

struct Titles
{
    Q_DECLARE_TR_FUNCTIONS(words::ColumnWords)
};

constexpr qsizetype longestCell = 500; // characters
constexpr qsizetype longestToolTip = 2000;

// A name and what it stands for, one line each, for where there is room.
QString withDetails(const QString &name, const QStringList &details)
{
    QStringList lines{name};
    for (const QString &detail : details)
        if (!detail.isEmpty() && !lines.contains(detail))
            lines.append(detail);
    return lines.join(u'\n');
}

// Getters of ConversationRow as the functions of a column.
template <auto Getter>
QString asItIs(const Row &row, const CellContext &)
{
    const std::optional<QString> text = (row.*Getter)();
    return text.value_or(QString());
}

template <auto Getter>
QString age(const Row &row, const CellContext &context)
{
    const std::optional<quo::Instant> instant = (row.*Getter)();
    return instant ? listInstant(*instant, context) : QString();
}

template <auto Getter>
QString exactTime(const Row &row, const CellContext &context)
{
    const std::optional<quo::Instant> instant = (row.*Getter)();
    return instant ? exactInstant(*instant, context.reader) : QString();
}

QString lineText(const Row &row, const CellContext &context)
{
    return inbox::lineName(row.phoneNumberId(), context.directory, context.reader.region);
}

QString lineLines(const Row &row, const CellContext &context)
{
    const QString &id = row.phoneNumberId();
    const QString number = context.directory.line(id).value_or(quo::Line()).number;
    return withDetails(lineText(row, context),
                       {inbox::formatNumber(number, context.reader.region), id});
}

QString assigneeText(const Row &row, const CellContext &context)
{
    const std::optional<QString> id = row.assignedTo();
    return id ? inbox::shownAssignee(*id, context.directory) : QString();
}

QString assigneeLines(const Row &row, const CellContext &context)
{
    return withDetails(assigneeText(row, context), {row.assignedTo().value_or(QString())});
}

QString mutedUntil(const Row &row, const CellContext &context)
{
    switch (ConversationState::at(context.now, row).mute) {
    case ConversationState::Mute::NotMuted:
        return {};
    case ConversationState::Mute::MutedForGood:
        return Titles::tr("Muted");
    case ConversationState::Mute::MutedUntil:
        return instantText(*row.mutedUntil(), context);
    }
    return {};
}

QString snoozedUntil(const Row &row, const CellContext &context)
{
    switch (ConversationState::at(context.now, row).snooze) {
    case ConversationState::Snooze::NotSnoozed:
        return {};
    case ConversationState::Snooze::SnoozeEnded:
        return Titles::tr("Ended", "a snooze");
    case ConversationState::Snooze::SnoozedUntil:
        return isIndefinite(*row.snoozedUntil(), context)
                   ? Titles::tr("Indefinitely", "snoozed")
                   : instantText(*row.snoozedUntil(), context);
    }
    return {};
}

QString marksText(const Row &row, const CellContext &context)
{
    QStringList names;
    const QList<ConversationState::Mark> marks = ConversationState::at(context.now, row).marks();
    for (const ConversationState::Mark mark : marks)
        names.append(markName(mark));
    return names.join(QStringLiteral(", "));
}

constexpr std::array<ColumnWords, inbox::columnCount> allWords{{
    {.id = ColumnId::Name,
     .title = [] { return Titles::tr("Conversation"); },
     .tip = [] { return Titles::tr("The conversation’s name, or the people in it"); },
     .text = conversationTitle,
     .fullText = asItIs<&Row::name>,
     .width = 26,
     .isInitiallyVisible = true},
    {.id = ColumnId::Participants,
     .title = [] { return Titles::tr("Participants"); },
     .tip = [] { return Titles::tr("Phone numbers of everyone in the conversation"); },
     .text = participantsText,
     .fullText = participantsLines,
     .width = 20,
     .isInitiallyVisible = false},
    {.id = ColumnId::PhoneNumberId,
     .title = [] { return Titles::tr("Line"); },
     .tip = [] { return Titles::tr("The workspace’s phone number that has the conversation"); },
     .text = lineText,
     .fullText = lineLines,
     .width = 10,
     .isInitiallyVisible = true},
    {.id = ColumnId::AssignedTo,
     .title = [] { return Titles::tr("Assigned to"); },
     .tip = [] { return Titles::tr("The person who looks after the conversation"); },
     .text = assigneeText,
     .fullText = assigneeLines,
     .width = 15,
     .isInitiallyVisible = true},
    {.id = ColumnId::State,
     .title = [] { return Titles::tr("State"); },
     .tip = [] { return Titles::tr("Unassigned, snoozed, snooze ended, muted or deleted"); },
     .text = marksText,
     .fullText = marksText,
     .width = 15,
     .isInitiallyVisible = true},
    {.id = ColumnId::SnoozedUntil,
     .title = [] { return Titles::tr("Snoozed until"); },
     .tip = [] { return Titles::tr("When the conversation returns to the inbox"); },
     .text = snoozedUntil,
     .fullText = exactTime<&Row::snoozedUntil>,
     .width = 16,
     .isInitiallyVisible = false},
    {.id = ColumnId::MutedUntil,
     .title = [] { return Titles::tr("Muted until"); },
     .tip = [] { return Titles::tr("When notifications turn on again"); },
     .text = mutedUntil,
     .fullText = exactTime<&Row::mutedUntil>,
     .width = 13,
     .isInitiallyVisible = false},
    {.id = ColumnId::LastActivityAt,
     .title = [] { return Titles::tr("Last activity"); },
     .tip = [] { return Titles::tr("Time of the latest message or call"); },
     .text = age<&Row::lastActivityAt>,
     .fullText = exactTime<&Row::lastActivityAt>,
     .width = 12,
     .isInitiallyVisible = true},
    {.id = ColumnId::UpdatedAt,
     .title = [] { return Titles::tr("Last changed"); },
     .tip =
         [] {
             return Titles::tr(
                 "When anything about the conversation last changed, such as its owner");
         },
     .text = age<&Row::updatedAt>,
     .fullText = exactTime<&Row::updatedAt>,
     .width = 12,
     .isInitiallyVisible = false,
     .titleInFiles = [] { return Titles::tr("Last updated", "in files"); }},
    {.id = ColumnId::CreatedAt,
     .title = [] { return Titles::tr("Created"); },
     .tip = [] { return Titles::tr("When the conversation started"); },
     .text = age<&Row::createdAt>,
     .fullText = exactTime<&Row::createdAt>,
     .width = 12,
     .isInitiallyVisible = false,
     .titleInFiles = [] { return Titles::tr("Thread created", "in files"); }},
    {.id = ColumnId::DeletedAt,
     .title = [] { return Titles::tr("Deleted"); },
     .tip = [] { return Titles::tr("When the conversation was deleted"); },
     .text = age<&Row::deletedAt>,
     .fullText = exactTime<&Row::deletedAt>,
     .width = 12,
     .isInitiallyVisible = false},
    {.id = ColumnId::LastActivityId,
     .title = [] { return Titles::tr("Last activity ID"); },
     .tip = [] { return Titles::tr("ID of the latest message or call"); },
     .text = asItIs<&Row::lastActivityId>,
     .fullText = asItIs<&Row::lastActivityId>,
     .width = 20,
     .isInitiallyVisible = false},
    {.id = ColumnId::Id,
     .title = [] { return Titles::tr("Conversation ID"); },
     .tip = [] { return Titles::tr("Quo’s ID of the conversation"); },
     .text = asItIs<&Row::id>,
     .fullText = asItIs<&Row::id>,
     .width = 20,
     .isInitiallyVisible = false},
}};

constexpr bool hasWordsForEachColumn()
{
    for (size_t place = 0; place < inbox::columnCount; ++place)
        if (size_t(allWords[place].id) != place)
            return false;
    return true;
}
static_assert(hasWordsForEachColumn(), "each column has one entry, at its place");

} // namespace

const ColumnWords &columnWords(ColumnId id)
{
    return allWords[size_t(id)];
}

QString titleInFiles(ColumnId id)
{
    const ColumnWords &words = columnWords(id);
    return words.titleInFiles ? words.titleInFiles() : words.title();
}

inbox::ListWords listWords()
{
    static constexpr auto cell = [](ColumnId id, const Row &row, const CellContext &context) {
        const QString text = columnWords(id).text(row, context);
        return inbox::shortened(inbox::harmlessLine(text), longestCell);
    };
    return {
        .title = [](ColumnId id) { return columnWords(id).title(); },
        .tip = [](ColumnId id) { return columnWords(id).tip(); },
        .cell = cell,
        .toolTip =
            [](ColumnId id, const Row &row, const CellContext &context) {
                const QString text = columnWords(id).fullText(row, context);
                return toolTipText(inbox::shortened(inbox::harmlessText(text), longestToolTip));
            },
        .spoken =
            [](ColumnId id, const Row &row, const CellContext &context) {
                // An empty cell would be no answer to who has it.
                return id == ColumnId::AssignedTo && !row.assignedTo() ? ownerText(row, context)
                                                                       : cell(id, row, context);
            },
        .gone = [] { return Titles::tr("Gone", "a conversation that is no longer in the list"); },
        .goneTip =
            [] {
                return Titles::tr("No longer in this list. The row disappears when you leave "
                                  "the list or press Home.");
            }};
}

} // namespace words
