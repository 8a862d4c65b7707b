// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> salesTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Sales,
         {
             u"<How much would a new boiler be for a house with two baths?",
             u">Between 4,200 and 5,600, with the fitting. It depends on the flue.",
             u"<Can someone come and have a look?",
             u">Yes, free of charge. Is Wednesday at 4 good for you?",
             u"<Wednesday at 4 is good.",
         }},
        {Sales,
         {
             u"<I have two quotes from you. Which one is the newer?",
             u">The one from the 9th, with the better insulation.",
             u"<And it is still valid?",
             u">Until the end of the month.",
         }},
        {Sales,
         {
             u"<Do you offer a discount for two apartments at once?",
             u">Eight percent off the second one.",
             u"<Make it ten and I sign today.",
             u">Let me ask.",
             u">Ten it is. The contract is in your mail.",
             u"<Signed and sent back.",
         }},
        {Sales,
         {
             u"<Is the heat pump quieter than what I have now?",
             u">Much. 42 decibels, about as loud as a fridge.",
             u"<Could I hear one somewhere?",
             u">One runs in our showroom. Drop in any afternoon.",
         }},
        {Sales,
         {
             u"<We need 14 window units for a cafe. Who makes the quote?",
             u">I do. Could you send me the sizes?",
             u"<",
             u">Thanks. You will have the quote by tomorrow noon.",
             u"<Got it. Looks good, one question about delivery.",
             u">Delivery is three weeks after the order.",
         }},
        {Sales,
         {
             u"<What does the yearly service plan cover?",
             u">Two visits, all small parts, and no call-out fee.",
             u"<And what does it cost?",
             u">29 a month for one heating, 45 for two.",
         }},
        {Sales,
         {
             u"<Can you match a price of 3,990? I have it in writing.",
             u">Could you send me that offer?",
             u"<",
             u">That is without taking away the old tank. With it, ours is the same.",
             u"<Then I would rather go with you.",
         }},
        {Sales,
         {
             u"<How long is the warranty on the roof?",
             u">Ten years on the work, thirty on the tiles.",
             u"<Does it pass on if I sell the house?",
             u">Yes, once, and we do the paperwork.",
         }},
        {Sales,
         {
             u"<I would like a quote for painting four rooms, around 1,100 square feet. Possible "
             u"this week?",
             u">Of course. Are the ceilings included?",
             u"<Only in the kitchen.",
             u">Then about 2,300. I will send the exact one this afternoon.",
         }},
        {Sales,
         {
             u"<Do you install other brands as well?",
             u">We do, if the parts are still made. Which one is it?",
             u"<A Kessler 40, from 2011.",
             u">No problem, we fit those every week.",
         }},
        {Sales,
         {
             u"<Is there a subsidy for solar in our county?",
             u">Yes, up to 2,500. We fill in the form for you.",
             u"<What do you need from me?",
             u">Last year’s power bill. A picture of it will do.",
         }},
        {Sales,
         {
             u"<Are you the ones who did the Hendersons’ kitchen?",
             u">We are! In spring.",
             u"<It is lovely. Could you do something like it for me?",
             u">With pleasure. When may we come to measure?",
             u"<Any day but Tuesday.",
         }},
        {Sales,
         {
             u"<I can’t decide between oak and walnut. Which is easier to keep?",
             u">Oak. Walnut shows every scratch.",
             u"<Oak then. Could I get a sample first?",
             u">A sample is in the mail to you.",
         }},
        {Sales,
         {
             u"<We are a property manager with 60 units. Do you have a rate for that?",
             u">Yes, from 50 units on it is a fixed price for each visit.",
             u"<Please send me the sheet, and a contract to read.",
             u">Both sent. I am here if anything is unclear.",
         }},
        {Sales,
         {
             u"<How soon could you begin with the bathroom?",
             u">In five weeks, and it takes two.",
             u"<Is there a way to have it before Christmas?",
             u">If you choose the tiles by Friday, yes.",
             u"<I choose the gray ones, number 204.",
         }},
        {Sales,
         {
             u"<Does the quote include taking away the old one?",
             u">It does, and the permit too.",
             u"<Good. Then I only have to talk to my wife.",
         }},
        {Sales,
         {
             u"<Can I rent the dehumidifier instead of buying it?",
             u">You can, 18 a day or 80 a week.",
             u"<A week then. Do you bring it?",
             u">We bring it and show you how it works.",
         }},
    };
    return dialogues;
}

} // namespace demo
