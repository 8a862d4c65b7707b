// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> dispatchTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Dispatch,
         {
             u"<When will the technician be here? I was told it would be soon.",
             u">He is at the job before yours and leaves in ten minutes.",
             u"<So in half an hour?",
             u">At the latest. He will call from the road.",
             u"<He just rang the bell.",
         }},
        {Dispatch,
         {
             u"<Hi, is the appointment on Thursday still on?",
             u">It is, Thursday at 10:00. Our technician calls before she leaves.",
             u"<Great, I will be home.",
         }},
        {Dispatch,
         {
             u"<Can you come an hour later? My train is stuck.",
             u">We can do 15:15. Does that work?",
             u"<Yes, that works.",
             u">Changed. Safe trip!",
         }},
        {Dispatch,
         {
             u"<Nobody came this morning. What happened?",
             u">I am very sorry. The van broke down on the bridge, and our call went to voicemail.",
             u"<Can someone come today?",
             u">I have somebody free at 17:00. Would that help?",
             u"<It would. Please tell him the code is on the work order.",
             u">He has it. He is on his way.",
         }},
        {Dispatch,
         {
             u"<Where can he park? Our street is closed for the fair.",
             u">Thanks for the warning. Is there a garage nearby?",
             u"<Behind the library, level 2 is free for an hour.",
             u">Passed on to him.",
         }},
        {Dispatch,
         {
             u"<Is the part in the van this time?",
             u">It is, I put it there myself: pump, seal and two valves.",
             u"<Then see you at 9.",
         }},
        {Dispatch,
         {
             u"<The gate is locked and your driver is outside, what do I tell him?",
             u">Can you open it from your phone, or is there a guard?",
             u"<The guard is back in an hour.",
             u">Then he takes another job first and is with you after that.",
         }},
        {Dispatch,
         {
             u"<Could the delivery be left with my neighbor at number 14?",
             u">Yes. What is the name on the bell?",
             u"<Goldberg, first floor.",
             u">Noted. He will send you a picture when it is there.",
             u"<Got the picture, thank you.",
         }},
        {Dispatch,
         {
             u"<How many people are coming? I have to tell the doorman.",
             u">Two: Rhys and Callum, in a white van.",
             u"<Do they have badges?",
             u">They do, with photo and name.",
         }},
        {Dispatch,
         {
             u"<Any news? I have to leave in half an hour.",
             u">He is six minutes away, I can see him on the map.",
             u"<OK, I will wait downstairs.",
         }},
        {Dispatch,
         {
             u"<Can I get the first slot in the morning? I start work at 9.",
             u">Tuesday 7:00 is free, or Friday 7:30.",
             u"<Tuesday please.",
             u">Booked: Tuesday, 7:00 to 8:00.",
         }},
        {Dispatch,
         {
             u"<The crew left a ladder here. When will you pick it up?",
             u">Oh dear. Is it in your way?",
             u"<A bit, it blocks the garage.",
             u">Then someone comes before 6 today.",
         }},
        {Dispatch,
         {
             u"<Do I have to be at home for the meter check?",
             u">No, we only need the key to the cellar.",
             u"<It is with the super, apartment 1A, from 8 to 4.",
             u">Perfect. We ring there at half past nine.",
         }},
        {Dispatch,
         {
             u"<Your tracking says delivered, but there is nothing here.",
             u">Let me ask the driver. Can you send me a picture of your door?",
             u"<",
             u">He left it at 21 instead of 12. He is bringing it over now.",
             u"<It just arrived, all in one piece.",
         }},
        {Dispatch,
         {
             u"<It is snowing hard. Are you still coming?",
             u">We are, only slower. Expect him an hour later.",
             u"<I have cleared the driveway.",
             u">He will love you for that.",
         }},
        {Dispatch,
         {
             u"<Which way should your truck come? The bridge takes 7 tons only.",
             u">Ours has 11. Is there a way round?",
             u"<Via Mill Road, from the north. It is signposted.",
             u">Mill Road it is. I have sent it to his phone.",
         }},
        {Dispatch,
         {
             u"<Is 4 pm tomorrow still free?",
             u">It went five minutes ago. I could do 3 or 5.",
             u"<5 then, but not later, the kids have practice.",
             u">5 sharp. I put it in capital letters.",
         }},
        {Dispatch,
         {
             u"<Could you text me instead of ringing the bell? The baby sleeps.",
             u">Sure. He will text when he is at the door.",
             u"<Thanks, you are a hero.",
         }},
    };
    return dialogues;
}

} // namespace demo
