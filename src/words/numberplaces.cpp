// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/numberplaces.h"

#include <phonenumbers/geocoding/phonenumber_offline_geocoder.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <list>

namespace words {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberOfflineGeocoder;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

struct PrefixZones
{
    const char *prefix; // with the country code, without '+'
    const char *zones;  // IANA ids, joined with '&'
};

// Sorted by prefix.
constexpr PrefixZones prefixZones[] = {
#include "words/numberzones.inc"
};
constexpr int longestPrefix = 8;

QList<QTimeZone> zonesOf(const std::string &digits)
{
    for (size_t length = std::min<size_t>(longestPrefix, digits.size()); length > 0; --length) {
        const std::string prefix = digits.substr(0, length);
        const auto found =
            std::ranges::lower_bound(prefixZones, prefix, {}, [](const PrefixZones &entry) {
                return std::string(entry.prefix);
            });
        if (found == std::end(prefixZones) || found->prefix != prefix)
            continue;
        QList<QTimeZone> zones;
        for (const QByteArray &id : QByteArray(found->zones).split('&'))
            if (const QTimeZone zone(id); zone.isValid())
                zones.append(zone);
        return zones;
    }
    return {};
}

// Empty if the country code has several regions or none.
std::string onlyRegion(const PhoneNumberUtil &util, int countryCode)
{
    std::list<std::string> regions;
    util.GetRegionCodesForCountryCallingCode(countryCode, &regions);
    return regions.size() == 1 ? regions.front() : std::string();
}

// The local time for people: '21:40', or 'Wed 06:40' on another day.
QString clockText(const QDateTime &there, const inbox::CellContext &context)
{
    const QString time = context.reader.locale.toString(there.time(), QLocale::ShortFormat);
    const QDate today = quo::toDateTime(context.now, context.reader.zone).date();
    if (there.date() == today)
        return time;
    return there.date() > today
               ? QCoreApplication::translate("words::NumberPlaces", "tomorrow %1", "a time")
                     .arg(time)
               : QCoreApplication::translate("words::NumberPlaces", "yesterday %1", "a time")
                     .arg(time);
}

} // namespace

struct NumberPlaces::Geocoder : PhoneNumberOfflineGeocoder
{
};

NumberPlaces::NumberPlaces()
    : m_geocoder(std::make_unique<Geocoder>())
{
}

NumberPlaces::~NumberPlaces() = default;

NumberPlace NumberPlaces::placeOf(const QString &e164, const inbox::Reader &reader) const
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        util.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return {};
    const bool isKnown = util.IsValidNumber(number);

    const icu::Locale language(reader.locale.name().toLatin1().constData());
    std::string territory;
    if (isKnown)
        util.GetRegionCodeForNumber(number, &territory);
    else // a range that is newer than the tables: the country, if the code has only one
        territory = onlyRegion(util, number.country_code());
    if (territory.empty())
        return {};
    icu::UnicodeString countryName;
    icu::Locale("", territory.c_str()).getDisplayCountry(language, countryName);
    const QString country = QString::fromUtf16(countryName.getBuffer(), countryName.length());
    const QString town =
        QString::fromStdString(m_geocoder->GetDescriptionForNumber(number, language));

    NumberPlace place;
    if (town.isEmpty() || town == country)
        place.region = territory == "001" ? QString() : country;
    else if (QString::fromStdString(territory) == reader.region)
        place.region = town;
    else
        place.region = QCoreApplication::translate("words::NumberPlaces", "%1, %2", "town, country")
                           .arg(town, country);

    // Only geographical numbers show more about their zone than the country code.
    std::string digits;
    util.Format(number, PhoneNumberUtil::E164, &digits);
    digits.erase(0, 1);
    if (!isKnown || !util.IsNumberGeographical(number))
        digits = std::to_string(number.country_code());
    place.zones = zonesOf(digits);
    return place;
}

QString placeText(const NumberPlace &place, const inbox::CellContext &context)
{
    // A wider range does not help to decide whether to call.
    constexpr qint64 widestRange = 6 * 3600; // seconds
    const auto offset = [&context](const QTimeZone &zone) {
        return zone.offsetFromUtc(quo::toDateTime(context.now, QTimeZone::utc()));
    };
    QString time;
    if (!place.zones.isEmpty()) {
        const auto [first, last] = std::ranges::minmax_element(place.zones, {}, offset);
        const auto show = [&](const QTimeZone &zone) {
            return clockText(quo::toDateTime(context.now, zone), context);
        };
        if (offset(*first) == offset(*last))
            time = show(*first);
        else if (offset(*last) - offset(*first) <= widestRange)
            time = QCoreApplication::translate("words::NumberPlaces", "%1–%2", "two times")
                       .arg(show(*first), show(*last));
    }
    if (!time.isEmpty())
        time =
            QCoreApplication::translate("words::NumberPlaces", "%1 there", "local time of a place")
                .arg(time);
    QStringList parts{place.region, time};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace words
