// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "inbox/rowselection.h"
#include "quo/expected.h"
#include "widgets/export/exportpresets.h"
#include "workspace/shownstate.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ExportForm;
}

namespace widgets {

class ThemeSource;

// What an export is made from. All must outlive its dialog.
struct ExportDependencies
{
    inbox::InboxSession &session;
    const inbox::Names &names;
    const inbox::RowSelection &selection; // of the list
    const workspace::ShownState &state;
    workspace::Settings &settings;
    quo::Clock &clock;
    ThemeSource &theme;
    // Filters and search of the list as it is, in a few words; may be empty.
    std::function<QString()> shownInWords;
    QString workspace; // where the rows come from
};

// Asks which rows are exported, in which format and into which file. It begins with what was
// chosen the last time, and follows the list.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    enum class Scope { Selected, Loaded, Everything };

    struct Choice
    {
        Scope scope = Scope::Everything;
        QString fileName;
        exporting::ExportOptions options;
        bool manifestBeside = false;
    };

    ExportForm(const ExportDependencies &dependencies, QWidget *parent);
    ~ExportForm() override;

    // The current one; an error is a sentence that says what to correct.
    quo::Expected<Choice, QString> choice();
    // Keeps the choice in the settings.
    void remember();

    // To be called when the list has changed.
    void showScopes();
    // Keeps a name that somebody has typed.
    void proposeName();

Q_SIGNALS:
    // In a file dialog, which has asked whether to replace it.
    void fileChosen(const QString &fileName);
    // It needs more or less room.
    void resized();

private:
    void restore();
    void applyTheme();
    void showFormat();
    ExportPreset preset() const;
    QString ending() const;
    // The index of the first preset with the ending of the typed name, unless the chosen one has
    // it.
    std::optional<int> otherPreset() const;
    void followEnding();
    void browse();
    Scope scope() const;

    const ExportDependencies m_dependencies;
    const std::unique_ptr<Ui::ExportForm> m_ui;
    const QList<ExportPreset> m_presets;
    QString m_proposed; // anything else in the field was typed
};

} // namespace widgets
