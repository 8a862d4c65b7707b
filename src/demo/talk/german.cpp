// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> germanTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<Guten Tag, haben Sie am Samstag geöffnet?",
             u">Ja, von 9 bis 14 Uhr.",
             u"<Dann komme ich gegen elf vorbei.",
         }},
        {FrontDesk,
         {
             u"<Könnten Sie mich bitte nach 17 Uhr zurückrufen?",
             u">Gerne. Unter dieser Nummer?",
             u"<Ja, bis 19 Uhr bin ich erreichbar.",
             u">Frau Haddad meldet sich bei Ihnen.",
         }},
        {Sales,
         {
             u"<Was kostet eine neue Heizung für 140 Quadratmeter?",
             u">Zwischen 9.500 und 12.000 €, je nach Schornstein.",
             u"<Kann sich das jemand ansehen?",
             u">Ja, kostenlos. Passt Ihnen Mittwoch um 16 Uhr?",
             u"<Mittwoch passt.",
         }},
        {Sales,
         {
             u"<Gilt das Angebot vom März noch?",
             u">Bis Ende des Monats.",
             u"<Dann bekommen Sie es diese Woche unterschrieben zurück.",
         }},
        {Support,
         {
             u"<Die Spülmaschine bleibt stehen und zeigt E24. Was heißt das?",
             u">Das Wasser läuft nicht ab. Ist das Sieb sauber?",
             u"<Ja, gerade gereinigt.",
             u">Dann ist wohl der Schlauch geknickt.",
             u"<Stimmt, jetzt läuft sie wieder!",
         }},
        {Support,
         {
             u"<Seit heute früh kein warmes Wasser. Können Sie helfen?",
             u">Leuchtet die Anzeige am Kessel?",
             u"<Sie ist rot.",
             u">Bitte den Entstörknopf fünf Sekunden halten.",
         }},
        {Billing,
         {
             u"<Auf der Rechnung steht noch meine alte Anschrift. Können Sie das ändern?",
             u">Natürlich. Wie lautet die neue?",
             u"<Lindenweg 8, dritter Stock.",
             u">Die berichtigte Rechnung ist unterwegs.",
         }},
        {Billing,
         {
             u"<Ich habe eine Mahnung bekommen, aber schon überwiesen. Was nun?",
             u">Wann und wie viel bitte?",
             u"<Am 2. Mai, 412,50 €.",
             u">Gefunden. Die Mahnung ist hinfällig, entschuldigen Sie.",
         }},
        {Dispatch,
         {
             u"<Wann kommt der Monteur? Man sagte mir am Vormittag.",
             u">Er fährt in zehn Minuten los und ist in einer halben Stunde bei Ihnen.",
             u"<Gut, ich warte unten.",
         }},
        {Dispatch,
         {
             u"<Können Sie das Paket bei Nummer 14 abgeben?",
             u">Ja. Welcher Name steht an der Klingel?",
             u"<Schäfer, Erdgeschoss.",
             u">Ist vermerkt.",
         }},
        {Group,
         {
             u"<Passt allen Donnerstag um 18 Uhr für die Begehung?",
             u"2Mir erst ab halb sieben.",
             u">Halb sieben geht auch bei uns.",
             u"3Ich bringe die Pläne mit.",
         }},
    };
    return dialogues;
}

} // namespace demo
