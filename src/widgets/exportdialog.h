// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/modelexport.h"
#include "inbox/inboxsession.h"
#include "workspace/settings.h"

#include <QDialog>

namespace Ui {
class ExportDialog;
}

namespace widgets {

class ConversationTable;

// Asks which rows go where and how, fetches what is missing, writes, and says what came of it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    // All must outlive it.
    struct World
    {
        inbox::InboxSession &session;
        const ConversationTable &table;
        workspace::Settings &settings;
        const quo::Clock &clock;
        QString viewName;  // for the file's name; may be empty
        QString workspace; // where the rows come from
    };

    explicit ExportDialog(const World &world, QWidget *parent);
    ~ExportDialog() override;

    // What there is to choose from: under which name it is remembered, and how it is called.
    static QList<std::pair<QString, QString>> formats();

private:
    enum class Scope { Selected, Loaded, Everything };

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
    void onStatus();
    // Under this name, or as partial where it is not whole.
    void write(const QString &chosenName);
    quo::Completeness completeness() const;
    void showWriting();
    void onFinished(const QString &fileName, const QString &problem);
    exporting::Manifest manifest(const exporting::ExportOptions &options) const;
    void cancel();
    void showButtons(const QList<QWidget *> &buttons);

    const World m_world;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QString m_proposed;    // the name in the field, as long as nobody has typed another
    QString m_askedAbout;  // the file of which was said that it is there
    QString m_writtenFile; // to be shown in its folder
    bool m_isLoading = false;
    bool m_hasBegun = false; // to load, which a refresh may delay
    std::unique_ptr<exporting::ModelExport> m_export;
};

} // namespace widgets
