// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "inbox/searchconditions.h"
#include "inbox/showncounts.h"
#include "widgets/common/pickermodel.h"

namespace widgets {

// What a popover offers for the conditions of a search, and what of it has a tick.
struct Choices
{
    QList<PickerModel::Entry> entries;
    QStringList chosen; // ids of entries
};

Choices stateChoices(const QList<inbox::SearchCondition> &conditions,
                     const inbox::ShownCounts &counts, const QLocale &locale);
// Nobody, the user, then all teammates by name. What was typed and is no name follows them.
Choices assigneeChoices(const QList<inbox::SearchCondition> &conditions,
                        const inbox::ShownCounts &counts, const inbox::Names &names);

// The condition for these ids of entries; none if there are no ids.
QStringList stateConditions(const QStringList &ids);
QStringList assigneeConditions(const QStringList &ids, const inbox::Names &names);

} // namespace widgets
