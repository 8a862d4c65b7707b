// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/instanttext.h"

#include <QCoreApplication>

namespace words {

namespace {

struct InstantText
{
    Q_DECLARE_TR_FUNCTIONS(words::InstantText)
};

} // namespace

QString durationText(quo::milliseconds duration)
{
    using namespace std::chrono;
    if (duration >= 2 * years(1))
        return InstantText::tr("%1 y", "years").arg(qint64(floor<years>(duration).count()));
    if (duration >= days(2))
        return InstantText::tr("%1 d", "days").arg(qint64(floor<days>(duration).count()));
    if (duration >= hours(1))
        return InstantText::tr("%1 h", "hours").arg(qint64(floor<hours>(duration).count()));
    if (duration >= minutes(1))
        return InstantText::tr("%1 min", "minutes").arg(qint64(floor<minutes>(duration).count()));
    return InstantText::tr("a moment");
}

} // namespace words
