// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inbox/viewsmodel.h"
#include "workspace/settings.h"
#include "workspace/viewfile.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class ViewsPanel;
}

namespace widgets {

// What the file of a view is to be called: a name that is one on every system.
QString viewFileName(const QString &viewName);

// The saved views: opens, names, orders, shares and deletes them, and keeps them in the settings.
// What a view holds is its owner's business.
class ViewsPanel : public QWidget
{
    Q_OBJECT

public:
    // The settings must outlive it.
    explicit ViewsPanel(workspace::Settings &settings, QWidget *parent = nullptr);
    ~ViewsPanel() override;

    // Opens the view that a start begins with; false where there is none.
    bool openDefault();

    // What the window shows now, under the name that is proposed for it. The view that was opened
    // last is marked as long as this is what it holds.
    void setShown(const workspace::View &shown);
    // The same, under the id of the view that was opened; empty where none was.
    const workspace::View &shown() const { return m_shown; }
    // Marks this one as the view that was opened, without opening it.
    void setOpen(const QString &id);
    // Shows what another window has done to the views.
    void reload();
    // Adds what is shown, under a name that can be typed over at once.
    void save();
    // As if it had been clicked; does nothing where there is none.
    void open(int row);
    // A file from anywhere: keeps its view and opens it, or says why not.
    void openFile(const QString &fileName);

Q_SIGNALS:
    void viewRequested(const workspace::View &view);

private:
    QAction *addAction(const QString &text, const QKeySequence &keys, void (ViewsPanel::*slot)());
    void add(workspace::View view);
    void update();
    void rename();
    void moveUp();
    void moveDown();
    void move(int by);
    void toggleDefault();
    void shareCurrent();
    void writeFile(const workspace::View &view, const QString &fileName);
    void remove();
    void undoRemoval();
    void showMessage(const QString &sentence, bool canUndo = false);
    void updateStanding();
    int currentRow() const;

    struct Removed
    {
        int row = 0;
        workspace::View view;
    };

    std::unique_ptr<Ui::ViewsPanel> m_ui;
    workspace::Settings &m_settings;
    ViewsModel m_model;
    workspace::View m_shown; // as the window stands; its id is of the view that was opened
    std::optional<Removed> m_removed;
    QList<QAction *> m_openActions; // of the first views
    QList<QAction *> m_rowActions;  // that need a view
    QAction *m_updateAction = nullptr;
    QAction *m_defaultAction = nullptr;
};

} // namespace widgets
