// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/preferences.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class SettingsDialog;
}

class QLabel;

namespace widgets {

class ThemeSource;

// The preferences of the program and of the open workspace. Problems are shown below the fields,
// and the dialog stays open until they are solved.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    struct OfWorkspace
    {
        QString name;
        int refreshInterval = 0;         // seconds; 0 for never
        QString exportFormat;            // as in exportFormats()
        std::optional<bool> isKept = {}; // on this computer; null if it cannot be
    };
    struct Choices
    {
        workspace::Preferences program;
        std::optional<OfWorkspace> workspace; // null if none is open
    };

    // 'languages' are those that there are translations for, ISO 639-1.
    SettingsDialog(const Choices &choices, const QStringList &languages, ThemeSource &theme,
                   QWidget *parent);
    ~SettingsDialog() override;

    // How much is kept on this computer, as a text, and whether there is anything to delete.
    void setKept(const QString &text, bool canDelete);

    // The values of the fields. Valid once the dialog was accepted.
    Choices choices() const;

    void accept() override;

Q_SIGNALS:
    // What is kept on this computer is to be deleted at once, whatever the other fields say.
    void deleteRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fit();
    void fillLanguages(const QStringList &languages);
    void fillZones();
    void layOut();
    void showProxy();
    void showKept();
    void showTheme();
    // Null if the text is not a valid one.
    std::optional<QString> zone() const;

    const Choices m_before;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    ThemeSource &m_theme;
    QLabel *const m_title;
    QLabel *const m_workspaceTitle;
    QLabel *const m_programTitle;
    QString m_keptText;
    bool m_canDelete = false;
};

} // namespace widgets
