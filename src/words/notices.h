// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"

#include <QLocale>
#include <QString>

namespace words {

// What a notice widget shows: at most a title, a sentence and two buttons.
struct Notice
{
    enum class Tone { Calm, Trouble };

    Tone tone = Tone::Calm;
    QString title;
    QString detail;
    bool canRetry = false;
    bool canStop = false;

    bool isEmpty() const { return title.isEmpty(); }
    bool operator==(const Notice &) const = default;
};

// Shown where the next rows will appear: below the last row, or in the middle of an empty list.
// Empty if there is nothing to say.
Notice listNotice(const inbox::SessionStatus &status, bool isFiltered, quo::Instant now,
                  const QLocale &locale);

// Shown above the list, about rows that are already there.
Notice bannerNotice(const inbox::SessionStatus &status, const inbox::CellContext &context);

} // namespace words
