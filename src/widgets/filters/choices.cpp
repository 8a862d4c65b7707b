// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/choices.h"

#include "inbox/collator.h"
#include "inbox/column.h"
#include "inbox/naming.h"
#include "inbox/searchtext.h"
#include "inbox/searchtokens.h"
#include "words/statewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

namespace {

constexpr QLatin1String meId("me");
constexpr QLatin1String nobodyId("none");

Drawing facetDrawing(inbox::Facet facet)
{
    switch (facet) {
    case inbox::Facet::Unassigned:
        return Drawing::Unassigned;
    case inbox::Facet::Assigned:
        return Drawing::Person;
    case inbox::Facet::Snoozed:
        return Drawing::Snoozed;
    case inbox::Facet::SnoozeEnded:
        return Drawing::SnoozeEnded;
    case inbox::Facet::Muted:
        return Drawing::Muted;
    case inbox::Facet::Deleted:
        return Drawing::Deleted;
    }
    return Drawing::Info;
}

QString countText(int count, const inbox::ShownCounts &counts, const QLocale &locale)
{
    const QString text = locale.toString(count);
    return counts.moreExist
               ? QCoreApplication::translate("widgets::FilterBar", "%1+", "count, and more exist")
                     .arg(text)
               : text;
}

QList<PickerModel::Entry> assigneeEntries(const inbox::ShownCounts &counts,
                                          const inbox::Names &names)
{
    const auto count = [&](const QString &id) {
        return countText(counts.choices.assignees.value(id), counts, names.reader().locale);
    };
    const quo::Directory &directory = names.directory();
    QList<PickerModel::Entry> entries;
    const QList<quo::Teammate> teammates = directory.teammates();
    for (const quo::Teammate &teammate : teammates) {
        const QString name = inbox::assigneeName(teammate.id, directory);
        entries.append({teammate.id,
                        name,
                        count(teammate.id),
                        {},
                        {},
                        {.avatar = avatarOf(name, teammate.id)}});
    }
    const inbox::Collator collator(names.reader().locale);
    std::ranges::stable_sort(entries, [&collator](const auto &a, const auto &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    if (!names.me().isEmpty())
        entries.prepend({meId,
                         QCoreApplication::translate("widgets::FilterBar", "Me"),
                         count(names.me()),
                         {},
                         {},
                         {.drawing = Drawing::Person}});
    entries.prepend({nobodyId,
                     words::facetName(inbox::Facet::Unassigned),
                     count({}),
                     {},
                     {},
                     {.drawing = Drawing::Unassigned}});
    return entries;
}

QStringList anyOf(inbox::ColumnId column, const QStringList &values)
{
    if (values.isEmpty())
        return {};
    return {inbox::anyOfCondition(columnIndex(column), values)};
}

} // namespace

Choices stateChoices(const QList<inbox::SearchCondition> &conditions,
                     const inbox::ShownCounts &counts, const QLocale &locale)
{
    Choices choices;
    for (const inbox::Facet facet : inbox::allFacets)
        choices.entries.append({facetWord(facet),
                                words::facetName(facet),
                                countText(counts.choices.of(facet), counts, locale),
                                {},
                                {},
                                {.drawing = facetDrawing(facet)}});
    for (const inbox::SearchCondition &condition : conditions)
        for (const inbox::SoughtValue &value : condition.term.anyOf)
            choices.chosen.append(facetWord(value.facet));
    return choices;
}

Choices assigneeChoices(const QList<inbox::SearchCondition> &conditions,
                        const inbox::ShownCounts &counts, const inbox::Names &names)
{
    Choices choices{assigneeEntries(counts, names), {}};
    for (const inbox::SearchCondition &condition : conditions) {
        for (qsizetype i = 0; i < condition.term.anyOf.size(); ++i) {
            using Kind = inbox::SoughtValue::Kind;
            const Kind kind = condition.term.anyOf.at(i).kind;
            const QString typed = condition.values.value(i);
            QString id = kind == Kind::None ? nobodyId : kind == Kind::Assignee ? meId : typed;
            const auto isMeant = [&typed](const PickerModel::Entry &entry) {
                return entry.id == typed || inbox::folded(entry.text) == inbox::folded(typed);
            };
            const auto found = std::ranges::find_if(choices.entries, isMeant);
            if (kind == Kind::Text && found != choices.entries.end())
                id = found->id;
            else if (kind == Kind::Text) // a part of a name
                choices.entries.append({id, typed, {}, {}, {}, {}});
            choices.chosen.append(id);
        }
    }
    return choices;
}

QStringList stateConditions(const QStringList &ids)
{
    return anyOf(inbox::ColumnId::State, ids);
}

QStringList assigneeConditions(const QStringList &ids, const inbox::Names &names)
{
    QStringList values;
    for (const QString &id : ids) {
        const bool isWord = id == meId || id == nobodyId;
        values.append(isWord ? id : inbox::searchValue(inbox::assigneeName(id, names.directory())));
    }
    return anyOf(inbox::ColumnId::AssignedTo, values);
}

} // namespace widgets
