// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/phonenumber.h"

#include <QMap>

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <functional>

namespace inbox {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

QString formatNumber(const QString &e164, const QString &region)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util.IsValidNumber(number))
        return e164;
    const bool own = util.GetCountryCodeForRegion(region.toStdString()) == number.country_code();
    std::string text;
    util.Format(number, own ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

QStringList regionsOf(const Reader &reader, const quo::Directory &directory)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    QMap<QString, int> counts;
    for (const quo::Line &line : directory.lines()) {
        PhoneNumber number;
        std::string region;
        if (util.Parse(line.number.toStdString(), "ZZ", &number) ==
            PhoneNumberUtil::NO_PARSING_ERROR)
            util.GetRegionCodeForNumber(number, &region);
        if (region.size() == 2 && region != "ZZ")
            ++counts[QString::fromStdString(region)];
    }
    QStringList regions = counts.keys();
    std::ranges::stable_sort(regions, std::greater(),
                             [&counts](const QString &region) { return counts.value(region); });
    regions.removeAll(reader.region);
    if (!reader.region.isEmpty())
        regions.prepend(reader.region);
    return regions;
}

quo::Expected<QString, NumberProblem> parseNumber(const QString &typed, const QString &region)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    switch (util.Parse(typed.toStdString(), region.toStdString(), &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        break;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return quo::Unexpected{NumberProblem::NoCountry};
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return quo::Unexpected{NumberProblem::TooShort};
    case PhoneNumberUtil::TOO_LONG_NSN:
        return quo::Unexpected{NumberProblem::TooLong};
    default:
        return quo::Unexpected{NumberProblem::NotANumber};
    }
    switch (util.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE:
        break;
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        return quo::Unexpected{NumberProblem::TooShort};
    case PhoneNumberUtil::TOO_LONG:
        return quo::Unexpected{NumberProblem::TooLong};
    default:
        return quo::Unexpected{NumberProblem::Impossible};
    }
    std::string text;
    util.Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

} // namespace inbox
