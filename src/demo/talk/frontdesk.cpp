// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> frontDeskTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Are you open on Saturday?",
             u">We are, from 9 to 2. The showroom closes at 1.",
             u"<And on the holiday Monday?",
             u">Closed, but the emergency number works.",
         }},
        {FrontDesk,
         {
             u"<Who did I speak to yesterday? She was very helpful.",
             u">That was Leila. Shall I tell her?",
             u"<Yes please, she saved my weekend.",
             u">She is smiling. Thank you for writing.",
         }},
        {FrontDesk,
         {
             u"<I need to move my appointment on the 12th. What is free after that?",
             u">The 14th at 11:00, or the 15th any time after 2.",
             u"<The 15th at 3?",
             u">The 15th at 3:00 it is. You will get a mail.",
         }},
        {FrontDesk,
         {
             u"<Who do I talk to about a complaint?",
             u">To me. What went wrong?",
             u"<The painters left the hall in a mess.",
             u">I am sorry to hear that. Could you send me a picture?",
             u"<",
             u">I see. A cleaner comes tomorrow at 10, at our cost.",
         }},
        {FrontDesk,
         {
             u"<What is your address? The map shows two.",
             u">500 Harbor Street. The other one is the warehouse.",
             u"<Is there parking?",
             u">In the yard, eight places, all free.",
         }},
        {FrontDesk,
         {
             u"<I missed a call from this number. What was it about?",
             u">It was about the date of your inspection. Is the 3rd fine?",
             u"<The 3rd is fine, in the morning if possible.",
             u">8:30 then. See you on the 3rd.",
         }},
        {FrontDesk,
         {
             u"<Can I drop off the keys after 6?",
             u">There is a slot in the door, left of the bell. Please put your name on them.",
             u"<Done, they are in an envelope.",
             u">I have them in my hand.",
         }},
        {FrontDesk,
         {
             u"<Do you have an appointment for a heating check before October?",
             u">Yes, 22 September at 8:00 or at 13:00.",
             u"<13:00, please.",
             u">Booked. It takes about 40 minutes.",
         }},
        {FrontDesk,
         {
             u"<Could you change my email to ana.lopes@example.com?",
             u">Changed. Is the phone number still the right one?",
             u"<Yes, it is this one.",
         }},
        {FrontDesk,
         {
             u"<Does your office have a step-free entrance?",
             u">Yes, on the side street. Ring and I will open it for you.",
             u"<Wonderful, I will be there at ten.",
         }},
        {FrontDesk,
         {
             u"<Can I speak to Robert Fields?",
             u">We have two of them! Roofing or accounting?",
             u"<Roofing.",
             u">He is on a roof until 4. He will call you then.",
         }},
        {FrontDesk,
         {
             u"<Call me after the holidays please, I am away until the 6th.",
             u">Will do. Is the morning of the 7th good?",
             u"<Afternoon is better.",
             u">The 7th after 2 it is. Have a good trip.",
         }},
        {FrontDesk,
         {
             u"<Did somebody find a gray scarf? I was there on Tuesday.",
             u">Is it this one, with a blue edge?",
             u"<Yes! Can I pick it up on Thursday?",
             u">It waits for you at the desk.",
         }},
        {FrontDesk,
         {
             u"<Do you also work in Oakland?",
             u">Everywhere in the Bay Area, up to 40 miles.",
             u"<And how far ahead are you booked?",
             u">About nine days at the moment, sooner for emergencies.",
         }},
        {FrontDesk,
         {
             u"<Please take my old number off your list. Is this enough?",
             u">It is. I have kept only the one you write from.",
             u"<Great, saves me a phone call.",
         }},
        {FrontDesk,
         {
             u"<Is there a waiting list? I would take any day this week.",
             u">There is. You are third on it.",
             u"<OK, I can be there within an hour.",
             u">Somebody just gave up tomorrow, 9:30. Do you want it?",
             u"<Yes, I want it!",
         }},
        {FrontDesk,
         {
             u"<What do I have to bring to the consultation?",
             u">A floor plan and a few pictures, if you have them.",
             u"<I only have this one.",
             u"<",
             u">That is plenty.",
         }},
    };
    return dialogues;
}

} // namespace demo
