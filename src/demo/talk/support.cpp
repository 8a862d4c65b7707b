// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> supportTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {Support,
         {
             u"<The dishwasher stops after ten minutes and shows E24. What is that?",
             u">E24 is the drain. Is the filter clean?",
             u"<Cleaned it. Same again.",
             u">Then it is probably the hose. Can you see a kink behind it?",
             u"<There is one! It runs again.",
         }},
        {Support,
         {
             u"<No hot water since this morning. Can you help?",
             u">Is the display on the boiler lit?",
             u"<It is red and says 1.2.",
             u">Please hold the reset button for five seconds.",
             u"<It is starting again, water is getting warm.",
             u">Good. If it happens again, write to me and we come.",
         }},
        {Support,
         {
             u"<My thermostat has lost the wifi. How do I get it back?",
             u">Menu, network, forget, then pick your network again.",
             u"<It does not show mine.",
             u">It only knows 2.4 GHz. Is that on in your router?",
             u"<It was off. All good now.",
         }},
        {Support,
         {
             u"<The new tap drips. Is that normal?",
             u">For the first hour, yes. After that, no.",
             u"<It has been two days.",
             u">Then we change the washer. Is tomorrow at 8 too early?",
             u"<8 is fine.",
         }},
        {Support,
         {
             u"<There is a smell of gas in the kitchen, what do I do?",
             u">Open the windows, do not touch any switch, leave the house and call 911.",
             u">Write to me when you are outside, please.",
             u"<I am outside. They are here already.",
             u"<They found it: the old hose of the stove.",
             u">Glad you are safe. We will bring a new hose today.",
         }},
        {Support,
         {
             u"<What does this blinking light mean?",
             u"<",
             u">It wants salt. Fill up the left box, about two pounds.",
             u"<It has stopped blinking. Thank you so much.",
         }},
        {Support,
         {
             u"<I can’t log in to my account. Is it down?",
             u">It is up. Which message do you get?",
             u"<Wrong code, each time.",
             u">Please use the newest mail; the older codes end when a new one is sent.",
             u"<That was it, I am in.",
         }},
        {Support,
         {
             u"<The garage door opens by itself at night. Any idea?",
             u">Maybe a neighbor has the same remote. Let us give yours a new code.",
             u"<How?",
             u">Press the yellow button for 8 seconds, then the remote twice.",
             u"<Done. I will report tomorrow.",
         }},
        {Support,
         {
             u"<One of the panels gives no power. Should I worry?",
             u">Not yet. Is there a shadow on it around noon?",
             u"<The neighbor’s tree has grown.",
             u">That explains it. Trim it, or we move the panel in spring.",
         }},
        {Support,
         {
             u"<How do I turn off the water in the yard for the winter?",
             u">There is a blue valve in the cellar, next to the meter.",
             u"<I see two blue ones.",
             u">The one with the drain screw. Then open the tap outside.",
         }},
        {Support,
         {
             u"<The shower is either too hot or too cold. Can that be repaired?",
             u">It can. The cartridge is worn, a matter of 20 minutes.",
             u"<Is that under warranty? It is from last year.",
             u">It is. You pay nothing.",
         }},
        {Support,
         {
             u"<Our fridge is loud at night. Is that a fault?",
             u">Does it stand level?",
             u"<I put a card under the left foot and now it is quiet.",
             u">Best repair of the week.",
         }},
        {Support,
         {
             u"<The toilet runs all the time. Do I need a plumber?",
             u">Maybe not. Lift the lid: does the float touch the wall?",
             u"<Yes it does.",
             u">Bend it a little to the right.",
             u"<It stopped! You are the best.",
         }},
        {Support,
         {
             u"<Since the power cut the alarm beeps every minute. How do I stop it?",
             u">The battery is empty. Which model is it?",
             u"<It says AX 300 on the back.",
             u">It takes a 9 V block. Press the star key after changing it.",
         }},
        {Support,
         {
             u"<A tile came off the roof last night. Who do I call?",
             u">You are right here. Is water coming in?",
             u"<Not yet, but rain is on the way.",
             u">Somebody will put a cover on it before tonight.",
             u"<He was here, it is tight.",
         }},
        {Support,
         {
             u"<Which filter do I need for the AC? The old label is gone.",
             u">Could you measure it?",
             u"<16 by 25 by 1.",
             u">That is the F-1625. Change it every three months.",
             u"<Ordered four of them.",
         }},
        {Support,
         {
             u"<The blinds in the office are stuck half way, can you come?",
             u">We can, on Monday. Until then please do not use the switch.",
             u"<OK. I have put tape over it.",
         }},
        {Support,
         {
             u"<Is it bad that the radiator gurgles?",
             u">No, there is air in it. Do you have the small key?",
             u"<Yes, found it in the drawer.",
             u">Open the screw until water comes, then close it.",
             u"<Quiet as a mouse now.",
         }},
    };
    return dialogues;
}

} // namespace demo
