// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/settingsfile.h"
#include "workspace/view.h"

#include <QByteArray>
#include <QHash>

namespace workspace {

// The initial choices of the export dialog.
struct ExportChoices
{
    QString preset; // by its id
    QString zone;   // IANA
    QString folder;
    bool manifest = false;
    bool names = false;
};

// What one workspace's window restores after a restart. Never the key. A value that cannot be read
// counts as not set, and its key is one of the file's unreadable().
class Settings
{
public:
    // 'workspace' is an account's id. The file must outlive these settings.
    Settings(SettingsFile &file, const QString &workspace);

    // Removes all settings of this workspace.
    void clear();

    Filters filters() const;
    void setFilters(const Filters &filters);

    // In their order; empty if never set.
    QList<ColumnSetting> columns() const;
    void setColumns(const QList<ColumnSetting> &columns);

    // Empty if never set.
    QList<SortSetting> sort() const;
    void setSort(const QList<SortSetting> &sort);
    bool isCompact() const;
    void setCompact(bool compact);
    bool isFirstColumnFrozen() const;
    void setFirstColumnFrozen(bool frozen);

    // How often changes are requested, in seconds; 0 for never.
    int refreshInterval() const;
    void setRefreshInterval(int seconds);

    // Ids of the lines for which the desktop shows notifications.
    QStringList watchedLines() const;
    void setWatchedLines(const QStringList &lines);

    // What the window shows, with the id of the view that is open; null if never set.
    std::optional<View> shown() const;
    void setShown(const View &view);

    // In their order, including views that another window has added meanwhile.
    QList<View> views();
    // Writes only what differs from the last views() or setViews() of this object, so that views
    // that another window has added stay.
    void setViews(const QList<View> &views);
    // The id of the view that is opened at the start; empty to go on with the last filters.
    QString defaultView() const;
    void setDefaultView(const QString &id);

    // The id of the teammate that the user is; empty if never set.
    QString me() const;
    void setMe(const QString &id);

    // Initially neither is folded.
    bool isSideBarFolded() const;
    void setSideBarFolded(bool folded);
    bool areDetailsFolded() const;
    void setDetailsFolded(bool folded);

    // Ids of commands, the one that was used last first.
    static constexpr qsizetype mostRecentCommands = 8;
    QStringList recentCommands() const;
    void noteCommand(const QString &id);

    // Whether the names of contacts are read. Initially on.
    bool areContactsEnabled() const;
    void setContactsEnabled(bool enabled);

    // Whether the workspace is kept on this computer. Initially on.
    bool isKept() const;
    void setKept(bool kept);

    // The page of the details that was open last; empty if never set.
    QString detailsTab() const;
    void setDetailsTab(const QString &tab);

    ExportChoices exportChoices() const;
    void setExportChoices(const ExportChoices &choices);

    // In device-independent pixels; 0 for the usual ones.
    struct PaneWidths
    {
        int sideBar = 0;
        int details = 0;

        bool operator==(const PaneWidths &) const = default;
    };
    PaneWidths paneWidths() const;
    void setPaneWidths(const PaneWidths &widths);

private:
    QString key(const char *name) const;
    QString viewKey(const QString &id) const;
    std::optional<View> readView(const QString &key) const;

    SettingsFile &m_file;
    const QString m_workspace;
    QHash<QString, QByteArray> m_seenViews; // by id, encoded as they are written
};

} // namespace workspace
