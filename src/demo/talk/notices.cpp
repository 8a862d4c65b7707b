// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> noticeTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Notice, {u"<204917 is your verification code. Do not share it."}},
        {Notice, {u"<Your order 48213 leaves the warehouse today."}},
        {Notice, {u"<Delivery of 3 parcels tomorrow, 8 to 12. Reply C to change."}},
        {Notice, {u"<Your bank: a transfer of 1,240.00 has arrived."}},
        {Notice, {u"<Parking at zone 4411 ends in 15 minutes."}},
    };
    return dialogues;
}

} // namespace demo
