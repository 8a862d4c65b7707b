// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/keptrows.h"
#include "mirror/reader.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace app {

// What is kept of a workspace on this computer, as a command reads it.
struct MirrorContents
{
    QByteArray owner; // see mirror::Place
    mirror::Extent extent;
    QList<mirror::KeptSet> sets;
    quo::Directory directory;
    std::optional<mirror::KeptContacts> contacts; // null if none were kept
    inbox::KeptRows rows;

    // Null if it is not kept; for no filter, too.
    const mirror::KeptSet *answerTo(const mirror::ServerFilter &filter) const;
    // How much is known of the workspace, or of its rows that match this filter.
    mirror::Extent extentOf(const mirror::ServerFilter &filter) const;
};

// Null without a problem if nothing is kept.
using ReadMirror = quo::Expected<std::shared_ptr<MirrorContents>, mirror::Problem>;

// Reads all of it, or all but the rows if they are not wanted after the rest was read. For a
// worker.
ReadMirror readMirror(
    const mirror::Place &place, const std::function<bool(const MirrorContents &)> &wantsRows =
                                    [](const MirrorContents &) { return true; }) noexcept;

} // namespace app
