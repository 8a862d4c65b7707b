// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"

#include <QList>
#include <QTimeZone>

#include <memory>

namespace words {

// Where a phone number belongs, as far as the number shows.
struct NumberPlace
{
    QString region;         // 'Lyon, France'; in the reader's own country 'Oakland, CA'
    QList<QTimeZone> zones; // several if the number does not show which; empty if unknown
};

// Finds the places of numbers with libphonenumber. It caches the tables that it has read, so share
// one object within a thread.
class NumberPlaces
{
public:
    NumberPlaces();
    ~NumberPlaces();

    // Empty for text that is not a number.
    NumberPlace placeOf(const QString &e164, const inbox::Reader &reader) const;

private:
    struct Geocoder;
    const std::unique_ptr<Geocoder> m_geocoder;
};

// 'Lyon, France, 21:40 there': the place and its local time, with 'tomorrow' or 'yesterday' if it
// is not the reader's day, or a range of times if the zone is not certain. Empty if nothing is
// known.
QString placeText(const NumberPlace &place, const inbox::CellContext &context);

} // namespace words
