// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demonames.h"

namespace demo {

namespace {

using Text = const char16_t *;

constexpr Text usPrefixes[] = {u"415555", u"212555", u"312555", u"646555", u"206555",
                               u"512555", u"303555", u"617555", u"305555", u"503555"};
constexpr Text usFirst[] = {u"Ana",    u"Marcus", u"Priya",  u"Joe",     u"Danielle", u"Tom",
                            u"Keisha", u"Luis",   u"Hannah", u"Gregory", u"Mei",      u"Sam",
                            u"Olivia", u"Noah",   u"Ava",    u"Terrence"};
constexpr Text usLast[] = {u"Lopes",    u"Whitfield", u"Raman",    u"Costa",   u"O’Neill",
                           u"Baker",    u"Nguyen",    u"Ferreira", u"Murphy",  u"Stein",
                           u"Chen",     u"Walker",    u"Reyes",    u"Johnson", u"Park",
                           u"Goldberg", u"Kowalski",  u"Adeyemi"};

constexpr Text gbPrefixes[] = {u"7700900"};
constexpr Text gbFirst[] = {u"Harriet", u"Callum", u"Imogen", u"Rhys", u"Siobhán", u"Alistair"};
constexpr Text gbLast[] = {u"Ashworth", u"Llewellyn", u"MacLeod", u"Pemberton", u"Byrne"};

constexpr Text frPrefixes[] = {u"61234"};
constexpr Text frFirst[] = {u"Élodie", u"Mathieu", u"Chloé", u"François", u"Zoé", u"Loïc"};
constexpr Text frLast[] = {u"Lefèvre", u"Garçon", u"Dupont", u"Benoît", u"Moreau", u"N’Diaye"};

constexpr Text dePrefixes[] = {u"3023125"};
constexpr Text deFirst[] = {u"Jürgen", u"Anke", u"Björn", u"Käthe", u"Sebastian", u"Grit"};
constexpr Text deLast[] = {u"Müller", u"Groß", u"Schäfer", u"Öztürk", u"von der Heide", u"Weiß"};

constexpr Text esPrefixes[] = {u"5512340", u"5598760"};
constexpr Text esFirst[] = {u"José", u"María", u"Íñigo", u"Lucía", u"Ximena", u"Andrés"};
constexpr Text esLast[] = {u"Peña", u"Núñez", u"Gutiérrez", u"Álvarez", u"Ibáñez", u"Muñoz"};

constexpr Text grPrefixes[] = {u"690000"};
constexpr Text grFirst[] = {u"Ελένη", u"Γιώργος", u"Δημήτρης", u"Σοφία"};
constexpr Text grLast[] = {u"Παπαδοπούλου", u"Νικολάου", u"Αγγελόπουλος", u"Γεωργίου"};

constexpr Text uaPrefixes[] = {u"500000"};
constexpr Text uaFirst[] = {u"Оксана", u"Тарас", u"Ірина", u"Сергій"};
constexpr Text uaLast[] = {u"Шевченко", u"Коваль", u"Бондаренко", u"Лисенко"};

constexpr Text jpPrefixes[] = {u"801234"};
constexpr Text jpFirst[] = {u"陽子", u"健太", u"さくら", u"大輔", u"美咲"};
constexpr Text jpLast[] = {u"佐藤", u"鈴木", u"高橋", u"渡辺", u"小林"};

constexpr Text inPrefixes[] = {u"999900"};
constexpr Text inFirst[] = {u"आशा", u"रोहन", u"काव्या", u"Arjun", u"Deepika"};
constexpr Text inLast[] = {u"शर्मा", u"पटेल", u"गुप्ता", u"Iyer", u"Banerjee"};

constexpr Text egPrefixes[] = {u"100000"};
constexpr Text egFirst[] = {u"ليلى", u"عمر", u"فاطمة", u"يوسف"};
constexpr Text egLast[] = {u"حسن", u"المصري", u"عبد الله", u"منصور"};

constexpr Text ilPrefixes[] = {u"500000"};
constexpr Text ilFirst[] = {u"נועה", u"אורי", u"תמר", u"דוד"};
constexpr Text ilLast[] = {u"כהן", u"לוי", u"מזרחי", u"פרץ"};

// The United States are listed several times, since most demo customers live there.
const Place unitedStates{u"+1", usPrefixes, 4, usFirst, usLast, false};
const Place allPlaces[] = {
    unitedStates,
    unitedStates,
    unitedStates,
    unitedStates,
    unitedStates,
    unitedStates,
    unitedStates,
    {u"+44", gbPrefixes, 3, gbFirst, gbLast, false},
    {u"+33", frPrefixes, 4, frFirst, frLast, false},
    {u"+49", dePrefixes, 3, deFirst, deLast, false},
    {u"+52", esPrefixes, 3, esFirst, esLast, false},
    {u"+30", grPrefixes, 4, grFirst, grLast, false},
    {u"+380", uaPrefixes, 3, uaFirst, uaLast, false},
    {u"+81", jpPrefixes, 4, jpFirst, jpLast, true},
    {u"+91", inPrefixes, 4, inFirst, inLast, false},
    {u"+20", egPrefixes, 4, egFirst, egLast, false},
    {u"+972", ilPrefixes, 3, ilFirst, ilLast, false},
};

constexpr LineName allLines[] = {
    {u"☎️", u"Front desk", u"+14155550100"}, {u"💼", u"Sales", u"+14155550101"},
    {u"🛟", u"Support", u"+14155550102"},      {u"🧾", u"Billing", u"+14155550103"},
    {u"🌙", u"After hours", u"+14155550104"},     {u"🚚", u"Dispatch", u"+12125550105"},
    {u"🔧", u"Field service", u"+12125550106"},   {u"🎓", u"Onboarding", u"+13125550107"},
    {u"🏢", u"Partners", u"+13125550108"},        {u"🇬🇧", u"London", u"+447700900109"},
    {u"🇫🇷", u"Paris", u"+33612340110"},          {u"🧪", u"Test line", u"+15125550111"},
};

constexpr TeammateName allTeammates[] = {
    {u"Dana", u"Kim"},        {u"Robert", u"Fields"},  {u"Amara", u"Okafor"},
    {u"Jonas", u"Lindqvist"}, {u"Beatriz", u"Souza"},  {u"Wei", u"Zhang"},
    {u"Nadia", u"Haddad"},    {u"Oliver", u"Grant"},   {u"Yuki", u"Tanaka"},
    {u"Camille", u"Roux"},    {u"Ravi", u"Menon"},     {u"Ingrid", u"Solberg"},
    {u"Patrick", u"O’Brien"}, {u"Sofia", u"Marín"},    {u"Dana", u"Kimura"},
    {u"Elif", u"Yılmaz"},     {u"Łukasz", u"Wójcik"},  {u"Grace", u"Mbeki"},
    {u"Tomáš", u"Dvořák"},    {u"Leila", u"Farahani"}, {u"Henry", u"Adams"},
    {u"Chiara", u"Rossi"},    {u"Samuel", u"Osei"},    {u"Vera", u"Ivanova"},
    {u"Robert", u"Fields"},
};

constexpr Text allGroupNames[] = {u"Move of the Oakland office",
                                  u"Wedding 14 June 🎉",
                                  u"Roof repair, 12 Elm St",
                                  u"Parents of class 4b",
                                  u"Weekend crew",
                                  u"Claim #20391",
                                  u"مشروع القاهرة",
                                  u"引越しの件"};

constexpr Text allCompanyNames[] = {
    u"Acme",         u"Northwind", u"Bluebird Dental", u"Kessler & Sons", u"Oak St. Cafe",
    u"Alta Roofing", u"Globex",    u"Vega Travel",     u"Maison Roux",    u"北星商事"};

constexpr Text allTexts[] = {
    u"Hi, is the appointment on Thursday still on?",
    u"Yes, Thursday at 10:00. Our technician calls before she leaves.",
    u"Great, thank you!",
    u"Could you send me the invoice again? I can’t find the mail.",
    u"Sent. It is also in your account: https://example.com/invoices/20391",
    u"The door code is on the work order, please don’t share it here.",
    u"Running 15 min late, sorry 🙏",
    u"No problem.",
    u"Bonjour, le colis n’est toujours pas arrivé.",
    u"Nous vérifions et revenons vers vous aujourd’hui.",
    u"Könnten Sie mich bitte nach 17 Uhr zurückrufen?",
    u"Gerne, wir melden uns.",
    u"¿Tienen una cita libre mañana?",
    u"Sí, a las 9:30 o a las 16:00.",
    u"予約を変更したいのですが。",
    u"承知しました。ご希望の日時を教えてください。",
    u"شكرا جزيلا على المساعدة",
    u"STOP",
    u"",
    u"Who did I speak to yesterday? She was very helpful.",
};

} // namespace

std::span<const Place> places()
{
    return allPlaces;
}

std::span<const LineName> lineNames()
{
    return allLines;
}

std::span<const TeammateName> teammateNames()
{
    return allTeammates;
}

std::span<const char16_t *const> groupNames()
{
    return allGroupNames;
}

std::span<const char16_t *const> companyNames()
{
    return allCompanyNames;
}

std::span<const char16_t *const> messageTexts()
{
    return allTexts;
}

} // namespace demo
