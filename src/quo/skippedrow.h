// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quo {

// An entry of a list that could not be read. It is left out and counted, and the user is told.
struct SkippedRow
{
    enum class Reason { NotAnObject, MissingField, WrongType, TooLong };

    int index = 0; // in the page's 'data'
    QString id;    // empty where even that could not be read
    QString field; // empty for NotAnObject
    Reason reason = Reason::NotAnObject;

    bool operator==(const SkippedRow &) const = default;
};

} // namespace quo
