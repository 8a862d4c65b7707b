// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programactions.h"

#include "app/components.h"
#include "app/diagnostics.h"
#include "app/translations.h"
#include "app/workspacecontroller.h"
#include "widgets/common/messagebar.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/shell/mainwindow.h"
#include "words/keptwords.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>

namespace app {

using widgets::SettingsDialog;

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

ProgramActions::ProgramActions(const Dependencies &dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
{
    QAction *const quit = m_dependencies.window.actions().constLast();
    const auto add = [this, quit](const QString &text, const QKeySequence &keys,
                                  void (ProgramActions::*slot)()) {
        auto *action = new QAction(text, &m_dependencies.window);
        action->setShortcut(keys);
        action->setMenuRole(QAction::NoRole);
        connect(action, &QAction::triggered, this, slot);
        m_dependencies.window.insertAction(quit, action);
    };
    add(tr("S&ettings…"), Qt::CTRL | Qt::Key_Comma, &ProgramActions::openSettings);
    add(tr("&Log…"), {}, &ProgramActions::openLog);
    add(tr("Copy &diagnostics"), {}, &ProgramActions::copyDiagnostics);
    add(tr("A&bout Quoin…"), {}, &ProgramActions::openAbout);
}

void ProgramActions::openSettings()
{
    SettingsDialog::Choices choices{m_dependencies.settings.preferences(), std::nullopt};
    if (const OpenWorkspace *workspace = m_dependencies.controller.openWorkspace())
        choices.workspace = {workspace->account.name, workspace->settings.refreshInterval(),
                             workspace->settings.exportChoices().preset,
                             workspace->kept.isPossible()
                                 ? std::optional(workspace->settings.isKept())
                                 : std::nullopt};
    auto *dialog = new SettingsDialog(choices, languages(), m_dependencies.window.themeSource(),
                                      &m_dependencies.window);
    showKept(*dialog);
    connect(dialog, &SettingsDialog::deleteRequested, this, [this, dialog] {
        OpenWorkspace *workspace = m_dependencies.controller.openWorkspace();
        if (!workspace)
            return;
        const QStringList left = workspace->deleteKept();
        dialog->setKept(words::keptDeletedSentence(workspace->settings.isKept(), left),
                        !left.isEmpty());
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = choices.program] {
        const SettingsDialog::Choices chosen = dialog->choices();
        OpenWorkspace *workspace = m_dependencies.controller.openWorkspace();
        if (workspace && chosen.workspace) {
            m_dependencies.controller.inboxPage()->setRefreshInterval(
                chosen.workspace->refreshInterval);
            workspace::ExportChoices exports = workspace->settings.exportChoices();
            exports.preset = chosen.workspace->exportFormat;
            workspace->settings.setExportChoices(exports);
            if (chosen.workspace->isKept)
                setKept(*workspace, *chosen.workspace->isKept);
        }
        m_dependencies.settings.setPreferences(chosen.program);
        m_dependencies.controller.applyPreferences();
        if (chosen.program.language != before.language)
            m_dependencies.window.messages().show({QStringLiteral("language"),
                                                   tr("Restart Quoin to change the language."),
                                                   {},
                                                   widgets::MessageBar::Stay::UntilClosed});
    });
    open(dialog);
}

void ProgramActions::showKept(SettingsDialog &dialog) const
{
    const OpenWorkspace *workspace = m_dependencies.controller.openWorkspace();
    if (!workspace || !workspace->kept.isPossible())
        return;
    const qint64 size = workspace->kept.size();
    const std::optional<mirror::Problem> &problem = workspace->kept.problem();
    dialog.setKept(
        problem && problem->kind != mirror::Problem::Kind::Damaged
            ? words::keptProblemText(*problem)
            : words::keptText(size, workspace->sync.status().asOf, workspace->names.context()),
        size > 0);
}

void ProgramActions::setKept(OpenWorkspace &workspace, bool isKept)
{
    if (isKept == workspace.settings.isKept())
        return;
    if (const QStringList left = workspace.setKept(isKept); !left.isEmpty() || !isKept)
        m_dependencies.window.messages().show({QStringLiteral("keptDeleted"),
                                               words::keptDeletedSentence(false, left),
                                               {},
                                               left.isEmpty()
                                                   ? widgets::MessageBar::Stay::Briefly
                                                   : widgets::MessageBar::Stay::UntilClosed});
}

void ProgramActions::openLog()
{
    open(new widgets::LogDialog(logs(), m_dependencies.window.themeSource(),
                                &m_dependencies.window));
}

void ProgramActions::openAbout()
{
    open(new widgets::AboutDialog(QCoreApplication::applicationVersion(), components(),
                                  m_dependencies.window.themeSource(), &m_dependencies.window));
}

void ProgramActions::copyDiagnostics()
{
    QGuiApplication::clipboard()->setText(
        diagnostics(m_dependencies.window, m_dependencies.controller.openWorkspace(),
                    m_dependencies.settings.preferences(), requests(), m_dependencies.logFile));
    m_dependencies.window.messages().show(
        {QStringLiteral("diagnostics"),
         tr("Diagnostics copied. They contain no names, numbers or keys."),
         {},
         widgets::MessageBar::Stay::Briefly});
}

QStringList ProgramActions::requests() const
{
    const quo::RequestLog *log = m_dependencies.controller.requestLog();
    return log ? log->lines() : QStringList();
}

QList<widgets::LogDialog::Log> ProgramActions::logs() const
{
    QList<widgets::LogDialog::Log> logs;
    if (!m_dependencies.logFile.isEmpty())
        logs.append({tr("Since Quoin started"), m_dependencies.logFile, {}});
    if (const QStringList lines = requests(); !lines.isEmpty())
        logs.append({tr("Last requests"), {}, lines.join(u'\n')});
    const QFileInfoList crashes = QDir(m_dependencies.runFolder)
                                      .entryInfoList({QStringLiteral("crash-*.log")}, QDir::Files,
                                                     QDir::Name | QDir::Reversed);
    for (const QFileInfo &crash : crashes) {
        const QDateTime time = crash.lastModified();
        logs.append({tr("Crash on %1, %2", "day and time")
                         .arg(QLocale().toString(time.date(), QStringLiteral("ddd d MMM yyyy")),
                              QLocale().toString(time.time(), QLocale::ShortFormat)),
                     crash.filePath(),
                     {}});
    }
    return logs;
}

} // namespace app
