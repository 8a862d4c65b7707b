// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/chance.h"
#include "demo/demoworkspace.h"

namespace demo {

QString makeId(const char *prefix, Chance &chance);

inline QString toQString(const char16_t *literal)
{
    return QString::fromUtf16(literal);
}

// Somebody who writes to a line.
struct Person
{
    int place = 0; // index into places()
    QString firstName;
    QString lastName;
    QString number; // E.164

    QString name() const;
};

// The index of one of the entries, according to their shares.
template <class Entries>
int pickByShare(const Entries &entries, Chance &chance)
{
    int all = 0;
    for (const auto &entry : entries)
        all += entry.share;
    int rest = int(chance.below(quint64(all)));
    int index = 0;
    while (rest >= entries[size_t(index)].share)
        rest -= entries[size_t(index++)].share;
    return index;
}

// An index into places(): mostly 'home', a country code, unless it is null.
int choosePlace(const char16_t *home, Chance &chance);
Person makePerson(int placeIndex, Chance &chance);
DemoContact makeContact(const Person &person, Millis createdAt, Chance &chance);

} // namespace demo
