// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/settingsfile.h"
#include "workspace/view.h"

#include <QByteArray>
#include <QHash>

namespace workspace {

// What the export dialog begins with.
struct ExportChoices
{
    QString preset; // of the dialog's own
    QString zone;   // IANA
    QString folder;
    bool manifest = false;
    bool names = false;
};

// What survives a restart of one workspace's window. Never the key. Whatever of it cannot be read
// is as if it had never been written, and is one of the file's unreadable().
class Settings
{
public:
    // 'workspace' is an account's id; the file must outlive this.
    Settings(SettingsFile &file, const QString &workspace);

    // Forgets all of it.
    void clear();

    Filters filters() const;
    void setFilters(const Filters &filters);

    // In the order in which they stand; empty if never arranged.
    QList<ColumnSetting> columns() const;
    void setColumns(const QList<ColumnSetting> &columns);

    // Empty if never chosen.
    QList<SortSetting> sort() const;
    void setSort(const QList<SortSetting> &sort);
    bool isCompact() const;
    void setCompact(bool compact);
    bool isFirstColumnFrozen() const;
    void setFirstColumnFrozen(bool frozen);

    // How often changes are asked for, in seconds; 0 for never.
    int refreshInterval() const;
    void setRefreshInterval(int seconds);

    // Ids of lines of which the desktop tells.
    QStringList watchedLines() const;
    void setWatchedLines(const QStringList &lines);

    // What the window shows, under the id of the view that is open; null if never kept.
    std::optional<View> shown() const;
    void setShown(const View &view);

    // In the order in which they are listed, those included that another window has added
    // meanwhile.
    QList<View> views();
    // Writes what differs from what views() and setViews() have seen here, so that the views of
    // another window stay.
    void setViews(const QList<View> &views);
    // The id of the view that a start begins with; empty where it goes on with the last filters.
    QString defaultView() const;
    void setDefaultView(const QString &id);

    // Whether the names of contacts are read; they are unless somebody switched it off.
    bool areContactsEnabled() const;
    void setContactsEnabled(bool enabled);

    // Which page of the details was open last; empty if never.
    QString detailsTab() const;
    void setDetailsTab(const QString &tab);

    ExportChoices exportChoices() const;
    void setExportChoices(const ExportChoices &choices);

    QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);

private:
    QString key(const char *name) const;
    QString viewKey(const QString &id) const;
    std::optional<View> readView(const QString &key) const;

    SettingsFile &m_file;
    const QString m_workspace;
    QHash<QString, QByteArray> m_seenViews; // by id, as they would be written
};

} // namespace workspace
