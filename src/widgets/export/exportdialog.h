// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportjob.h"
#include "widgets/export/exportform.h"

#include <QDialog>
#include <QSet>

#include <memory>
#include <optional>

namespace Ui {
class ExportDialog;
}

namespace widgets {

// Asks what is exported, fetches what is missing of it, writes it, and says what came of it. Until
// Export is pressed it follows the list; from then on the list may go on as it likes.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const ExportDependencies &dependencies, QWidget *parent);
    ~ExportDialog() override;

Q_SIGNALS:
    // Closed before its end; says what became of the file.
    void cancelled(const QString &sentence);

private:
    using Scope = ExportForm::Scope;

    // All as it was when Export was pressed, however the list goes on.
    struct Requested
    {
        ExportForm::Choice choice;
        exporting::Columns columns;
        quo::ConversationQuery query;
        inbox::Arrangement arrangement;
        inbox::RowFilter filter; // of the arrangement
        QString filtersInWords;
    };

    void begin();
    void writeWhatIsThere();
    // Where the file is there already, only when asked a second time.
    bool mayWrite(const QString &fileName);
    void followList();
    void goOnLoading();
    // To the choices, which can be mended.
    void goBack(const QString &problem);
    // Under this name, or as partial where it is not whole.
    void write(const QString &chosenName);
    // Of what such a search finds.
    quo::Completeness completeness(Scope scope, const inbox::SearchQuery &search) const;
    exporting::RowSource source() const;
    void onJobState();
    void showWriting(const exporting::ExportJob::Working &writing);
    void showDone(const exporting::Manifest &manifest);
    exporting::Manifest manifest() const;
    void cancel();
    void showButtons(const QList<QWidget *> &buttons);

    const ExportDependencies m_dependencies;
    ExportForm *const m_form;
    const std::unique_ptr<Ui::ExportDialog> m_ui;
    QSet<QString> m_askedAbout;           // files of which was said that they are there
    std::optional<Requested> m_requested; // while it is loaded and written
    bool m_isLoading = false;
    bool m_hasBegun = false; // to load, which a refresh may delay
    QString m_writtenFile;   // as it is written; to be shown in its folder
    std::unique_ptr<exporting::ExportJob> m_job;
};

} // namespace widgets
