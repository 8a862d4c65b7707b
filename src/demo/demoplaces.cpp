// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoplaces.h"

namespace demo {

namespace {

using Text = const char16_t *;

constexpr Text usPrefixes[] = {u"415555", u"212555", u"312555", u"646555", u"206555", u"512555",
                               u"303555", u"617555", u"305555", u"503555", u"510555", u"773555"};
constexpr Text usFirst[] = {
    u"Ana",    u"Marcus",  u"Priya",   u"Joe",  u"Danielle", u"Tom",    u"Keisha", u"Luis",
    u"Hannah", u"Gregory", u"Mei",     u"Sam",  u"Olivia",   u"Noah",   u"Ava",    u"Terrence",
    u"Rosa",   u"Walter",  u"Denise",  u"Eli",  u"Nora",     u"Malik",  u"Carla",  u"Peter",
    u"June",   u"Andre",   u"Bridget", u"Theo", u"Simone",   u"Victor", u"Grace",  u"Ruben"};
constexpr Text usLast[] = {
    u"Lopes",    u"Whitfield", u"Raman",    u"Costa",   u"O’Neill",  u"Baker",    u"Nguyen",
    u"Ferreira", u"Murphy",    u"Stein",    u"Chen",    u"Walker",   u"Reyes",    u"Johnson",
    u"Park",     u"Goldberg",  u"Kowalski", u"Adeyemi", u"Sullivan", u"Hughes",   u"Ortega",
    u"Bennett",  u"Tran",      u"Fischer",  u"Coleman", u"Delgado",  u"Lindgren", u"Brooks",
    u"Santos",   u"Haines",    u"Moreno",   u"Whitaker"};
constexpr Text usCompanies[] = {u"Acme",
                                u"Globex",
                                u"Northwind",
                                u"Bluebird Dental",
                                u"Kessler & Sons",
                                u"Oak St. Cafe",
                                u"Alta Roofing",
                                u"Vega Travel",
                                u"Harbor Books",
                                u"Pinecrest Realty",
                                u"Sunset Yoga",
                                u"Fourth Street Bakery",
                                u"Lakeview Property Group",
                                u"Reyes & Park LLP",
                                u"Redwood Montessori",
                                u"Mission Cycles",
                                u"Golden Gate Veterinary",
                                u"Quarry Records",
                                u"Tidewater Hotel",
                                u"Bennett Flooring"};
constexpr Text usGroups[] = {u"Move of the Oakland office",
                             u"Roof repair, 12 Elm St",
                             u"Wedding 14 June",
                             u"Weekend crew",
                             u"Claim #20391",
                             u"Board of 44 Harbor St",
                             u"Solar, Hill Road 3 to 9",
                             u"Kitchen, the Hendersons"};

constexpr Text gbPrefixes[] = {u"7700900"};
constexpr Text gbFirst[] = {u"Harriet",  u"Callum", u"Imogen", u"Rhys",  u"Siobhán",
                            u"Alistair", u"Poppy",  u"Graham", u"Nisha", u"Edmund"};
constexpr Text gbLast[] = {u"Ashworth", u"Llewellyn", u"MacLeod", u"Pemberton", u"Byrne",
                           u"Fairfax",  u"Okonjo",    u"Thorne",  u"Patel",     u"Wainwright"};
constexpr Text gbCompanies[] = {u"Kessler & Sons", u"Ashworth Lettings", u"The Crown Inn",
                                u"Thames Joinery", u"Fairfax Dental"};
constexpr Text gbGroups[] = {u"Flat 3, Camden Road", u"Village hall roof", u"Mews residents"};

constexpr Text frPrefixes[] = {u"61234"};
constexpr Text frFirst[] = {u"Élodie", u"Mathieu", u"Chloé",   u"François", u"Zoé",
                            u"Loïc",   u"Inès",    u"Bastien", u"Solène",   u"Hélène"};
constexpr Text frLast[] = {u"Lefèvre", u"Garçon",   u"Dupont",    u"Benoît", u"Moreau",
                           u"N’Diaye", u"Rousseau", u"Chevalier", u"Fabre",  u"Lemaître"};
constexpr Text frCompanies[] = {u"Maison Roux", u"Boulangerie Fabre", u"Hôtel du Lac",
                                u"Cabinet Moreau", u"Ateliers Lemaître"};
constexpr Text frGroups[] = {u"Copropriété rue Monge", u"Déménagement de Lyon"};

constexpr Text dePrefixes[] = {u"3023125"};
constexpr Text deFirst[] = {u"Jürgen", u"Anke", u"Björn", u"Käthe", u"Sebastian", u"Grit"};
constexpr Text deLast[] = {u"Müller", u"Groß", u"Schäfer", u"Öztürk", u"von der Heide", u"Weiß"};
constexpr Text deCompanies[] = {u"Schäfer Bau", u"Buchhandlung Weiß", u"Praxis Dr. Groß"};
constexpr Text deGroups[] = {u"Hausgemeinschaft Lindenweg"};

constexpr Text esPrefixes[] = {u"5512340", u"5598760"};
constexpr Text esFirst[] = {u"José", u"María", u"Íñigo", u"Lucía", u"Ximena", u"Andrés"};
constexpr Text esLast[] = {u"Peña", u"Núñez", u"Gutiérrez", u"Álvarez", u"Ibáñez", u"Muñoz"};
constexpr Text esCompanies[] = {u"Panadería Núñez", u"Clínica Roma", u"Vega Viajes"};
constexpr Text esGroups[] = {u"Boda 14 de junio", u"Edificio Reforma 222"};

constexpr Text ptPrefixes[] = {u"91000"};
constexpr Text ptFirst[] = {u"Inês", u"João", u"Margarida", u"Tiago", u"Catarina"};
constexpr Text ptLast[] = {u"Carvalho", u"Simões", u"Guimarães", u"Brandão", u"Magalhães"};
constexpr Text ptCompanies[] = {u"Padaria Simões", u"Livraria do Largo"};

constexpr Text grPrefixes[] = {u"690000"};
constexpr Text grFirst[] = {u"Ελένη", u"Γιώργος", u"Δημήτρης", u"Σοφία"};
constexpr Text grLast[] = {u"Παπαδοπούλου", u"Νικολάου", u"Αγγελόπουλος", u"Γεωργίου"};
constexpr Text grCompanies[] = {u"Bluebird Dental", u"Φούρνος Γεωργίου"};

constexpr Text uaPrefixes[] = {u"500000"};
constexpr Text uaFirst[] = {u"Оксана", u"Тарас", u"Ірина", u"Сергій"};
constexpr Text uaLast[] = {u"Шевченко", u"Коваль", u"Бондаренко", u"Лисенко"};
constexpr Text uaCompanies[] = {u"Кав’ярня на розі", u"Бондаренко та сини"};

constexpr Text jpPrefixes[] = {u"801234"};
constexpr Text jpFirst[] = {u"陽子", u"健太", u"さくら", u"大輔", u"美咲"};
constexpr Text jpLast[] = {u"佐藤", u"鈴木", u"高橋", u"渡辺", u"小林"};
constexpr Text jpCompanies[] = {u"北星商事", u"小林工務店"};
constexpr Text jpGroups[] = {u"引越しの件"};

constexpr Text inPrefixes[] = {u"999900"};
constexpr Text hiFirst[] = {u"आशा", u"रोहन", u"काव्या", u"मीना"};
constexpr Text hiLast[] = {u"शर्मा", u"पटेल", u"गुप्ता", u"वर्मा"};
constexpr Text hiCompanies[] = {u"शर्मा टेक्सटाइल"};
constexpr Text inFirst[] = {u"Arjun", u"Deepika", u"Kavya", u"Vikram"};
constexpr Text inLast[] = {u"Iyer", u"Banerjee", u"Gupta", u"Nair"};
constexpr Text inCompanies[] = {u"Iyer & Nair", u"Lotus Tiles"};

constexpr Text egPrefixes[] = {u"100000"};
constexpr Text egFirst[] = {u"ليلى", u"عمر", u"فاطمة", u"يوسف"};
constexpr Text egLast[] = {u"حسن", u"المصري", u"عبد الله", u"منصور"};
constexpr Text egCompanies[] = {u"مكتبة النيل"};
constexpr Text egGroups[] = {u"مشروع القاهرة"};

constexpr Text ilPrefixes[] = {u"500000"};
constexpr Text ilFirst[] = {u"נועה", u"אורי", u"תמר", u"דוד"};
constexpr Text ilLast[] = {u"כהן", u"לוי", u"מזרחי", u"פרץ"};
constexpr Text ilCompanies[] = {u"קפה תמר"};

using enum Language;

constexpr Place allPlaces[] = {
    {u"+1", English, 56, usPrefixes, 4, usFirst, usLast, usCompanies, usGroups},
    {u"+44", English, 9, gbPrefixes, 3, gbFirst, gbLast, gbCompanies, gbGroups},
    {u"+33", French, 5, frPrefixes, 4, frFirst, frLast, frCompanies, frGroups},
    {u"+49", German, 5, dePrefixes, 3, deFirst, deLast, deCompanies, deGroups},
    {u"+52", Spanish, 6, esPrefixes, 3, esFirst, esLast, esCompanies, esGroups},
    {u"+351", Portuguese, 3, ptPrefixes, 4, ptFirst, ptLast, ptCompanies},
    {u"+30", Greek, 3, grPrefixes, 4, grFirst, grLast, grCompanies},
    {u"+380", Ukrainian, 2, uaPrefixes, 3, uaFirst, uaLast, uaCompanies},
    {u"+81", Japanese, 3, jpPrefixes, 4, jpFirst, jpLast, jpCompanies, jpGroups, true},
    {u"+91", Hindi, 1, inPrefixes, 4, hiFirst, hiLast, hiCompanies},
    {u"+91", English, 3, inPrefixes, 4, inFirst, inLast, inCompanies},
    {u"+20", Arabic, 2, egPrefixes, 4, egFirst, egLast, egCompanies, egGroups},
    {u"+972", Hebrew, 2, ilPrefixes, 3, ilFirst, ilLast, ilCompanies},
};

} // namespace

std::span<const Place> places()
{
    return allPlaces;
}

} // namespace demo
