// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/phonenumber.h"

#include "inbox/numbernotation.h"
#include "inbox/searchtext.h"

#include <phonenumbers/phonenumberutil.h>

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <set>

namespace inbox {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

const QString noRegion = QStringLiteral("ZZ");

const PhoneNumberUtil &util()
{
    return *PhoneNumberUtil::GetInstance();
}

QString toE164(const PhoneNumber &number)
{
    std::string text;
    util().Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

QString withoutLeadingZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == u'0')
        ++zeros;
    return digits.sliced(zeros);
}

struct Reading
{
    quo::Expected<PhoneNumber, NumberProblem> number;
    bool isValid = false; // in a range that libphonenumber knows
};

// Until 2020 a number of Mexico had a 1 after the country code, or 01, 044 or 045 before it within
// the country. People still have them, and newer versions of the library read them no longer.
void takeOldPrefixOff(PhoneNumber &number)
{
    constexpr int mexico = 52;
    if (number.country_code() != mexico)
        return;
    std::string digits;
    util().GetNationalSignificantNumber(number, &digits);
    static const QRegularExpression prefixed(QStringLiteral(R"(^(?:1|01|044|045)(\d{10})$)"));
    const QRegularExpressionMatch match = prefixed.match(QString::fromStdString(digits));
    if (!match.hasMatch())
        return;
    number.Clear();
    number.set_country_code(mexico);
    number.set_national_number(match.capturedView(1).toULongLong());
}

Reading read(const QString &ascii, const QString &region)
{
    PhoneNumber number;
    switch (util().Parse(ascii.toStdString(), region.toStdString(), &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR:
        takeOldPrefixOff(number);
        break;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return {quo::Unexpected{NumberProblem::NoCountry}};
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return {quo::Unexpected{NumberProblem::TooShort}};
    case PhoneNumberUtil::TOO_LONG_NSN:
        return {quo::Unexpected{NumberProblem::TooLong}};
    default:
        return {quo::Unexpected{NumberProblem::NotANumber}};
    }
    switch (util().IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE:
        return {number, util().IsValidNumber(number)};
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        return {quo::Unexpected{NumberProblem::TooShort}};
    case PhoneNumberUtil::TOO_LONG:
        return {quo::Unexpected{NumberProblem::TooLong}};
    default:
        return {quo::Unexpected{NumberProblem::Impossible}};
    }
}

// '00' and '011' are the international prefixes of nearly all countries. Null for any other
// beginning.
std::optional<QString> withPlus(const QString &ascii)
{
    const QString digits = asciiDigits(ascii);
    for (const QStringView prefix : {u"00", u"011"}) {
        if (!digits.startsWith(prefix))
            continue;
        const QString rest = digits.sliced(prefix.size());
        if (!rest.isEmpty() && !rest.startsWith(u'0'))
            return u'+' + rest;
    }
    return std::nullopt;
}

// Mobile numbers of Mexico and Argentina have an additional digit for calls from abroad, and those
// of Brazil were given one. Both forms are in use, for instance in WhatsApp's ids.
std::optional<QString> otherNotation(const QString &e164)
{
    static const QRegularExpression longer(
        QStringLiteral(R"(^\+(?:(52)1(\d{10})|(54)9(\d{10})|(55\d\d)9([6-9]\d{7}))$)"));
    static const QRegularExpression shorter(
        QStringLiteral(R"(^\+(?:(52)(\d{10})|(54)(\d{10})|(55\d\d)([6-9]\d{7}))$)"));
    static const QString digits = QStringLiteral("199");
    for (const bool isLonger : {true, false}) {
        const QRegularExpressionMatch match = (isLonger ? longer : shorter).match(e164);
        for (int country = 0; match.hasMatch() && country < 3; ++country)
            if (const QString code = match.captured(country * 2 + 1); !code.isEmpty())
                return u'+' + code + (isLonger ? QString() : QString(digits[country])) +
                       match.captured(country * 2 + 2);
    }
    return std::nullopt;
}

// One region for each country code.
const QStringList &allRegions()
{
    static const QStringList regions = [] {
        std::set<int> codes;
        util().GetSupportedCallingCodes(&codes);
        QStringList main;
        for (const int code : codes) {
            std::string region;
            util().GetRegionCodeForCountryCode(code, &region);
            if (region != "001" && region != "ZZ")
                main.append(QString::fromStdString(region));
        }
        return main;
    }();
    return regions;
}

// In E.164, some of them more than once. 'digits' are those of the text.
QStringList possibleNumbers(const QString &text, const QString &digits, const QStringList &regions)
{
    QStringList numbers;
    const auto add = [&numbers](const PhoneNumber &number) {
        const QString e164 = toE164(number);
        numbers.append(e164);
        if (const std::optional<QString> other = otherNotation(e164))
            numbers.append(*other);
    };
    if (text.contains(u'+')) {
        if (const Reading reading = read(text, noRegion); reading.number)
            add(*reading.number);
        return numbers;
    }
    for (const QString &region : regions)
        if (const Reading reading = read(text, region); reading.number)
            add(*reading.number);
    // Ids of chats have the country code without a plus.
    if (const Reading reading = read(withPlus(text).value_or(u'+' + digits), noRegion);
        reading.isValid)
        add(*reading.number);
    // Numbers that begin with 0 or 8 are dialled within one country, which may be any. All others
    // are found by their digits.
    if (digits.front() == u'0' || digits.front() == u'8')
        for (const QString &region : allRegions())
            if (const Reading reading = read(text, region); reading.isValid)
                add(*reading.number);
    return numbers;
}

} // namespace

QString formatNumber(const QString &e164, const QString &region)
{
    PhoneNumber number;
    if (!e164.startsWith(u'+') ||
        util().Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        util().IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE ||
        toE164(number) != e164)
        return e164;
    const bool own = util().GetCountryCodeForRegion(region.toStdString()) == number.country_code();
    std::string text;
    util().Format(number, own ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

QStringList regionsOf(const Reader &reader, const quo::Directory &directory)
{
    // The first digits determine the region, and even a workspace with many lines has few of them.
    QMap<QString, int> counts;
    QHash<QString, QString> known;
    for (const quo::Line &line : directory.lines()) {
        const QString prefix = line.number.first(qMin<qsizetype>(5, line.number.size()));
        if (!known.contains(prefix)) {
            PhoneNumber number;
            std::string region;
            if (util().Parse(line.number.toStdString(), "ZZ", &number) ==
                PhoneNumberUtil::NO_PARSING_ERROR) {
                util().GetRegionCodeForNumber(number, &region);
                if (region == "ZZ" || region.empty())
                    util().GetRegionCodeForCountryCode(number.country_code(), &region);
            }
            known.insert(prefix, QString::fromStdString(region));
        }
        if (const QString region = known.value(prefix); region.size() == 2 && region != noRegion)
            ++counts[region];
    }
    QStringList regions = counts.keys();
    std::ranges::stable_sort(regions, std::greater(),
                             [&counts](const QString &region) { return counts.value(region); });
    regions.removeAll(reader.region);
    if (!reader.region.isEmpty())
        regions.prepend(reader.region);
    return regions;
}

quo::Expected<QString, NumberProblem> parseNumber(const QString &typed, const QStringList &regions)
{
    const NumberNotation notation = notationOf(typed);
    if (notation.kind == NumberNotation::Kind::None)
        return quo::Unexpected{NumberProblem::NotANumber};
    std::optional<QString> possible;
    std::optional<NumberProblem> problem;
    for (const QString &region : regions.isEmpty() ? QStringList{noRegion} : regions) {
        const Reading reading = read(notation.text, region);
        if (reading.isValid)
            return toE164(*reading.number);
        if (reading.number && !possible)
            possible = toE164(*reading.number);
        if (!reading.number && !problem)
            problem = reading.number.error();
    }
    if (const std::optional<QString> international = withPlus(notation.text))
        if (const Reading reading = read(*international, noRegion); reading.isValid)
            return toE164(*reading.number);
    if (possible)
        return *possible;
    return quo::Unexpected{*problem};
}

bool SoughtNumber::isIn(const QString &text) const
{
    const QString all = digitsOf(text);
    return (!digits.isEmpty() && all.contains(digits)) ||
           std::ranges::any_of(numbers, [&all](const QString &number) {
               return all.contains(QStringView(number).sliced(1));
           });
}

std::optional<SoughtNumber> readNumber(const QString &typed, const QStringList &regions)
{
    const NumberNotation notation = notationOf(typed);
    if (notation.kind == NumberNotation::Kind::None)
        return std::nullopt;
    QString text = notation.text;
    if (notation.kind == NumberNotation::Kind::Letters) {
        std::string converted = text.toStdString();
        util().ConvertAlphaCharactersInNumber(&converted);
        text = QString::fromStdString(converted);
        if (!read(text, QStringLiteral("US")).isValid)
            return std::nullopt; // words
    }
    const QString digits = asciiDigits(text);
    SoughtNumber sought;
    sought.digits = withoutLeadingZeros(digits);
    if (digits.size() < fewestDigitsOfNumber || digits.size() > 20)
        return sought;
    sought.numbers = possibleNumbers(text, digits, regions);
    sought.numbers.removeIf(
        [&sought](const QString &number) { return number.contains(sought.digits); });
    sought.numbers.removeDuplicates();
    return sought;
}

} // namespace inbox
