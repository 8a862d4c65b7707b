// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "workspace/settings.h"

#include <QLabel>
#include <QMainWindow>
#include <QTimer>

class QSplitter;
class QToolButton;

namespace widgets {

class ConversationTable;
class DetailsPane;
class FilterBar;
class NoticeWidget;

// The window: puts filters, list and details side by side and connects them to a session. It
// decides nothing of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // All must outlive the window.
    struct World
    {
        inbox::InboxSession &session;
        workspace::Settings &settings;
        const quo::Clock &clock;
        QString workspaceName;
    };

    explicit MainWindow(const World &world, QWidget *parent = nullptr);

    // Asks for the first page of the filters that were kept.
    void start();
    void selectFirst();

    // The names of lines and teammates, in the list and in the filters.
    void setDirectory(const quo::Directory &directory);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions();
    QWidget *makeTopBar();
    void restore();
    void applyFilters();
    void refresh();
    void showStatus();
    void showRemoteProblems(const inbox::SessionStatus &status);
    void showDetails();

    const World m_world;
    FilterBar *const m_filterBar;
    NoticeWidget *const m_banner;
    ConversationTable *const m_table;
    DetailsPane *const m_details;
    QSplitter *const m_splitter;
    QLabel *const m_completenessLabel;
    QLabel *const m_activityLabel;
    QToolButton *const m_stopButton;
    QLabel *const m_errorLabel;
    QTimer m_secondTimer; // while a wait is counted down
    QTimer m_ageTimer;    // relative times grow old
};

} // namespace widgets
