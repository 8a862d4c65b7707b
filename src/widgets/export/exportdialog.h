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

// Asks what to export, reads what is missing of it, writes it, and says how that ended. Until
// Export is pressed it follows the list; from then on the list may change as it likes.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const ExportDependencies &dependencies, QWidget *parent);
    ~ExportDialog() override;

Q_SIGNALS:
    // It was closed before the end; the sentence says what became of the file.
    void cancelled(const QString &sentence);
    // Everything that was asked for is in the file, and the dialog has closed.
    void exported(const QString &sentence, const QString &fileName);

private:
    using Scope = ExportForm::Scope;

    // Everything as it was when Export was pressed.
    struct Requested
    {
        ExportForm::Choice choice;
        exporting::Columns columns;
        quo::ConversationQuery query;
        inbox::Arrangement arrangement;
        inbox::RowFilter filter; // of the arrangement
        QString filtersInWords;
    };

    void fit();
    void begin();
    void writeWhatIsThere();
    // False, with a question shown, if the file exists and was not asked about before.
    bool mayWrite(const QString &fileName);
    void followList();
    void goOnLoading();
    // Back to the choices, with a problem that they may solve.
    void goBack(const QString &problem);
    // Under this name, or as partial if it is not whole.
    void write(const QString &chosenName);
    // Of the rows that the search finds.
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
    QSet<QString> m_askedAbout;           // existing files
    std::optional<Requested> m_requested; // null: nothing is loaded or written
    bool m_isLoading = false;
    bool m_hasBegun = false; // to load; a refresh may delay that
    QString m_writtenFile;   // its final name
    std::unique_ptr<exporting::ExportJob> m_job;
};

} // namespace widgets
