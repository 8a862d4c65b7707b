// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportjob.h"
#include "inbox/inboxsession.h"
#include "workspace/settings.h"

#include <QDialog>
#include <QSet>

#include <functional>

namespace Ui {
class ExportDialog;
}

namespace widgets {

class ConversationTable;

// Asks which rows go where and how, fetches what is missing, writes, and says what came of it.
// Until Export is pressed it follows the list; from then on the list may go on as it likes.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        inbox::InboxSession &session;
        const inbox::Names &names;
        const ConversationTable &table;
        workspace::Settings &settings;
        const quo::Clock &clock;
        // Filters and search of the list as it is, in a few words; may be empty.
        std::function<QString()> shownInWords;
        QString workspace; // where the rows come from
    };

    explicit ExportDialog(const Dependencies &dependencies, QWidget *parent);
    ~ExportDialog() override;

    // What there is to choose from: under which name it is remembered, and how it is called.
    static QList<std::pair<QString, QString>> formats();

Q_SIGNALS:
    // Closed before its end; says what became of the file.
    void cancelled(const QString &sentence);

private:
    enum class Scope { Selected, Loaded, Everything };

    // What was asked for by the press of Export, however the list goes on.
    struct Asked
    {
        Scope scope;
        QString fileName;
        exporting::ExportOptions options;
        bool manifestBeside;
        exporting::Columns columns;
        quo::ConversationQuery query;
        inbox::Arrangement arrangement;
        inbox::RowFilter filter; // of the arrangement
        QString filtersInWords;
    };

    void restoreChoices();
    void keepChoices();
    void showScopes();
    void showFormat();
    void proposeName();
    // The first that the name in the field ends in, if the chosen one ends otherwise.
    std::optional<int> otherFormat() const;
    void followEnding();
    QString chosenSuffix() const;
    void browse();
    Scope scope() const;
    // Null and a problem shown where the time zone is none.
    std::optional<exporting::ExportOptions> options();

    void begin();
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

    const Dependencies m_dependencies;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QString m_proposed;           // the name in the field, as long as nobody has typed another
    QSet<QString> m_askedAbout;   // files of which was said that they are there
    std::optional<Asked> m_asked; // while it is loaded and written
    bool m_isLoading = false;
    bool m_hasBegun = false; // to load, which a refresh may delay
    QString m_writtenFile;   // as it is written; to be shown in its folder
    std::unique_ptr<exporting::ExportJob> m_job;
};

} // namespace widgets
