// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> groupTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Group,
         {
             u"<Who pays for the roof, each of us a third?",
             u">You can split it any way you like, I only need one name for each part.",
             u"2We will split it three ways.",
             u"3Fine with me.",
             u">Three invoices then. Thank you all.",
         }},
        {Group,
         {
             u"<Can everybody do Thursday at 6 for the walk-through?",
             u"2I can from half past 6.",
             u">Half past 6 is fine for us too. We meet at the main door.",
             u"3I will bring the plans.",
         }},
        {Group,
         {
             u"<Which of us has the key to the attic?",
             u"2Not me, I gave mine to the painters.",
             u">We have one here at the desk. Shall our driver bring it?",
             u"<Yes please, before noon.",
             u">He leaves at eleven.",
         }},
        {Group,
         {
             u"<When does the crew start on Saturday? I am making breakfast.",
             u">At 8, four people, all hungry.",
             u"2I can be there at 7 to open the gate.",
             u"<Great, then there is coffee at 7.",
         }},
        {Group,
         {
             u"<Is it true that the water is off all day tomorrow?",
             u">Only from 9 to 11, in the left half of the house.",
             u"2That is us. Thanks for asking, I would have missed it.",
             u"3Us too.",
         }},
        {Group,
         {
             u"<Could we have one bill for the whole floor?",
             u">Yes, if one of you takes it.",
             u"2I do it, as always.",
             u">Noted, and thank you.",
         }},
        {Group,
         {
             u"<Does the claim number go on the form? Mine has no field for it.",
             u">On the second page, at the top. It is 20391.",
             u"2Found it. Shall I send mine as a picture?",
             u">A picture is fine.",
             u"2",
         }},
        {Group,
         {
             u"<What color did we agree on for the stairs?",
             u"2Gray! I have it in writing.",
             u"3It was light gray, number 7035.",
             u">Ordered: 7035, two cans. Last chance to shout.",
             u"<No shouting here.",
         }},
        {Group,
         {
             u"<Who is at the office on moving day?",
             u">Two of us, from 6:30 on, and the truck is there at 7.",
             u"2I bring the boxes with the cables.",
             u"<Then I take the plants.",
         }},
        {Group,
         {
             u"<Can the tent be put up on Friday already?",
             u">If the grass is cut by then, yes.",
             u"2I cut it on Thursday after work.",
             u">Perfect. We come on Friday at 2.",
         }},
        {Group,
         {
             u"<Is anybody else without heating?",
             u"2Cold here since six.",
             u"3Same on the third floor.",
             u">It is the pump in the cellar. Somebody is on the way, 20 minutes.",
             u"2Warm again, thank you!",
         }},
        {Group,
         {
             u"<How do we vote on the solar quote, by mail?",
             u">I can send a form to all of you. Is Sunday early enough as the last day?",
             u"2Sunday is good.",
             u"<Good for me as well.",
         }},
        {Group,
         {
             u"<Where are the bins while you dig up the yard?",
             u">In front of number 10, until the 19th.",
             u"3Can somebody tell Mrs. Reyes? She has no phone.",
             u"2I will knock on her door.",
         }},
        {Group,
         {
             u"<Did the inspector sign everything?",
             u">All but one page: the handrail must be 2 inches higher.",
             u"2My cousin can do that this weekend.",
             u">Then he signs on Monday.",
         }},
        {Group,
         {
             u"<Who let the cat into the boiler room?",
             u"2Guilty. Is she all right?",
             u">She is asleep on the pump. We work around her.",
             u"3",
             u"<That is her favorite place now.",
         }},
    };
    return dialogues;
}

} // namespace demo
