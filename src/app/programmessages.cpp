// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programmessages.h"

#include "app/runguard.h"
#include "mirror/problem.h"
#include "widgets/common/messagebar.h"
#include "words/keptwords.h"
#include "words/settingswords.h"
#include "workspace/settingsfile.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace app {

namespace {

using Stay = widgets::MessageBar::Stay;
using Tone = widgets::MessageBar::Tone;

void openWithDesktop(const QString &fileName)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(fileName));
}

} // namespace

void announceSettings(workspace::SettingsFile &file, widgets::MessageBar &messages)
{
    if (const auto &aside = file.setAside())
        messages.show(
            {QStringLiteral("settingsAside"),
             words::setAsideSentence(*aside),
             {{QCoreApplication::translate("app::Window", "Show folder"),
               [folder = QFileInfo(aside->fileName).path()] { openWithDesktop(folder); }}},
             Stay::UntilClosed,
             Tone::Attention});
    const auto announceWritable = [&file, &messages] {
        const QString id = QStringLiteral("settingsUnwritable");
        if (file.isWritable())
            messages.remove(id);
        else
            messages.show({id,
                           words::unwritableSentence(file.fileName()),
                           {{QCoreApplication::translate("app::Window", "Try again"),
                             [&file] { file.reload(); }}},
                           Stay::UntilClosed,
                           Tone::Attention});
    };
    const auto announceUnreadable = [&file, &messages] {
        const QString id = QStringLiteral("settingsUnreadable");
        if (file.unreadable().isEmpty())
            return messages.remove(id);
        messages.show(
            {id,
             words::unreadableSentence(file.unreadable()),
             {{QCoreApplication::translate("app::Window", "Show folder"),
               [folder = QFileInfo(file.fileName()).path()] { openWithDesktop(folder); }}},
             Stay::UntilClosed,
             Tone::Attention});
    };
    if (!file.unreadable().isEmpty())
        announceUnreadable();
    QObject::connect(&file, &workspace::SettingsFile::unreadableChanged, &messages,
                     announceUnreadable);
    QObject::connect(&file, &workspace::SettingsFile::writableChanged, &messages, announceWritable);
}

void announceKept(const mirror::Problem &problem, widgets::MessageBar &messages,
                  const std::function<void()> &keepAnew)
{
    using Kind = mirror::Problem::Kind;
    const bool isOfAnother = problem.kind == Kind::Newer || problem.kind == Kind::InUse;
    const bool isInTheWay = problem.kind == Kind::Foreign || problem.kind == Kind::NotAFile ||
                            problem.kind == Kind::Damaged;
    QList<widgets::MessageBar::Action> actions;
    if (isInTheWay || (!keepAnew && !isOfAnother))
        actions.append(
            {QCoreApplication::translate("app::Window", "Show folder"),
             [folder = QFileInfo(problem.fileName).path()] { openWithDesktop(folder); }});
    else if (!isOfAnother) // changes were missed meanwhile, so that the file is of no more use
        actions.append({QCoreApplication::translate("app::Window", "Try again"), keepAnew});
    messages.show({QStringLiteral("kept"), words::keptProblemSentence(problem), actions,
                   Stay::UntilClosed, problem.kind == Kind::InUse ? Tone::Calm : Tone::Attention,
                   problem.detail});
}

void announceCrash(const RunGuard &guard, widgets::MessageBar &messages)
{
    if (guard.crashLogs().isEmpty())
        return;
    messages.show({QStringLiteral("crash"),
                   words::crashSentence(guard.mayRestore()),
                   {{QCoreApplication::translate("app::Window", "Show log"),
                     [log = guard.crashLogs().constFirst()] { openWithDesktop(log); }}}});
}

} // namespace app
