// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demonames.h"

namespace demo {

namespace {

using enum Topic;

constexpr Topic frontDesk[] = {FrontDesk};
constexpr Topic sales[] = {Sales};
constexpr Topic support[] = {Support};
constexpr Topic billing[] = {Billing};
constexpr Topic dispatch[] = {Dispatch};
constexpr Topic repairs[] = {Support, Dispatch};
constexpr Topic beginnings[] = {FrontDesk, Sales};
constexpr Topic business[] = {Sales, Billing};
constexpr Topic everything[] = {FrontDesk, Sales, Support, Billing, Dispatch};

constexpr LineName allLines[] = {
    {nullptr, u"Front desk", u"+14155550100", 288, frontDesk},
    {nullptr, u"Sales", u"+14155550101", 731, sales},
    {nullptr, u"Support", u"+14155550102", 604, support},
    {nullptr, u"Billing", u"+14155550103", 396, billing},
    {u"🌙", u"After hours", u"+14155550104", 350, repairs, nullptr, true},
    {nullptr, u"Dispatch", u"+12125550105", 512, dispatch},
    {nullptr, u"Field service", u"+12125550106", 420, repairs},
    {nullptr, u"Onboarding", u"+13125550107", 330, beginnings},
    {nullptr, u"Partners", u"+13125550108", 280, business},
    {nullptr, u"London", u"+447700900109", 440, everything, u"+44"},
    {nullptr, u"Paris", u"+33612340110", 455, everything, u"+33"},
    {u"🧪", u"Test line", u"+15125550111", 60, frontDesk},
};

// Some share a name, and some a part of one.
constexpr TeammateName allTeammates[] = {
    {u"Dana", u"Kim", u"dana.kim"},
    {u"Robert", u"Fields", u"robert.fields"},
    {u"Amara", u"Okafor", u"amara.okafor"},
    {u"Jonas", u"Lindqvist", u"jonas.lindqvist"},
    {u"Beatriz", u"Souza", u"beatriz.souza"},
    {u"Wei", u"Zhang", u"wei.zhang"},
    {u"Nadia", u"Haddad", u"nadia.haddad"},
    {u"Oliver", u"Grant", u"oliver.grant"},
    {u"Yuki", u"Tanaka", u"yuki.tanaka"},
    {u"Camille", u"Roux", u"camille.roux"},
    {u"Ravi", u"Menon", u"ravi.menon"},
    {u"Ingrid", u"Solberg", u"ingrid.solberg"},
    {u"Patrick", u"O’Brien", u"patrick.obrien"},
    {u"Sofia", u"Marín", u"sofia.marin"},
    {u"Dana", u"Kimura", u"dana.kimura"},
    {u"Elif", u"Yılmaz", u"elif.yilmaz"},
    {u"Łukasz", u"Wójcik", u"lukasz.wojcik"},
    {u"Grace", u"Mbeki", u"grace.mbeki"},
    {u"Tomáš", u"Dvořák", u"tomas.dvorak"},
    {u"Leila", u"Farahani", u"leila.farahani"},
    {u"Henry", u"Adams", u"henry.adams"},
    {u"Chiara", u"Rossi", u"chiara.rossi"},
    {u"Samuel", u"Osei", u"samuel.osei"},
    {u"Vera", u"Ivanova", u"vera.ivanova"},
    {u"Robert", u"Fields", u"rob.fields"},
};

} // namespace

std::span<const LineName> lineNames()
{
    return allLines;
}

std::span<const TeammateName> teammateNames()
{
    return allTeammates;
}

} // namespace demo
