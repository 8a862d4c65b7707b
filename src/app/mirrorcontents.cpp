// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mirrorcontents.h"

#include <algorithm>
#include <utility>

namespace app {

const mirror::KeptSet *MirrorContents::answerTo(const mirror::ServerFilter &filter) const
{
    const auto found = std::ranges::find(sets, filter, &mirror::KeptSet::filter);
    return found == sets.cend() ? nullptr : &*found;
}

mirror::Extent MirrorContents::extentOf(const mirror::ServerFilter &filter) const
{
    mirror::Extent all = extent;
    if (const mirror::KeptSet *answer = answerTo(filter)) {
        all.isWhole = all.isWhole && answer->extent.isWhole;
        // Null, which is unknown, is less than any time.
        all.asOf = std::min(all.asOf, answer->extent.asOf);
    }
    return all;
}

ReadMirror readMirror(const mirror::Place &place,
                      const std::function<bool(const MirrorContents &)> &wantsRows) noexcept
{
    auto opened = mirror::Reader::open(place);
    if (!opened)
        return quo::Unexpected{std::move(opened.error())};
    if (!*opened)
        return std::shared_ptr<MirrorContents>();
    mirror::Reader &reader = **opened;
    auto kept = std::make_shared<MirrorContents>();
    kept->owner = reader.owner();
    kept->extent = reader.extent();
    auto sets = reader.sets();
    if (!sets)
        return quo::Unexpected{std::move(sets.error())};
    kept->sets = std::move(*sets);
    auto directory = reader.directory();
    if (!directory)
        return quo::Unexpected{std::move(directory.error())};
    kept->directory = std::move(*directory);
    auto contacts = reader.contacts();
    if (!contacts)
        return quo::Unexpected{std::move(contacts.error())};
    kept->contacts = std::move(*contacts);
    if (!wantsRows(*kept))
        return kept;
    auto rows = inbox::readKeptRows(
        reader, 0, [](inbox::KeptRows) {}, [] { return false; });
    if (!rows)
        return quo::Unexpected{std::move(rows.error())};
    kept->rows = std::move(*rows);
    return kept;
}

} // namespace app
