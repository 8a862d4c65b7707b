// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "widgets/inbox/viewsmodel.h"
#include "workspace/shownstate.h"
#include "workspace/viewfile.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class ViewsPanel;
}

namespace widgets {

class ThemeSource;

// What to call the file of a view, on any system.
QString viewFileName(const QString &viewName);

// Lists the saved views, to open, name, order, share and delete them, and keeps them in the
// settings. The view that was opened last is marked, also as changed once other filters or another
// search are shown.
class ViewsPanel : public QWidget
{
    Q_OBJECT

public:
    // All must outlive it.
    ViewsPanel(workspace::ShownState &state, workspace::Settings &settings,
               const inbox::Names &names, ThemeSource &theme, QWidget *parent = nullptr);
    ~ViewsPanel() override;

    // Opens the view that was chosen for the start; false if there is none.
    bool openDefault();

    // Shows the changes of other windows.
    void reload();
    // Adds what is shown, under a proposed name that can be typed over at once.
    void save();
    // Adds the view of a file and opens it, or says why not. The file may come from anywhere.
    void openFile(const QString &fileName);

private:
    // Does nothing if there is no such row.
    void open(int row);
    QAction *addAction(const QString &text, const QKeySequence &keys, void (ViewsPanel::*slot)());
    // Returns its id, which is new.
    QString add(workspace::View view);
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
    void updateMarks();
    int currentRow() const;

    struct Removed
    {
        int row = 0;
        workspace::View view;
    };

    std::unique_ptr<Ui::ViewsPanel> m_ui;
    workspace::ShownState &m_state;
    workspace::Settings &m_settings;
    const inbox::Names &m_names;
    ViewsModel m_model;
    std::optional<Removed> m_removed;
    QList<QAction *> m_openActions; // of the first views
    QList<QAction *> m_rowActions;  // for the current view
    QAction *m_updateAction = nullptr;
    QAction *m_defaultAction = nullptr;
};

} // namespace widgets
