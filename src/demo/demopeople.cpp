// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopeople.h"

#include "demo/demonames.h"
#include "demo/demoplaces.h"

#include <algorithm>

namespace demo {

QString makeId(const char *prefix, Chance &chance)
{
    return QLatin1String(prefix) + QStringLiteral("%1%2")
                                       .arg(chance.next(), 16, 16, QLatin1Char('0'))
                                       .arg(chance.next(), 16, 16, QLatin1Char('0'));
}

QString Person::name() const
{
    return places()[size_t(place)].familyNameFirst ? lastName + u' ' + firstName
                                                   : firstName + u' ' + lastName;
}

int choosePlace(const char16_t *home, Chance &chance)
{
    if (home && chance.percent(80))
        for (size_t i = 0; i < places().size(); ++i)
            if (QStringView(places()[i].countryCode) == QStringView(home))
                return int(i);
    return pickByShare(places(), chance);
}

Person makePerson(int placeIndex, Chance &chance)
{
    const Place &place = places()[size_t(placeIndex)];
    quint64 numbers = 1;
    for (int i = 0; i < place.digits; ++i)
        numbers *= 10;
    Person person{placeIndex,
                  toQString(chance.pick(place.firstNames)),
                  toQString(chance.pick(place.lastNames)),
                  {}};
    const auto isLine = [&person](const LineName &line) {
        return person.number == QStringView(line.number);
    };
    do
        person.number =
            toQString(place.countryCode) + toQString(chance.pick(place.prefixes)) +
            QStringLiteral("%1").arg(chance.below(numbers), place.digits, 10, QLatin1Char('0'));
    while (std::ranges::any_of(lineNames(), isLine));
    return person;
}

DemoContact makeContact(const Person &person, Millis createdAt, Chance &chance)
{
    DemoContact contact;
    contact.id = makeId("", chance);
    contact.firstName = person.firstName;
    contact.lastName = person.lastName;
    contact.number = person.number;
    contact.createdAt = createdAt;
    if (chance.percent(35))
        contact.company = toQString(chance.pick(places()[size_t(person.place)].companies));
    return contact;
}

} // namespace demo
