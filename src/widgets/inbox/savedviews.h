// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"
#include "workspace/shownstate.h"
#include "workspace/viewfile.h"

#include <QObject>

#include <optional>

namespace widgets {

// What to call the file of a view, on any system.
QString viewFileName(const QString &viewName);

// The saved views of a workspace, in their order, as the settings keep them. Ids that are not known
// are ignored.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    SavedViews(workspace::ShownState &state, workspace::Settings &settings,
               QObject *parent = nullptr);

    const QList<workspace::View> &all() const { return m_views; }
    // -1 if there is none.
    int placeOf(const QString &id) const;
    std::optional<workspace::View> view(const QString &id) const;
    // The one that was opened last; null if there is none.
    std::optional<workspace::View> openView() const;
    // Whether something else is shown than the open view holds.
    bool isChanged() const;

    // Shows the view.
    bool open(const QString &id);
    // Keeps what is shown as a new view, which is then open. Returns its id.
    QString saveShown(const QString &name);
    // Keeps what is shown in the open view; false if none is open.
    bool saveChanges();
    // Adds the view of a file, unless there is one like it. Returns the id of either.
    struct Added
    {
        QString id;
        QString name;
        bool isNew = false;
    };
    quo::Expected<Added, workspace::ViewFileProblem> addFile(const QString &fileName);

    void rename(const QString &id, const QString &name);
    // To the place in front of the view that is at 'place' now.
    void move(const QString &id, int place);
    void remove(const QString &id);
    void insert(int place, const workspace::View &view);

    // The id of the view to open at the start; empty if there is none.
    QString startupView() const { return m_settings.defaultView(); }
    void setStartupView(const QString &id);

    // Reads the changes of other windows.
    void reload();

Q_SIGNALS:
    void changed();

private:
    void keep();

    workspace::ShownState &m_state;
    workspace::Settings &m_settings;
    QList<workspace::View> m_views;
};

} // namespace widgets
