// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mirror {

// Why a workspace is not kept on this computer, or no longer. After Damaged a new file takes the
// place of the damaged one; after all others, the file stays as it is.
struct Problem
{
    enum class Kind {
        Damaged,  // it was set aside, and everything is read again
        Newer,    // it was written by a later version of the program
        Foreign,  // it belongs to another program
        NotAFile, // a directory, a link or a device is in its place
        InUse,    // another process of this program writes it
        Locked,   // another program does not let go of it
        Full,     // no space is left
        ReadOnly, // it may not be written
        Failed,   // reading or writing failed in another way
    };

    Kind kind;
    QString fileName;
    QString setAsideAs; // the damaged file's name now; empty otherwise, and if it was removed
    QString detail;     // what the system or SQLite says, in its language

    bool operator==(const Problem &) const = default;
};

} // namespace mirror
