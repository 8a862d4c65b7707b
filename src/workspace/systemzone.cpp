// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/systemzone.h"

#include "common/qtcompat.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace workspace {

namespace {

// Qt lists only current names and reads any other word as a POSIX rule. The files of the database
// include older names, such as 'US/Pacific'.
bool isInDatabase(const QByteArray &name)
{
    if (QTimeZone::availableTimeZoneIds().contains(name))
        return true;
    if (name.isEmpty() || name.startsWith('/') || name.contains(".."))
        return false;
    const QString relative = QString::fromLatin1(name);
    return QFileInfo(QStringLiteral("/usr/share/zoneinfo/") + relative).isFile() ||
           QFileInfo(QStringLiteral("/usr/lib/zoneinfo/") + relative).isFile();
}

} // namespace

#ifdef Q_OS_UNIX

namespace {

constexpr int firstYear = 1970;
constexpr int lastYear = 2037; // up to which zone files name each change

struct Sample
{
    QDateTime when; // UTC
    int offset;     // seconds east of Greenwich
};

// Offsets from the C library, at so many times that no other zone has the same by chance.
QList<Sample> takeSamples()
{
    ::tzset();
    QList<Sample> samples;
    for (int year = lastYear; year >= firstYear; --year)
        for (int month = 1; month <= 12; ++month)
            for (const int day : {1, 16}) {
                const QDateTime when(QDate(year, month, day), QTime(12, 0), common::utc);
                const std::time_t seconds = when.toSecsSinceEpoch();
                std::tm local = {};
                if (::localtime_r(&seconds, &local))
                    samples.append({when, int(local.tm_gmtoff)});
            }
    return samples;
}

bool fits(const QTimeZone &zone, const QList<Sample> &samples)
{
    return zone.isValid() && std::ranges::all_of(samples, [&zone](const Sample &sample) {
               return zone.offsetFromUtc(sample.when) == sample.offset;
           });
}

// Names that the zone may have in the database.
QList<QByteArray> likelyNames()
{
    QByteArray name = qgetenv("TZ");
    if (name.startsWith(':'))
        name.remove(0, 1);
    QList<QByteArray> names{QTimeZone::systemTimeZoneId(), name};
    const QByteArray path = qEnvironmentVariableIsSet("TZ") ? name : QByteArray("/etc/localtime");
    const QString file = QFileInfo(QString::fromLocal8Bit(path)).canonicalFilePath();
    const qsizetype folder = file.indexOf(u"/zoneinfo/");
    if (path.startsWith('/') && folder >= 0)
        names.append(file.mid(folder + 10).toLatin1());
    for (const char *variant : {"posix/", "right/"})
        for (const QByteArray &each : QList(names))
            if (each.startsWith(variant))
                names.append(each.mid(6));
    return names;
}

} // namespace

QTimeZone systemZone()
{
    const QList<Sample> samples = takeSamples();
    for (const QByteArray &name : likelyNames())
        if (isInDatabase(name))
            if (const QTimeZone zone(name); zone.id() == name && fits(zone, samples))
                return zone;
    const int offset = samples.isEmpty() ? 0 : samples.first().offset;
    const bool isFixed = std::ranges::all_of(
        samples, [offset](const Sample &sample) { return sample.offset == offset; });
    if (isFixed && offset == 0)
        return QTimeZone::utc();
    if (const QTimeZone zone(offset); isFixed && fits(zone, samples))
        return zone;
    const QList<QByteArray> known = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &name : known)
        if (const QTimeZone zone(name); fits(zone, samples))
            return zone;
    // A POSIX rule, which Qt names by its text.
    if (const QTimeZone zone = QTimeZone::systemTimeZone();
        !zone.id().isEmpty() && fits(zone, samples))
        return zone;
    return QTimeZone::utc(); // better than a zone with a wrong name
}

#else

QTimeZone systemZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() && !zone.id().isEmpty() ? zone : QTimeZone::utc();
}

#endif

QTimeZone zoneNamed(const QString &name)
{
    const QByteArray id = name.trimmed().toLatin1();
    if (isInDatabase(id))
        return QTimeZone(id);
    if (id.startsWith("UTC"))
        if (const QTimeZone zone(id);
            zone.id() == QTimeZone(zone.offsetFromUtc(QDateTime::currentDateTimeUtc())).id())
            return zone;
    const QTimeZone system = systemZone();
    return system.id() == id ? system : QTimeZone();
}

} // namespace workspace
