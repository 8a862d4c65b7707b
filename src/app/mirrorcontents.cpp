// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mirrorcontents.h"

namespace app {

namespace {

constexpr int rowsAtOnce = 1000;

std::optional<mirror::Problem> readRows(mirror::Reader &reader, inbox::ConversationStore &store)
{
    QList<quo::Conversation> rows;
    auto problem = reader.forEachRow(0, [&](const mirror::RowView &row) {
        rows.append(mirror::toConversation(row, reader));
        if (rows.size() == rowsAtOnce) {
            store.merge(rows);
            rows.clear();
        }
        return true;
    });
    store.merge(rows);
    return problem;
}

} // namespace

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
    if (wantsRows(*kept))
        if (auto problem = readRows(reader, kept->store))
            return quo::Unexpected{std::move(*problem)};
    return kept;
}

} // namespace app
