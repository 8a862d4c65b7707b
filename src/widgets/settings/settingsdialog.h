// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/preferences.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class SettingsDialog;
}

namespace widgets {

// What can be set of the program, and of the workspace that is open. What is wrong is told below
// the fields, and the dialog stays until it is right.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    struct OfWorkspace
    {
        QString name;
        int refreshInterval = 0; // seconds; 0 for never
        QString exportFormat;    // as in exportFormats()
    };
    struct Choices
    {
        workspace::Preferences program;
        std::optional<OfWorkspace> workspace; // null where none is open
    };

    // 'languages' are those that there are texts in, ISO 639-1.
    SettingsDialog(const Choices &choices, const QStringList &languages, QWidget *parent);
    ~SettingsDialog() override;

    // What the fields hold; once accepted it can be had.
    Choices choices() const;

    void accept() override;

private:
    void fillLanguages(const QStringList &languages);
    void fillZones();
    void showProxy();
    // Null where what was typed is none.
    std::optional<QString> zone() const;

    const Choices m_before;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace widgets
