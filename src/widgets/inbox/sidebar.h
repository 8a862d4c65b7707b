// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxsession.h"
#include "widgets/inbox/savedviews.h"
#include "widgets/inbox/sidebarmodel.h"
#include "workspace/readyviews.h"

#include <QWidget>

#include <optional>

class QAction;

namespace widgets {

class IdentityPopover;
class MessageBar;
class SideBarList;
class ThemeSource;
class WorkspaceButton;
class WorkspaceMenu;

Drawing drawingOf(workspace::ReadyView view);

// At the side of the page: the workspace, ready views, saved views and lines, with the number of
// rows that each would show. It shows what the state says and asks it for changes.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        inbox::InboxSession &session;
        inbox::Names &names;
        workspace::Settings &settings;
        workspace::ShownState &state;
        MessageBar &messages;
        WorkspaceMenu *workspaceMenu;
        ThemeSource &theme;
    };

    explicit SideBar(const Dependencies &dependencies, QWidget *parent = nullptr);

    // A rail has icons alone. The owner makes it narrow.
    void setRail(bool isRail);
    bool isRail() const;

    // A ready view or a saved one.
    void openView(const QString &id);
    // The keys that open a view; empty if there are none.
    QString shortcutOf(const QString &viewId) const;
    // Opens the view that was chosen for the start; false if there is none.
    bool openStartupView();
    // Adds the view of a file and opens it, or says why not. The file may come from anywhere.
    void openFile(const QString &fileName);
    // Saves what is shown in the open view; as a new one if none is open.
    void save();
    const SavedViews &savedViews() const { return m_saved; }
    // Shows the changes of other windows.
    void reload() { m_saved.reload(); }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // Whether what is shown differs from the open view.
    void openViewChecked(bool isChanged);

private:
    void addActions();
    QAction *addViewAction(const QString &text, const QKeySequence &keys, void (SideBar::*slot)());
    void connectState();

    void open(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void openReadyView(const QString &id);
    void showLine(const QString &id, bool isAdded);
    void askWhoIAm();
    void setMe(const QString &teammateId);

    void saveAsNew();
    void rename();
    void moveUp();
    void moveDown();
    void toggleStartup();
    void shareCurrent();
    void writeFile(const workspace::View &view, const QString &fileName);
    void remove();
    QString proposedName() const;
    void confirm(const QString &sentence);
    void complain(const QString &sentence);

    void showMenu(const QPoint &globalPosition);
    void updateLines();
    void updateCounts();
    void updateMarks();
    void updateActions();
    QStringList shownLines() const;
    // The saved view that the keyboard is at, or that is open; null if there is none.
    std::optional<workspace::View> currentView() const;
    void edit(const QString &viewId);

    const Dependencies m_dependencies;
    SavedViews m_saved;
    SideBarModel m_model;
    WorkspaceButton *const m_workspaceButton;
    SideBarList *const m_list;
    IdentityPopover *const m_identity;
    QList<QAction *> m_openActions; // of the first saved views
    QList<QAction *> m_viewActions; // for the current saved view
    QAction *m_saveAction = nullptr;
    QAction *m_saveAsAction = nullptr;
    QAction *m_startupAction = nullptr;
    QAction *m_identityAction = nullptr;
};

} // namespace widgets
