// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics.h"

#include "app/openworkspace.h"
#include "widgets/shell/mainwindow.h"
#include "words/errorwords.h"
#include "words/keptwords.h"
#include "workspace/regularfile.h"

#include <QGuiApplication>
#include <QStyle>
#include <QSysInfo>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype loggedLines = 50;
constexpr qint64 mostLogged = 4 << 20; // bytes

QString walkText(const quo::PageWalk::State &walk)
{
    if (const auto *failed = std::get_if<quo::PageWalk::Failed>(&walk))
        return u"failed, %1, HTTP %2"_s.arg(words::errorName(failed->error))
            .arg(failed->error.httpStatus);
    if (std::holds_alternative<quo::PageWalk::Waiting>(walk))
        return u"waiting to try again"_s;
    if (std::holds_alternative<quo::PageWalk::Fetching>(walk))
        return u"fetching"_s;
    return std::holds_alternative<quo::PageWalk::Ended>(walk) ? u"ended"_s : u"idle"_s;
}

QString countText(qsizetype read, qsizetype unreadable, const std::optional<quo::ApiError> &error)
{
    QString text = u"%1, unreadable %2"_s.arg(read).arg(unreadable);
    if (error)
        text += u", "_s + words::errorName(*error);
    return text;
}

QString keptText(const OpenWorkspace &open)
{
    if (!open.kept.isPossible())
        return u"never"_s;
    QString text =
        (open.settings.isKept() ? u"kept, %1 bytes"_s : u"off, %1 bytes"_s).arg(open.kept.size());
    const syncing::SyncStatus status = open.sync.status();
    text += (status.isWorkspaceWhole ? u", all %1 conversations"_s : u", %1 conversations so far"_s)
                .arg(status.known);
    if (status.asOf)
        text += u", as of "_s + quo::formatInstant(*status.asOf);
    // Names of files would tell the user's.
    const std::optional<mirror::Problem> &problem = open.kept.problem();
    return problem ? text + u", "_s + words::keptProblemText(*problem) : text;
}

QString lastLines(const QString &fileName)
{
    const auto bytes = workspace::readRegularFile(fileName, mostLogged);
    if (!bytes)
        return u"none\n"_s;
    const QStringList lines = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    return lines.mid(qMax(0, lines.size() - loggedLines)).join(u'\n') + u'\n';
}

} // namespace

QString diagnostics(const widgets::MainWindow &window, const OpenWorkspace *open,
                    const workspace::Preferences &preferences, const QStringList &requests,
                    const QString &logFile)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        lines.append(name + u": "_s + value);
    };
    add(u"Quoin"_s, QCoreApplication::applicationVersion());
    add(u"Qt"_s, QLatin1String(qVersion()));
    add(u"System"_s, QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture());
    add(u"Window"_s, u"%1, style %2, %3×%4 at %5, text %6 pt"_s
                         .arg(QGuiApplication::platformName(), window.style()->name())
                         .arg(window.width())
                         .arg(window.height())
                         .arg(window.devicePixelRatio())
                         .arg(window.font().pointSizeF()));
    add(u"Language"_s,
        (preferences.language.isEmpty() ? u"of the system"_s : preferences.language) +
            u", locale "_s + QLocale().name());
    add(u"Proxy"_s, workspace::Proxy::name(preferences.proxy.kind));
    if (!open) {
        add(u"Workspace"_s, u"none open"_s);
    } else {
        const inbox::SessionStatus status = open->session.status();
        add(u"Loaded"_s, u"%1, shown %2, left out as unreadable %3"_s.arg(status.loaded)
                             .arg(status.shown)
                             .arg(status.completeness.unreadableCount));
        add(u"List"_s, walkText(status.walk));
        const syncing::DirectorySync &directory = open->directory;
        add(u"Lines"_s, countText(directory.directory().lines().size(),
                                  directory.skippedLines().size(), directory.linesError()));
        add(u"Teammates"_s,
            countText(directory.directory().teammates().size(), directory.skippedTeammates().size(),
                      directory.teammatesError()));
        add(u"On this computer"_s, keptText(*open));
        add(u"Contact names"_s,
            open->contacts.isEnabled()
                ? u"on, %1"_s.arg(countText(open->contacts.contacts().size(),
                                            open->contacts.skipped().size(), {}))
                : u"off"_s);
    }
    return lines.join(u'\n') + u"\n\nRequests:\n"_s +
           (requests.isEmpty() ? u"none"_s : requests.join(u'\n')) + u"\n\nLog:\n"_s +
           lastLines(logFile);
}

} // namespace app
