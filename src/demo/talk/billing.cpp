// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> billingTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Billing,
         {
             u"<Hi, the invoice still has my old address on it.",
             u">Sorry about that. I will send a corrected one today.",
             u">Which of the two addresses is right? 18 Elm Street or 81?",
             u"<18 Elm Street. We moved in March.",
             u">Corrected and sent. Please throw the old one away.",
             u"<Got it, that was quick.",
         }},
        {Billing,
         {
             u"<Is the second invoice for the same visit? I already paid 240.",
             u">The second one is for the valve that was ordered afterwards.",
             u"<So it is 58 on top of the 240?",
             u">Yes, 58.40 for the part. The fitting was included.",
             u"<Understood, I will pay it tonight.",
         }},
        {Billing,
         {
             u"<Has the July payment arrived?",
             u">It has. The receipt is in your account.",
             u"<Thanks! And the August one?",
             u">Not yet. The bank says two more days.",
             u"<Then I will look again on Friday.",
         }},
        {Billing,
         {
             u"<You charged my card twice for the boiler service.",
             u">I see both charges. One of them is only a hold.",
             u"<When does it go away?",
             u">Within five working days. If it is still there on Monday, write to me here.",
             u"<It is gone, thank you.",
         }},
        {Billing,
         {
             u"<Where is my refund for the visit that was called off?",
             u">The refund was sent on Tuesday, 95.00 to the card ending in 4410.",
             u"<That card was cancelled. Can you use another one?",
             u">I can send a check instead. Is the address on the invoice right?",
             u"<Yes, same address.",
             u">It goes out with tomorrow’s mail.",
         }},
        {Billing,
         {
             u"<Could you send me the invoice again? I can’t find the mail.",
             u">Sent just now. It is also in your account: https://example.com/invoices/20391",
             u"<It is not in my inbox, not even in spam.",
             u">There was a typo in the address on file. Try again, please.",
             u"<Now I have it.",
         }},
        {Billing,
         {
             u"<Please resend the invoice to accounting@globex.example, they need a PO number on "
             u"it.",
             u">Happy to. What is the PO number?",
             u"<PO 88-1203.",
             u">Done, the new PDF has it at the top right.",
         }},
        {Billing,
         {
             u"<Can I pay the roof in three parts?",
             u">You can. A third now, a third at the start, the rest when it is done.",
             u"<Is there interest on that?",
             u">None, as long as the last part is paid within 30 days.",
             u"<Perfect, then please send me the plan.",
         }},
        {Billing,
         {
             u"<I got a reminder, but I paid by check two weeks ago.",
             u">Let me look. Do you have the check number?",
             u"<1187.",
             u">Found it. It was booked to your neighbor’s account, sorry!",
             u">The reminder is void, and the late fee is gone too.",
         }},
        {Billing,
         {
             u"<Why is there a late fee of 15 on my statement?",
             u">The invoice of 2 May was paid on 11 June, 10 days late.",
             u"<I was in the hospital. Could you take it off?",
             u">Of course. I have taken it off, and get well soon.",
             u"<That is very kind.",
         }},
        {Billing,
         {
             u"<Do you take Amex?",
             u">We do, and bank transfer as well.",
             u"<Can I leave the card with you for the monthly plan?",
             u">You can add it yourself at https://example.com/account/cards",
             u"<Added. Please use it from this month on.",
         }},
        {Billing,
         {
             u"<The quote said 1,450 and the invoice says 1,610. What happened?",
             u">Two more meters of pipe and an hour of work. Joe noted it on the work order.",
             u"<Nobody asked me about that.",
             u">You are right, he should have called first. I will take off the hour.",
             u"<Fair enough. What is the new total?",
             u">1,515. The new invoice is on its way.",
         }},
        {Billing,
         {
             u"<We need a W-9 from you before we can pay.",
             u">Here it is: https://example.com/w9.pdf",
             u"<Thanks, the payment will go out with Thursday’s run.",
         }},
        {Billing,
         {
             u"<Can the invoice be made out to my landlord?",
             u">Yes, if he confirms it. What is his name and address?",
             u"<",
             u">Thank you, I can read it well. I have written to him.",
         }},
        {Billing,
         {
             u"<I would like to end the service plan. How do I do that?",
             u">You can end it any time; it then runs out at the end of the month.",
             u"<Do I get the rest of the year back?",
             u">Yes, seven months, 203.00. Shall I end it on the 30th?",
             u"<Yes please.",
         }},
        {Billing,
         {
             u"<Is sales tax included in the 320?",
             u">It is not. With tax it comes to 348.80.",
             u"<OK, and can you split it between me and my sister?",
             u">Sure, two invoices of 174.40. What is her email?",
         }},
        {Billing,
         {
             u"<What is the item called “trip” on my bill?",
             u">That is the drive to you, 12 miles. The first 10 are free.",
             u"<Ah, I see. All good then.",
         }},
        {Billing,
         {
             u"<Did you get my bank transfer? I forgot to put the invoice number.",
             u">Which amount and which day?",
             u"<412.50, yesterday around noon.",
             u">It is here. I have matched it to invoice 20417.",
             u"<Phew. I will add the number next time.",
         }},
    };
    return dialogues;
}

} // namespace demo
