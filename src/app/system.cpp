// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system.h"

#include "workspace/systemzone.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace app {

inbox::Reader reader(const workspace::Preferences &preferences)
{
    // 'C' is no way in which people read times.
    const QLocale system = QLocale().language() == QLocale::C
                               ? QLocale(QLocale::English, QLocale::UnitedStates)
                               : QLocale();
    const QLocale chosen(preferences.language);
    const bool isOther = !preferences.language.isEmpty() && chosen.language() != system.language();
    return {isOther ? chosen : system,
            preferences.timeZone.isEmpty() ? workspace::systemZone()
                                           : workspace::zoneNamed(preferences.timeZone),
            QLocale::territoryToCode(system.territory())};
}

inbox::Reader plainReader()
{
    inbox::Reader plain = reader({});
    plain.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    plain.region.clear();
    return plain;
}

bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_UNIX
    return ::isatty(::fileno(stream)) != 0;
#else
    Q_UNUSED(stream)
    return false;
#endif
}

std::chrono::seconds utcOffset()
{
    return std::chrono::seconds(QDateTime::currentDateTime().offsetFromUtc());
}

void forbidCoreFiles()
{
#if defined(Q_OS_UNIX) && defined(NDEBUG)
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/quoin.ini");
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

QString runFolder()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // The XDG base directory specification's place for logs, of which Qt 6.4 does not know.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) +
           u"/quoin"_s;
#else
    return dataFolder();
#endif
}

} // namespace app
