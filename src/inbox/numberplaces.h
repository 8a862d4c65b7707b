// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QList>
#include <QTimeZone>

#include <memory>

namespace inbox {

// Where a phone number is at home, as far as it tells.
struct NumberPlace
{
    QString region;         // 'Lyon, France'; in the reader's own country 'Oakland, CA'
    QList<QTimeZone> zones; // several where the number does not tell which; empty where unknown
};

// Asks libphonenumber where numbers are from. Keeps what it has read of its tables, so one is
// shared by all who ask from the same thread.
class NumberPlaces
{
public:
    NumberPlaces();
    ~NumberPlaces();

    // Empty for what is no number.
    NumberPlace placeOf(const QString &e164, const Reader &reader) const;

private:
    struct Geocoder;
    const std::unique_ptr<Geocoder> m_geocoder;
};

// 'Lyon, France, 21:40': the place and what its clocks show, with the day where it is another one
// than the reader's, or from when to when where the number does not tell. Empty where nothing is
// known.
QString placeText(const NumberPlace &place, const CellContext &context);

} // namespace inbox
